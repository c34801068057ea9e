import {
  jointEntropy,
  jointTable,
  klDivergence,
  marginal,
  mutualInformation,
  normalize,
  totalCorrelation,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  expectAccurate,
  expectWithin,
  referenceTables,
  slack,
  tables,
  tablesOfShape,
} from "../jointTables.ts";

describe("totalCorrelation is right to a relative 1e-14", () => {
  test.each(referenceTables)("$name", ({ t, totalCorrelation: known, name }) => {
    expectAccurate(totalCorrelation(t), known, name);
  });
});

test("totalCorrelation is the KL divergence from the product of all marginals", () => {
  fc.assert(
    fc.property(tablesOfShape([2, 3, 2]), (t) => {
      const [x, y, z] = [0, 1, 2].map((axis) => [...marginal(t, [axis]).p]) as [number[], number[], number[]];
      const product = normalize(x.flatMap((a) => y.flatMap((b) => z.map((c) => a * b * c))));
      const divergence = klDivergence(t.p, product);
      // The product is rounded to 6u per cell, which moves D by up to 6u·√(2D) + (6u)².
      expectWithin(
        totalCorrelation(t),
        divergence,
        slack(t) * (divergence + Math.sqrt(2 * divergence) + 2 ** -48),
      );
    }),
  );
});

test("totalCorrelation is Σ H(Xᵢ) − H(X₀, X₁, …), and the same in any order of the axes", () => {
  fc.assert(
    fc.property(tables(4), (t) => {
      const each = [0, 1, 2, 3].map((axis) => jointEntropy(marginal(t, [axis])));
      const total = totalCorrelation(t);
      expectWithin(total, each.reduce((sum, h) => sum + h) - jointEntropy(t), 2 * slack(t));
      expectWithin(totalCorrelation(marginal(t, [2, 3, 1, 0])), total, 2e-14 * total + 1e-300);
    }),
  );
});

test("totalCorrelation of two variables is their mutual information, of one 0", () => {
  fc.assert(
    fc.property(tables(2), (t) => {
      expect(totalCorrelation(t)).toBe(mutualInformation(t));
      expect(totalCorrelation(marginal(t, [0]))).toBe(0);
    }),
  );
});

test("totalCorrelation of n copies of a fair coin is n − 1 bits", () => {
  for (const n of [2, 3, 6]) {
    const p = new Float64Array(2 ** n);
    p[0] = p[2 ** n - 1] = 0.5;
    expectWithin(totalCorrelation(jointTable(p, Array(n).fill(2))), (n - 1) * Math.LN2, n * 2 ** -53);
  }
});
