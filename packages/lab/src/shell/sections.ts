import { getCollection } from "astro:content";
import { questionsIn } from "../questions/questionsIn.ts";
import { type Language, wordsOf } from "../words/language.ts";

export type Lesson = {
  number: number;
  part: string;
  title: string;
  href: string;
  /** What the lesson is called wherever something of it is kept: its place without the language. */
  name: string;
  questions: readonly string[];
};

/** The lessons of the book in one language, in order. */
export async function lessonsOf(language: Language): Promise<Lesson[]> {
  const pages = await getCollection("docs", ({ id }) => id.startsWith(`${language}/`));
  return pages
    .flatMap(({ id, data, body = "" }) =>
      data.lesson === undefined || data.part === undefined
        ? []
        : [
            {
              number: data.lesson,
              part: wordsOf(language).parts[data.part],
              title: data.short ?? data.title,
              href: `/${id}/`,
              name: id.replace(/^\w+\//, ""),
              questions: questionsIn(body),
            },
          ],
    )
    .sort((a, b) => a.number - b.number);
}

/** The pages that stand after the lessons, in one language, in order: those to look things up in, or those to study with. */
export async function pagesAfterLessons(
  language: Language,
  kind: "reference" | "study",
): Promise<{ title: string; href: string }[]> {
  const pages = await getCollection("docs", ({ id }) => id.startsWith(`${language}/`));
  return pages
    .flatMap(({ id, data }) => {
      const order = data[kind];
      return order === undefined ? [] : [{ order, title: data.short ?? data.title, href: `/${id}/` }];
    })
    .sort((a, b) => a.order - b.order);
}

export type Section = { label: string; href: string; isCurrent: boolean };

/** The places of the Lab; the book opens at its first lesson, and a place without a page is left out. */
export async function sectionsOf(language: Language, path: string): Promise<Section[]> {
  const words = wordsOf(language);
  const [first] = await lessonsOf(language);
  const pages = new Set((await getCollection("docs")).map(({ id }) => `/${id}/`));
  const places = [
    { label: words.book, root: `/${language}/book/`, href: first?.href },
    ...(["workbench", "tokens", "library", "command-line"] as const).map((name) => ({
      label: { ...words, "command-line": words.commandLine }[name],
      root: `/${language}/${name}/`,
      href: `/${language}/${name}/`,
    })),
  ];
  return places.flatMap(({ label, root, href }) =>
    href && pages.has(href) ? [{ label, href, isCurrent: path.startsWith(root) }] : [],
  );
}

/** The same page in another language; the front page of that language where there is none. */
export function inLanguage(path: string, language: Language): string {
  const [, rest = "/"] = path.match(/^\/(?:en|es)(\/.*)$/) ?? [];
  return `/${language}${rest}`;
}
