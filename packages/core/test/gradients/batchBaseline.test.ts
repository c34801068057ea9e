import {
  type BatchBaseline,
  batchBaselineGradient,
  batchBaselineMoments,
  gradientMoments,
  probabilities,
  reverseKlCost,
  scoreFunctionGradient,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestDifference, reverseGradient } from "./exactGradients.ts";
import { momentsOverBatches, policies } from "./policies.ts";

const q = probabilities([0.5, 0.375, 0.125, 0]);
const cost = [1, -2, 4, Number.POSITIVE_INFINITY];

/** Draws what q never does too, and half of the time what q likes least. */
const other = probabilities([0.25, 0.125, 0.5, 0.125]);

describe.each<BatchBaseline>(["batch-mean", "leave-one-out"])("%s", (baseline) => {
  test.each([
    [2, q],
    [3, q],
    [5, q],
    [2, other],
    [3, other],
    [5, other],
  ])("has the moments that all batches of %i draws of %o give", (size, draws) => {
    const { mean, variance } = momentsOverBatches(draws, size, (drawn) =>
      batchBaselineGradient(q, cost, baseline, drawn, { draws }),
    );
    const moments = batchBaselineMoments(q, cost, baseline, size, { draws });
    // Up to 1024 batches of numbers below 20.
    expect(largestDifference(moments.mean, mean)).toBeLessThan(1e-13);
    expect(Math.abs(moments.variance - variance)).toBeLessThan(1e-12);
  });
});

test("leave-one-out is unbiased, the batch's mean short by an n-th", () => {
  fc.assert(
    fc.property(policies(2), fc.integer({ min: 2, max: 64 }), ([p, q], size) => {
      const costs = reverseKlCost(p, q);
      const [short, whole] = (["batch-mean", "leave-one-out"] as const).map(
        (baseline) => batchBaselineMoments(q, costs, baseline, size).mean,
      );
      const exact = reverseGradient(p, q);
      expect(largestDifference(whole, exact)).toBeLessThan(1e-12);
      const shrunk = exact.map((x) => (1 - 1 / size) * x);
      expect(largestDifference(short, shrunk)).toBeLessThan(1e-12);
    }),
  );
});

test("leave-one-out is unbiased off-policy too", () => {
  fc.assert(
    fc.property(policies(3), fc.integer({ min: 2, max: 64 }), ([p, q, draws], size) => {
      const { mean } = batchBaselineMoments(q, reverseKlCost(p, q), "leave-one-out", size, { draws });
      // Weights of up to 10⁵ multiply the rounding of costs below 10.
      expect(largestDifference(mean, reverseGradient(p, q))).toBeLessThan(1e-9);
    }),
  );
});

test("with many draws the variance tends to that of the value as baseline: E‖·‖² − ‖mean‖², over n", () => {
  const size = 1e6;
  const value = gradientMoments(scoreFunctionGradient(q, cost, { baseline: "value" }), size).variance;
  const own = batchBaselineMoments(q, cost, "leave-one-out", size).variance;
  // The two differ by a share of the order 1/n.
  expect(own / value).toBeCloseTo(1, 5);
});

test("a batch of one has no baseline of its own, and no other name is known", () => {
  expect(() => batchBaselineMoments(q, cost, "batch-mean", 1)).toThrow(/size is 1, expected at least 2/);
  expect(() => batchBaselineGradient(q, cost, "leave-one-out", [0])).toThrow(/expected at least 2/);
  expect(() => batchBaselineGradient(q, cost, "mean" as BatchBaseline, [0, 1])).toThrow(
    /expected "batch-mean"/,
  );
  expect(() => batchBaselineGradient(q, cost, "leave-one-out", [0, 3])).toThrow(/drawn\[1\] is 3, expected/);
  expect(() => batchBaselineMoments(q, [1, 2, Number.NEGATIVE_INFINITY, 0], "batch-mean", 2)).toThrow(
    /cost\[2\] is -Infinity, expected a finite number, since Q can draw it/,
  );
});
