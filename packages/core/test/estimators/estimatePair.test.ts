import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  counts,
  createRng,
  crossEntropy,
  estimatePair,
  jensenShannonDivergence,
  klDivergence,
  laplaceSmoothing,
  normalize,
  type PairQuantity,
  sampleCounts,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { posteriorDraws } from "../../src/estimators/pairPosterior.ts";
import { successes } from "./samples.ts";

const { pairs } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../reference/estimators.json"), "utf8"),
);

type PosteriorCase = { p: number[]; q: number[]; concentration: number; kl: number; crossEntropy: number };

test.each<PosteriorCase>(pairs)(
  "the posterior means of $p and $q are Wolpert and Wolf's",
  ({ p, q, concentration, kl, crossEntropy }) => {
    const options = { estimator: "bayesian", concentration, resamples: 100 } as const;
    expect(estimatePair("kl", counts(p), counts(q), options).value / kl).toBeCloseTo(1, 11);
    expect(estimatePair("crossEntropy", counts(p), counts(q), options).value / crossEntropy).toBeCloseTo(
      1,
      11,
    );
  },
);

test("draws from the posterior have its mean, by another door", () => {
  const [p, q] = [counts([3, 0, 7]), counts([1, 5, 2])];
  const draws = posteriorDraws(klDivergence, [p, q], {
    concentration: 0.7,
    resamples: 20_000,
    rng: createRng(3),
  });
  const { value } = estimatePair("kl", p, q, { estimator: "bayesian", concentration: 0.7, resamples: 100 });
  const mean = draws.reduce((sum, x) => sum + x / draws.length, 0);
  const sd = Math.sqrt(draws.reduce((sum, x) => sum + (x - mean) ** 2 / draws.length, 0));
  expect(Math.abs(mean - value)).toBeLessThan((5 * sd) / Math.sqrt(draws.length));
});

describe("what is estimated from two samples", () => {
  const [p, q] = [counts([30, 50, 20]), counts([60, 25, 15])];
  const measures = { kl: klDivergence, crossEntropy, jensenShannon: jensenShannonDivergence } as const;
  test.each(Object.keys(measures) as PairQuantity[])(
    "%s is the measure of the frequencies, plain or smoothed",
    (quantity) => {
      const measure = measures[quantity] as (p: unknown, q: unknown) => number;
      expect(estimatePair(quantity, p, q, { estimator: "plugIn" }).value).toBe(
        measure(normalize(p), normalize(q)),
      );
      expect(estimatePair(quantity, p, q, { estimator: "smoothed", concentration: 2 }).value).toBe(
        measure(laplaceSmoothing(p, 2), laplaceSmoothing(q, 2)),
      );
    },
  );
});

test("an infinite plug-in divergence has no interval, and names what never came from Q", () => {
  const [p, q] = [counts([6, 3, 1]), counts([5, 5, 0])];
  const found = estimatePair("kl", p, q, { estimator: "plugIn" });
  expect(found).toMatchObject({ value: Infinity, low: 0, high: Infinity, resamples: 0 });
  expect(found).toMatchObject({ isEnough: false, drawsWanted: 150 });
  expect(found.mismatch).toEqual({ outcomes: [{ index: 2, mass: 0.1 }], mass: 0.1 });
  for (const estimator of ["smoothed", "bayesian"] as const)
    expect(estimatePair("kl", p, q, { estimator }).high).toBeLessThan(Infinity);
  expect(estimatePair("jensenShannon", p, q, { estimator: "plugIn" }).mismatch).toBeUndefined();
});

test("intervals at 90 % hold the truth in 90 of 100 pairs of samples", () => {
  const trials = 200;
  // 4σ of the binomial, 8.5 %.
  const least = 0.9 - 4 * Math.sqrt(0.09 / trials);
  const [p, q] = [normalize([4, 3, 2, 1]), normalize([1, 1, 1, 1])];
  const truth = klDivergence(p, q);
  for (const estimator of ["plugIn", "smoothed", "bayesian"] as const) {
    const held = successes(trials, 9, (rng) => {
      const samples = [sampleCounts(p, 300, rng), sampleCounts(q, 300, rng)] as const;
      const { low, high } = estimatePair("kl", ...samples, { estimator, level: 0.9, resamples: 200, rng });
      return low <= truth && truth <= high;
    });
    expect(held / trials, estimator).toBeGreaterThan(least);
  }
});

test("estimatePair refuses what it cannot use", () => {
  const p = counts([1, 2]);
  expect(() => estimatePair("kl", p, counts([1]), { estimator: "plugIn" })).toThrow(
    "estimatePair: p has 2 outcomes and q has 1, expected the same outcomes",
  );
  expect(() => estimatePair("kl", p, p, { estimator: "smoothed", concentration: -1 })).toThrow(RangeError);
  expect(() => estimatePair("kl", p, counts([0.5, 2]), { estimator: "plugIn" })).toThrow(RangeError);
  expect(() => estimatePair("kl", p, p, { estimator: "plugIn", level: 0 })).toThrow(RangeError);
  expect(() => estimatePair("tv" as never, p, p, { estimator: "plugIn" })).toThrow(
    "estimatePair: quantity is tv, expected kl, ",
  );
  expect(() => estimatePair("kl", p, p, { estimator: "best" as never })).toThrow(
    "estimatePair: estimator is best, expected plugIn, ",
  );
});

test("a smoothed estimate wants 50 draws an outcome, a finite plug-in one makes do with what there is", () => {
  const [p, q] = [counts([60, 40]), counts([30, 90])];
  expect(estimatePair("kl", p, q, { estimator: "smoothed" })).toMatchObject({
    isEnough: true,
    drawsWanted: 100,
  });
  const [few, others] = [counts([6, 4]), counts([3, 9])];
  expect(estimatePair("kl", few, others, { estimator: "bayesian" })).toMatchObject({
    isEnough: false,
    drawsWanted: 100,
  });
  expect(estimatePair("kl", few, others, { estimator: "plugIn" })).toMatchObject({
    isEnough: true,
    drawsWanted: 10,
  });
});
