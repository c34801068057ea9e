import fc from "fast-check";
import { expect, test } from "vitest";
import { binsOf, roundStep } from "../../src/report/charts/bins.ts";

const value = fc.oneof(
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constantFrom(0, Infinity, Number.NaN),
);

test("every finite value is in one bin: shares sum to 1, edges rise and reach the largest", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (column) => {
      const finite = column.filter(Number.isFinite);
      const bins = binsOf([column]);
      expect(bins === undefined).toBe(finite.length === 0);
      if (bins === undefined) return;
      const { edges, shares, infinite, below } = bins;
      // Up to 200 shares of 1/n, each rounded once in a running sum.
      expect(Math.abs(shares[0]!.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(200 * 2 ** -52);
      expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
      expect(edges.at(-1)! * (1 + 1e-9)).toBeGreaterThanOrEqual(Math.max(...finite));
      expect(infinite).toEqual([column.filter((x) => x === Infinity).length]);
      expect(below).toEqual([finite.filter((x) => x < edges[0]!).length]);
    }),
  );
});

test("a heavy tail is drawn by powers of ten, and a light one evenly", () => {
  expect(binsOf([[1, 2, 3, 4, 5]])!.isLogarithmic).toBe(false);
  expect(binsOf([[1e-4, 2e-4, 3e-4, 0, 8]])!.isLogarithmic).toBe(true);
});

test("steps are 1, 2 or 5 times a power of ten", () => {
  expect([0.03, 0.2, 0.21, 5.1, 1].map(roundStep)).toEqual([0.05, 0.2, 0.5, 10, 1]);
});
