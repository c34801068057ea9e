import type { Language } from "../../words/language.ts";
import { fold } from "./alphabet.ts";
import { plainProse } from "./plainProse.ts";

const lessons = import.meta.glob<string>("../../content/docs/*/book/*.mdx", {
  eager: true,
  query: "?raw",
  import: "default",
});

/** What the rival has read: the prose of this book in one language, in the letters of the game. Only for the build: it is long. */
export function trainingText(language: Language): string {
  const prose = Object.entries(lessons)
    .filter(([path]) => path.includes(`/docs/${language}/`))
    .map(([, mdx]) => plainProse(mdx));
  return fold(prose.join(" "), language);
}
