import * as core from "@surprisal/core";
import { jensenShannonContributions, jensenShannonDivergence, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pairs } from "../distributions.ts";

// Stated: 16·2⁻⁵³ for a term of even weights, 30·2⁻⁵³ for the general way.
const tolerance = 46 * 2 ** -53;

test("even weights, which have a formula of their own, agree with the mean of two skewed divergences", () => {
  fc.assert(
    fc.property(pairs, ([p, q]) => {
      const value = jensenShannonDivergence(p, q);
      const mean = (core.skewedKlDivergence(p, q, 0.5) + core.skewedKlDivergence(q, p, 0.5)) / 2;
      expect(Math.abs(value - mean)).toBeLessThanOrEqual(tolerance * mean + 1e-307);
    }),
  );
});

test("and with weights next to ½, whatever the ratio of the probabilities", () => {
  // From nearly equal to 10³⁰⁰ apart, and both sides of s² = 0.2, where s = (p − q)/(p + q).
  for (const x of [0.5 + 2 ** -50, 0.50001, 0.6, 0.7236067, 0.7236069, 0.8, 0.99, 1 - 1e-10]) {
    const [p, q] = [probabilities([x, 1 - x]), probabilities([1 - x, x])];
    const next = jensenShannonDivergence(p, q, 0.5 + 2 ** -53);
    // The weight moves by 2⁻⁵³, where the divergence is greatest: that changes it by the square of that.
    expect(Math.abs(jensenShannonDivergence(p, q) / next - 1)).toBeLessThanOrEqual(tolerance);
  }
});

test("values by hand, zeros and subnormals included", () => {
  const [p, q] = [probabilities([1, 0]), probabilities([0.5, 0.5])];
  // m = (¾, ¼): ½(ln 4/3) + ½(½ ln ⅔ + ½ ln 2).
  expect(jensenShannonDivergence(p, q)).toBeCloseTo(0.5 * Math.log(4 / 3) + 0.25 * Math.log(4 / 3), 15);
  expect(jensenShannonDivergence(p, probabilities([0, 1])) / Math.LN2).toBeCloseTo(1, 15);
  expect([...jensenShannonContributions(probabilities([1, 5e-324]), p)]).toEqual([0, 0]);
  const rare = jensenShannonContributions(probabilities([1, 1e-310]), p)[1]!;
  expect(rare / (0.5e-310 * Math.LN2)).toBeCloseTo(1, 12);
});
