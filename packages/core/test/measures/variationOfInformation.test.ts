import { jointEntropy, jointTable, mutualInformation, variationOfInformation } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAccurate, expectWithin, referenceTables, slack, tables } from "../jointTables.ts";

describe("variationOfInformation is right to a relative 1e-14", () => {
  test.each(referenceTables)("$name", ({ t, variationOfInformation: known, name }) => {
    expectAccurate(variationOfInformation(t), known, name);
  });
});

test("variationOfInformation is a metric on the variables of a table", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const [xy, yz, xz] = [
        variationOfInformation(t, [0], [1]),
        variationOfInformation(t, [1], [2]),
        variationOfInformation(t, [0], [2]),
      ];
      expect(variationOfInformation(t, [1], [0])).toBe(xy);
      expect(xz).toBeLessThanOrEqual((xy + yz) * (1 + 1e-14));
      expect(Math.min(xy, yz, xz)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("variationOfInformation is 0 for two names of one variable", () => {
  expect(variationOfInformation(jointTable([0, 0.2, 0, 0, 0, 0.5, 0.3, 0, 0], [3, 3]))).toBe(0);
});

test("variationOfInformation is H(A,B) − I(A;B)", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      expectWithin(variationOfInformation(t), jointEntropy(t) - mutualInformation(t), slack(t));
    }),
  );
});
