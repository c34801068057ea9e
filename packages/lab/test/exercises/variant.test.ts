import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { families } from "../../src/exercises/families.ts";
import { allKinds, kindOf } from "../../src/exercises/kinds.ts";
import { variantOf } from "../../src/exercises/variant.ts";
import { amountIn, grade } from "../../src/questions/grade.ts";
import { questionWords } from "../../src/questions/words/questionWords.ts";

const book = join(import.meta.dirname, "../../src/content/docs/en/book");
const questions = readdirSync(book).flatMap((file) =>
  [...readFileSync(join(book, file), "utf8").matchAll(/<QuantityQuestion\s+id="([^"]+)"/g)].map(
    ([, id]) => [`book/${file.replace(".mdx", "")}`, id!] as const,
  ),
);

test("every kind named for a question is there, and needs no figure of its own", () => {
  for (const kind of allKinds) {
    const [lesson, name] = kind.split("/") as [keyof typeof families, string];
    expect(
      families[lesson].map((family) => family.name),
      kind,
    ).toContain(name);
    expect(name).not.toBe("bars");
  }
});

// One asks for an optimum that no hand finds.
test("every question answered with a number can be asked with others, but one", () => {
  expect(questions.filter(([lesson, id]) => !kindOf(lesson, id))).toEqual([["book/two-directions", "least"]]);
});

describe.each(questions.filter(([lesson, id]) => kindOf(lesson, id)))("%s, %s", (lesson, id) => {
  const of = (seed: number, language: "en" | "es") =>
    variantOf(lesson, id, { seed, unit: "bits", language, words: questionWords(language) });

  test("a seed makes one variant, whose answer is right and whose mistakes are named", () => {
    for (let seed = 0; seed < 50; seed++) {
      const { quantity, feedback, work, ask } = of(seed, "en");
      const right = amountIn(quantity, quantity.expected, "bits").toFixed(quantity.decimals);
      expect(grade(quantity, right).kind).toBe("right");
      expect(work).toContain(`<strong>${right}</strong>`);
      expect(ask).not.toMatch(/\{\w+\}/);
      for (const { name } of quantity.mistakes) expect(feedback[name]).toMatch(/^Not yet: ./);
      expect(of(seed, "en")).toEqual(of(seed, "en"));
      expect(of(seed, "es").quantity).toEqual(quantity);
    }
  });
});
