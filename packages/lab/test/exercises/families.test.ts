import { createRng, type Unit } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { families, type Practised } from "../../src/exercises/families.ts";
import { toText } from "../../src/exercises/formula.ts";
import { exerciseWords } from "../../src/exercises/words/exerciseWords.ts";
import { evaluate } from "../../src/questions/expression.ts";
import { amountIn, grade } from "../../src/questions/grade.ts";
import { languages } from "../../src/words/language.ts";

const units: Unit[] = ["bits", "nats", "bans"];
const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const all = Object.entries(families).flatMap(([lesson, kinds]) =>
  kinds.map((kind) => [lesson as Practised, kind.name, kind] as const),
);

describe.each(all)("%s, %s", (lesson, name, kind) => {
  const made = seeds.flatMap((seed) => units.map((unit) => kind.make(createRng(seed), unit)));

  test("what the key works out is what the library answers", () => {
    for (const { work, quantity } of made) {
      const text = work.terms.map(toText).join("+");
      const expected = amountIn(quantity, quantity.expected, quantity.unit);
      // A dozen roundings of terms no larger than 20, each of half a unit in 2⁻⁵².
      expect(Math.abs(evaluate(text)! - expected), text).toBeLessThan(1e-13);
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(expected).toBeLessThan(120);
    }
  });

  test("the same seed makes the same exercise, and seeds make different ones", () => {
    const again = seeds.flatMap((seed) => units.map((unit) => kind.make(createRng(seed), unit)));
    expect(again).toEqual(made);
    expect(new Set(made.map(({ gaps, bars }) => JSON.stringify([gaps, bars]))).size).toBeGreaterThan(5);
  });

  test("the answer is graded right, and each mistake as a mistake", () => {
    for (const { quantity } of made) {
      const written = (nats: number) => amountIn(quantity, nats, quantity.unit).toFixed(quantity.decimals);
      expect(grade(quantity, written(quantity.expected)).kind).toBe("right");
      for (const { value } of quantity.mistakes.filter(({ value }) => Number.isFinite(value)))
        if (written(value) !== written(quantity.expected))
          expect(["mistake", "wrongBase", "close"]).toContain(grade(quantity, written(value)).kind);
    }
  });

  test("its words have its gaps, and name its mistakes, in both languages", () => {
    for (const language of languages) {
      const words: Record<string, { ask: string; mistakes: Record<string, string> }> =
        exerciseWords(language)[lesson];
      const { ask, mistakes } = words[name]!;
      const gaps = [...ask.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap!);
      expect(gaps.sort()).toEqual(Object.keys(made[0]!.gaps).sort());
      const named = new Set(made.flatMap(({ quantity }) => quantity.mistakes.map(({ name }) => name)));
      expect(Object.keys(mistakes).sort()).toEqual([...named].sort());
      if (made[0]!.bars)
        expect((exerciseWords(language).outcomes as Record<string, string[]>)[lesson]).toHaveLength(
          made[0]!.bars[0]!.length,
        );
    }
  });
});

test("nothing is said of a kind that there is not", () => {
  for (const language of languages) {
    const { outcomes: _, ...lessons } = exerciseWords(language);
    const told = Object.entries(lessons).flatMap(([lesson, kinds]) =>
      Object.keys(kinds).map((kind) => `${lesson} ${kind}`),
    );
    expect(told.sort()).toEqual(all.map(([lesson, name]) => `${lesson} ${name}`).sort());
  }
});
