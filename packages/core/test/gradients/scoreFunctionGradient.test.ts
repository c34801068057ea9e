import {
  aliasTable,
  createRng,
  gradientMoments,
  type Probabilities,
  probabilities,
  reverseKlCost,
  type ScoreOptions,
  sampledGradient,
  scoreFunctionGradient,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { costGradient, largestDifference, reverseGradient } from "./exactGradients.ts";
import { policies } from "./policies.ts";

// Costs up to ln 1e4 and weights up to 1e4 of 12 outcomes: 1e-12 is some 1e3 roundings of the largest term.
const close = 1e-12;

test.each<[string, (draws: Probabilities) => ScoreOptions]>([
  ["no baseline", () => ({})],
  ["the value as baseline", () => ({ baseline: "value" })],
  ["the optimal baseline", () => ({ baseline: "optimal" })],
  ["a number", () => ({ baseline: -3 })],
  ["weights, off-policy", (draws) => ({ draws })],
  ["weights and the optimal baseline", (draws) => ({ draws, baseline: "optimal" })],
  ["a control variate", (draws) => ({ control: Float64Array.from(draws), baseline: "value" })],
  ["all of them", (draws) => ({ control: Float64Array.from(draws), draws, baseline: "optimal" })],
])("scoreFunctionGradient estimates ∇D(Q‖P) without bias, with %s", (_, options) => {
  fc.assert(
    fc.property(policies(3), ([p, q, other]) => {
      const { mean } = gradientMoments(scoreFunctionGradient(q, reverseKlCost(p, q), options(other)));
      expect(largestDifference(mean, reverseGradient(p, q))).toBeLessThan(close);
    }),
  );
});

test("on-policy, a baseline b costs (b − b*)²·E‖score‖² of variance more than the optimal one", () => {
  fc.assert(
    fc.property(policies(2), fc.double({ min: -5, max: 5, noNaN: true }), ([p, q], baseline) => {
      const cost = reverseKlCost(p, q);
      const varianceWith = (baseline: NonNullable<ScoreOptions["baseline"]>) =>
        gradientMoments(scoreFunctionGradient(q, cost, { baseline })).variance;
      const scoreSquares = [...q].map((x) => 1 - 2 * x + [...q].reduce((sum, y) => sum + y * y, 0));
      const weighted = (of: (i: number) => number) =>
        [...q].reduce((sum, x, i) => sum + x * of(i) * scoreSquares[i], 0);
      const best = weighted((i) => cost[i]) / weighted(() => 1);
      const extra = (baseline - best) ** 2 * weighted(() => 1);
      const [given, optimal] = [varianceWith(baseline), varianceWith("optimal")];
      expect(Math.abs(given - optimal - extra)).toBeLessThan(1e-12 * (1 + given));
    }),
  );
});

test("the optimal baseline is optimal with clipped weights too, where it moves the mean", () => {
  fc.assert(
    fc.property(policies(3), fc.double({ min: -2, max: 2, noNaN: true }), ([p, q, draws], shift) => {
      const cost = reverseKlCost(p, q);
      const varianceWith = (baseline: NonNullable<ScoreOptions["baseline"]>) =>
        gradientMoments(scoreFunctionGradient(q, cost, { baseline, draws, clip: 0.75 })).variance;
      expect(varianceWith("optimal")).toBeLessThanOrEqual(varianceWith(shift) * (1 + 1e-9) + 1e-12);
    }),
  );
});

test("off-policy, E‖estimate‖² is that of on-policy draws, each q/draws times", () => {
  const [p, q, draws] = [
    [0.5, 0.25, 0.25],
    [0.25, 0.5, 0.25],
    [0.5, 0.25, 0.25],
  ].map((x) => probabilities(x));
  const cost = reverseKlCost(p, q);
  const { mean, variance } = gradientMoments(scoreFunctionGradient(q, cost, { draws }));
  const square = [...q].reduce((sum, x) => sum + x * x, 0);
  const second = [...q].reduce(
    (sum, x, i) => sum + (x ** 2 / draws[i]) * cost[i] ** 2 * (1 - 2 * x + square),
    0,
  );
  // A dozen terms below 1.
  expect(variance).toBeCloseTo(second - mean.reduce((sum, x) => sum + x * x, 0), 14);
});

test("clipping trades variance for the bias that enumeration says", () => {
  const [p, q, draws] = [
    [0.4, 0.4, 0.2],
    [0.6, 0.1, 0.3],
    [0.1, 0.6, 0.3],
  ].map((x) => probabilities(x));
  const cost = reverseKlCost(p, q);
  const [whole, clipped] = [Infinity, 2].map((clip) =>
    gradientMoments(scoreFunctionGradient(q, cost, { draws, clip })),
  );
  expect(clipped.variance).toBeLessThan(whole.variance);
  // Only outcome 0 has a weight, 6, above 2: what is missing is 0.1·4·cost·score.
  const missing = [1 - 0.6, -0.1, -0.3].map((score) => 0.1 * 4 * cost[0] * score);
  const bias = whole.mean.map((x, i) => x - clipped.mean[i]);
  expect(largestDifference(bias, missing)).toBeLessThan(1e-15);
});

test("a guess that is right leaves nothing to estimate", () => {
  const q = probabilities([0.25, 0.5, 0.25]);
  const { mean, variance } = gradientMoments(scoreFunctionGradient(q, [1, 2, 4], { control: [1, 2, 4] }));
  expect(variance).toBe(0);
  expect([...mean]).toEqual(costGradient(q, [1, 2, 4]));
});

test("draws have the moments that enumeration says, within five standard errors", () => {
  const [p, q] = [probabilities([0.4, 0.4, 0.2]), probabilities([0.6, 0.1, 0.3])];
  const estimator = scoreFunctionGradient(q, reverseKlCost(p, q), { baseline: "optimal" });
  const [rng, table, size] = [createRng(11), aliasTable(q), 20_000];
  const drawn = Array.from({ length: size }, () => table.sample(rng));
  const { mean, variance } = gradientMoments(estimator, size);
  expect(largestDifference(sampledGradient(estimator, drawn), mean)).toBeLessThan(5 * Math.sqrt(variance));
});

test("an infinite cost is refused where Q can draw it, and only there", () => {
  const [q, p] = [probabilities([0.5, 0.5, 0]), probabilities([0.5, 0, 0.5])];
  expect([...reverseKlCost(p, q)]).toEqual([0, Infinity, -Infinity]);
  expect(() => scoreFunctionGradient(q, reverseKlCost(p, q))).toThrow(/cost\[1\] is Infinity, expected/);
  expect(gradientMoments(scoreFunctionGradient(q, [1, 0, -Infinity])).mean).toEqual(
    Float64Array.of(0.25, -0.25, 0),
  );
  expect(() => scoreFunctionGradient(q, [1, 0])).toThrow(/cost has 2 entries, expected 3/);
  expect(() => scoreFunctionGradient(q, [1, 0, 0], { clip: 0 })).toThrow(/clip is 0, expected/);
  for (const baseline of [Number.NaN, "mean" as "none"])
    expect(() => scoreFunctionGradient(q, [1, 0, 0], { baseline })).toThrow(
      /baseline is \w+, expected "none"/,
    );
});
