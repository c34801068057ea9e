import { jointTable, type Normalizer, normalizedMutualInformation } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectWithin, referenceTables, tables } from "../jointTables.ts";

const normalizers: Normalizer[] = ["joint", "max", "arithmetic", "geometric", "min"];

// Where I or H is subnormal their ratio has no digits to keep.
const normal = referenceTables.filter(({ name }) => name !== "subnormal corner");

describe("normalizedMutualInformation is right to a relative 1e-14", () => {
  test.each(normal)("$name", ({ t, normalized, name }) => {
    for (const [by, known] of Object.entries(normalized))
      expectWithin(normalizedMutualInformation(t, by as Normalizer), known, 1e-14 * known, `${name} ${by}`);
  });
});

test("normalizedMutualInformation lies in [0, 1], and a larger divisor gives less", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      const values = normalizers.map((by) => normalizedMutualInformation(t, by));
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      // H(A,B) ≥ max ≥ arithmetic ≥ geometric ≥ min
      for (let i = 1; i < values.length; i++)
        expect(values[i - 1]).toBeLessThanOrEqual(values[i]! * (1 + 1e-14));
    }),
  );
});

test.each(normalizers)("normalizedMutualInformation by %s: 1 for a renaming, 0 for independence", (by) => {
  expectWithin(normalizedMutualInformation(jointTable([0, 0.3, 0.7, 0], [2, 2]), by), 1, 2 ** -52);
  expect(normalizedMutualInformation(jointTable([0.125, 0.125, 0.375, 0.375], [2, 2]), by)).toBe(0);
});

test("normalizedMutualInformation of constants is the limit, never NaN", () => {
  const constants = jointTable([0, 1, 0, 0], [2, 2]);
  expect(normalizers.map((by) => normalizedMutualInformation(constants, by))).toEqual([1, 1, 1, 1, 1]);
  const oneConstant = jointTable([0.5, 0.5, 0, 0], [2, 2]);
  expect(normalizers.map((by) => normalizedMutualInformation(oneConstant, by))).toEqual([0, 0, 0, 0, 1]);
});

test("normalizedMutualInformation refuses an unknown divisor", () => {
  // @ts-expect-error not one of the five
  expect(() => normalizedMutualInformation(jointTable([1], [1, 1]), "sum")).toThrow(
    new RangeError(
      "normalizedMutualInformation: by is sum, expected one of joint, min, max, arithmetic, geometric",
    ),
  );
});
