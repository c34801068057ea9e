import { createRng } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { families } from "../../src/exercises/families.ts";
import { type Choice, practised, seeds, sheetOf } from "../../src/worksheet/sheet.ts";
import { choices } from "./choices.ts";

test("the same choice is the same sheet", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      expect(sheetOf({ ...choice })).toEqual(sheetOf(choice));
    }),
  );
});

test("a sheet has as many exercises as were asked for, numbered from one, of the lessons chosen, shared out evenly", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const parts = sheetOf(choice);
      const numbers = parts.flatMap(({ exercises }) => exercises.map(({ number }) => number));
      expect(numbers).toEqual(Array.from({ length: choice.count }, (_, i) => i + 1));
      expect(choice.lessons).toEqual(expect.arrayContaining(parts.map(({ lesson }) => lesson)));
      const shares = parts.map(({ exercises }) => exercises.length);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }),
  );
});

test("no kind of exercise comes again before the others of its lesson", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      for (const { lesson, exercises } of sheetOf(choice)) {
        const names = exercises.map(({ name }) => name);
        const kinds = families[lesson].length;
        for (let start = 0; start < names.length; start += kinds) {
          const round = names.slice(start, start + kinds);
          expect(new Set(round).size).toBe(round.length);
        }
      }
    }),
  );
});

test("another seed is another sheet, and a lesson keeps its numbers whatever stands beside it", () => {
  const sheets = Array.from({ length: 200 }, (_, seed) =>
    sheetOf({ lessons: ["kl-divergence"], seed, count: 4, unit: "bits", key: true }),
  );
  expect(new Set(sheets.map((sheet) => JSON.stringify(sheet))).size).toBe(200);
  const [alone] = sheets[7]!;
  const beside = sheetOf({
    lessons: ["entropy", "kl-divergence"],
    seed: 7,
    count: 8,
    unit: "bits",
    key: true,
  })[1]!;
  expect(beside.exercises.map(({ number: _, ...made }) => made)).toEqual(
    alone!.exercises.map(({ number: _, ...made }) => made),
  );
});

test("units change what is asked for, not the numbers it is asked of", () => {
  const of = (unit: Choice["unit"]) =>
    sheetOf({ lessons: ["kl-divergence"], seed: 3, count: 4, unit, key: true })[0]!.exercises.map(
      ({ gaps, bars, quantity }) => ({ gaps, bars, expected: quantity.expected }),
    );
  expect(of("nats")).toEqual(of("bits"));
});

test("every lesson's stream has a seed that the generator takes", () => {
  expect(() => createRng(practised.length * seeds + seeds - 1)).not.toThrow();
});
