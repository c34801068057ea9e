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
import { policies } from "./policies.ts";

const q = probabilities([0.5, 0.375, 0.125, 0]);
const cost = [1, -2, 4, Number.POSITIVE_INFINITY];

/** Every batch of `size` draws of q, with its probability. */
function batches(size: number): { drawn: number[]; chance: number }[] {
  if (size === 0) return [{ drawn: [], chance: 1 }];
  return batches(size - 1).flatMap(({ drawn, chance }) =>
    [0, 1, 2].map((x) => ({ drawn: [...drawn, x], chance: chance * q[x] })),
  );
}

describe.each<BatchBaseline>(["batch-mean", "leave-one-out"])("%s", (baseline) => {
  test.each([2, 3, 5])("has the moments that all batches of %i draws give", (size) => {
    const all = batches(size).map(({ drawn, chance }) => ({
      said: batchBaselineGradient(q, cost, baseline, drawn),
      chance,
    }));
    const mean = [0, 1, 2, 3].map((i) => all.reduce((sum, { said, chance }) => sum + chance * said[i], 0));
    const variance = all.reduce(
      (sum, { said, chance }) => sum + chance * said.reduce((s, x, i) => s + (x - mean[i]) ** 2, 0),
      0,
    );
    const moments = batchBaselineMoments(q, cost, baseline, size);
    // 243 batches of numbers below 6.
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
});
