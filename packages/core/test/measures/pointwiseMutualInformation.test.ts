import { jointTable, marginal, mutualInformation, pointwiseMutualInformation } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAccurate, expectWithin, referenceTables, slack, tables } from "../jointTables.ts";

describe("pointwiseMutualInformation is right to a relative 1e-14", () => {
  const known = referenceTables.filter(({ pointwise }) => pointwise !== undefined);
  test.each(known)("$name", ({ t, pointwise, name }) => {
    pointwiseMutualInformation(t).forEach((value, i) => {
      expectAccurate(value, pointwise![i] ?? -Infinity, `${name}, pair ${i}`);
    });
  });
});

test("pointwiseMutualInformation has the mutual information as its mean", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      const each = pointwiseMutualInformation(t, [2], [0]);
      const mean = marginal(t, [2, 0]).p;
      const sum = each.reduce((total, value, i) => total + (mean[i]! > 0 ? mean[i]! * value : 0), 0);
      expectWithin(sum, mutualInformation(t, [0], [2]), 2 * slack(t));
    }),
  );
});

test("pointwiseMutualInformation: −∞ for what never meets, 0 for what never comes, never NaN", () => {
  const t = jointTable([0.5, 0, 0, 0, 0.5, 0], [2, 3]);
  expect([...pointwiseMutualInformation(t)]).toEqual([Math.LN2, -Infinity, 0, -Infinity, Math.LN2, 0]);
  fc.assert(
    fc.property(tables(2), (table) => {
      for (const value of pointwiseMutualInformation(table)) expect(value).not.toBeNaN();
    }),
  );
});

test("pointwiseMutualInformation survives probabilities whose product is no double", () => {
  const rare = 1e-200;
  const t = jointTable([1, 0, 0, rare], [2, 2]);
  // p = r = c: the lift is 1/p, of logarithm 200 ln 10.
  expectWithin(pointwiseMutualInformation(t)[3]!, 200 * Math.LN10, 460 * 2 ** -52);
});
