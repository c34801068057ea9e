import { jointEntropy, jointTable, marginal } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAccurate, expectWithin, referenceTables, slack, tables } from "../jointTables.ts";

describe("jointEntropy is right to a relative 1e-14", () => {
  test.each(referenceTables)("$name", ({ t, jointEntropy: known, name }) => {
    expectAccurate(jointEntropy(t), known, name);
  });
});

test("jointEntropy of independent fair coins is their number in bits", () => {
  expect(jointEntropy(jointTable(new Float64Array(16).fill(1 / 16), [2, 2, 2, 2]))).toBe(4 * Math.LN2);
});

test("jointEntropy lies between the largest entropy of one variable and the sum of all", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const each = [0, 1, 2].map((axis) => jointEntropy(marginal(t, [axis])));
      expect(jointEntropy(t)).toBeGreaterThanOrEqual(Math.max(...each) - slack(t));
      expect(jointEntropy(t)).toBeLessThanOrEqual(each.reduce((sum, h) => sum + h) + slack(t));
    }),
  );
});

test("jointEntropy does not depend on the order of the axes", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const h = jointEntropy(t);
      expectWithin(jointEntropy(marginal(t, [2, 0, 1])), h, 1e-15 * h);
    }),
  );
});
