import {
  batchBaselineGradient,
  probabilities,
  reverseKlCost,
  selfNormalizedGradient,
  selfNormalizedMoments,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { largestDifference, reverseGradient } from "./exactGradients.ts";
import { momentsOverBatches } from "./policies.ts";

const p = probabilities([0.25, 0.25, 0.375, 0.125]);
const q = probabilities([0.5, 0.375, 0.125, 0]);
const draws = probabilities([0.25, 0.125, 0.5, 0.125]);
const cost = reverseKlCost(p, q);

test.each([1, 2, 3, 5])("has the moments that all batches of %i draws give", (size) => {
  const { mean, variance } = momentsOverBatches(draws, size, (drawn) =>
    selfNormalizedGradient(q, cost, draws, drawn),
  );
  const moments = selfNormalizedMoments(q, cost, draws, size);
  // Up to 1024 batches of numbers below 2.
  expect(largestDifference(moments.mean, mean)).toBeLessThan(1e-14);
  expect(Math.abs(moments.variance - variance)).toBeLessThan(1e-14);
});

test("its bias falls like 1/n, and its variance comes near that of the delta method", () => {
  const exact = reverseGradient(p, q);
  const at = (size: number) => selfNormalizedMoments(q, cost, draws, size);
  const [some, many] = [at(40), at(80)];
  const bias = ({ mean }: { mean: Float64Array }, i: number) => mean[i]! - exact[i]!;
  // What is left falls like 1/n²: it changes the ratio by c/n, where c is below 4.
  for (const i of [0, 1, 2]) {
    expect(Math.abs(bias(some, i))).toBeGreaterThan(1e-4);
    expect(Math.abs((80 * bias(many, i)) / (40 * bias(some, i)) - 1)).toBeLessThan(0.1);
  }
  // What a draw adds, in a large batch, is w·((cost − E cost)·score − gradient)/n.
  const expected = [0, 1, 2].reduce((sum, x) => sum + q[x]! * cost[x]!, 0);
  const limit = [0, 1, 2].reduce((sum, x) => {
    const strays = [0, 1, 2].map((i) => (cost[x]! - expected) * ((i === x ? 1 : 0) - q[i]!) - exact[i]!);
    return sum + (q[x]! ** 2 / draws[x]!) * strays.reduce((square, t) => square + t ** 2, 0);
  }, 0);
  const off = (size: number, { variance }: { variance: number }) => (size * variance) / limit - 1;
  expect(Math.abs(off(80, many))).toBeLessThan(0.2);
  expect(Math.abs(off(80, many) / off(40, some) - 0.5)).toBeLessThan(0.1);
});

test("on-policy it is the batch's mean as baseline; a constant cost says nothing, and neither does a batch that Q cannot draw", () => {
  const drawn = [0, 1, 1, 2, 0];
  expect(
    largestDifference(
      selfNormalizedGradient(q, cost, q, drawn),
      batchBaselineGradient(q, cost, "batch-mean", drawn),
    ),
  ).toBeLessThan(1e-15);
  const more = cost.map((x) => x + 1000);
  const difference = largestDifference(
    selfNormalizedGradient(q, more, draws, drawn),
    selfNormalizedGradient(q, cost, draws, drawn),
  );
  // Roundings of costs near 1000.
  expect(difference).toBeLessThan(4 * 1000 * 2 ** -52);
  expect([...selfNormalizedGradient(q, cost, draws, [3, 3])]).toEqual([0, 0, 0, 0]);
});

test("refuses what cannot be drawn, an empty batch, and more kinds of batch than can be gone through", () => {
  expect(() => selfNormalizedGradient(q, cost, q, [3])).toThrow(
    "selfNormalizedGradient: drawn[0] is 3, expected an outcome that can be drawn",
  );
  expect(() => selfNormalizedGradient(q, cost, draws, [])).toThrow("size is 0");
  expect(() => selfNormalizedMoments(q, cost, draws, 1000)).toThrow(
    "selfNormalizedMoments: size is 1000, expected so few that 4 outcomes make at most 1000000 kinds of batch",
  );
  expect(() => selfNormalizedMoments(q, [0, 0, Number.POSITIVE_INFINITY, 0], draws, 2)).toThrow("cost[2]");
});
