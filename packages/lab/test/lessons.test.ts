import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const docs = join(import.meta.dirname, "../src/content/docs");
const lessons = ["book", "reference"].flatMap((place) =>
  readdirSync(join(docs, "en", place)).map((file) => `${place}/${file}`),
);
const read = (language: string, file: string) => readFileSync(join(docs, language, file), "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);

/** What a page is made of, whatever its language. */
function structure(mdx: string) {
  const prose = mdx.replace(/^---\n.*?\n---\n/s, "").replaceAll(/^```.*?^```/gms, "");
  return {
    headings: all(prose, /^(#+) /gm),
    imports: all(mdx, /^(import .*|export const .*)$/gm),
    instruments: all(prose, /<([A-Z]\w+(?: \w+="(?!Fig)[^"]*")*)/g).filter(
      (tag) => !/^(P|Q|Num|Fragment)\b/.test(tag!),
    ),
    questions: all(prose, /\bid="([^"]+)"/g),
    feedback: all(prose, /^ {4}(\w+): "/gm),
    numbers: all(prose, /<Num of=(\{.*?\}(?= (?:unit|digits|bare|\/))[^/]*)\/>/g).sort(),
    formulas: all(prose, /\$\$\n(.*?)\n\$\$/gs).map((tex) => tex!.replaceAll(/\\text\{[^}]*\}/g, "")),
    code: all(mdx, /^```(.*?)^```/gms),
  };
}

describe.each(lessons)("%s", (file) => {
  test("is made of the same parts in both languages", () => {
    expect(structure(read("es", file))).toEqual(structure(read("en", file)));
  });

  test("has the same title data, translated", () => {
    const keys = (mdx: string) => all(mdx.match(/^---\n(.*?)\n---/s)?.[1] ?? "", /^(\w+):/gm);
    expect(keys(read("es", file))).toEqual(keys(read("en", file)));
  });

  test("writes no decimal that the library could have computed", () => {
    for (const language of ["en", "es"]) {
      const prose = read(language, file)
        .replace(/^---\n.*?\n---\n/s, "")
        .replaceAll(/^```.*?^```/gms, "")
        .replaceAll(/^(import|export) .*$/gm, "")
        .replaceAll(/figur[ea] \d+\.\d/gi, "");
      expect(all(prose, /(?<![\w"[])(\d+[.,]\d+)(?![\w\]])/g), language).toEqual([]);
    }
  });
});
