import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { asked } from "../../src/reference/asked.ts";
import { languages } from "../../src/words/language.ts";

const docs = join(import.meta.dirname, "../../src/content/docs");
const inOrder = asked.flatMap(({ id, questions }) => [`of ${id}`, ...questions.map((one) => `to ${one.id}`)]);

test("every place of the page has a name of its own, in both languages", () => {
  const all = asked.flatMap((group) => [group, ...group.questions]);
  for (const key of ["id", ...languages] as const)
    expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
});

describe.each(languages)("%s", (language) => {
  const mdx = readFileSync(join(docs, language, "reference/faq.mdx"), "utf8");

  test("every question is answered once, in its place", () => {
    const found = [...mdx.matchAll(/^<(?:AskedGroup (of)|Answer (to))="([\w-]+)"/gm)];
    expect(found.map(([, of, to, id]) => `${of ?? to} ${id}`)).toEqual(inOrder);
  });

  test("every answer has a number the library computed, and leads on or can be run", () => {
    const answers = mdx.match(/^<Answer [\s\S]*?^<\/Answer>/gm) ?? [];
    expect(answers.length).toBeGreaterThan(30);
    for (const answer of answers) {
      expect(answer).toContain("<Num of={");
      expect(answer).toMatch(/<PageLink |<OpenFigure |^```(console|ts)$/m);
    }
  });
});
