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
  type PairEstimator,
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

describe("the smoothed interval of a divergence", () => {
  test("holds it in 90 of 100 pairs of samples with a draw an outcome, as it does where they are equal", () => {
    const trials = 150;
    const [zipf, uniform] = [normalize([6, 3, 2, 1.5, 1.2, 1, 0.9, 0.8]), normalize(Array(8).fill(1))];
    for (const [p, q] of [
      [zipf, uniform],
      [uniform, uniform],
    ] as const) {
      const truth = klDivergence(p, q);
      const held = successes(trials, 10, (rng) => {
        const samples = [sampleCounts(p, 8, rng), sampleCounts(q, 8, rng)] as const;
        const options = { estimator: "smoothed", level: 0.9, resamples: 500, rng } as const;
        const { low, high } = estimatePair("kl", ...samples, options);
        return low <= truth && truth <= high;
      });
      // 4σ of the binomial.
      expect(held / trials).toBeGreaterThan(0.9 - 4 * Math.sqrt(0.09 / trials));
    }
  });

  test("begins at 0 where samples are alike, and has no end where none is too far", () => {
    const smoothed = { estimator: "smoothed" } as const;
    const alike = estimatePair("kl", counts([10, 10]), counts([10, 10]), smoothed);
    expect(alike).toMatchObject({ value: 0, low: 0, method: "inversion" });
    // Some 20 draws of each cannot tell chances of a half from chances of 0.3 and 0.7, which are 0.34 nats apart.
    expect(alike.high).toBeGreaterThan(0.05);
    expect(alike.high).toBeLessThan(0.34);
    const apart = [counts([10, 0]), counts([0, 10])] as const;
    expect(estimatePair("kl", ...apart, smoothed)).toMatchObject({ high: Infinity });
    const { low, high } = estimatePair("jensenShannon", ...apart, smoothed);
    expect(low).toBeGreaterThan(0.1);
    expect(high).toBeLessThanOrEqual(Math.LN2);
    expect(estimatePair("jensenShannon", counts([1, 0]), counts([0, 1]), smoothed).high).toBe(Math.LN2);
    expect(estimatePair("kl", counts([5]), counts([7]), smoothed)).toMatchObject({ low: 0, high: 0 });
  });

  test("is [0, small] of samples more alike than chance makes them", () => {
    const { low, high } = estimatePair("kl", counts([20, 20, 20]), counts([10, 10, 10]), {
      estimator: "smoothed",
    });
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0);
    expect(high).toBeLessThan(0.1);
  });

  test("does not depend on the order of outcomes but for its draws, and narrows with them", () => {
    const width = (times: number) => {
      const [p, q] = [counts([3 * times, 5 * times, 2 * times]), counts([6 * times, 3 * times, times])];
      const { low, high } = estimatePair("kl", p, q, { estimator: "smoothed" });
      const truth = klDivergence(normalize(p), normalize(q));
      expect(low).toBeLessThan(truth);
      expect(high).toBeGreaterThan(truth);
      return high - low;
    };
    // The width falls like 1/√n: by 10 from 100 to 10 000, within a quarter.
    expect(width(10) / width(1000)).toBeGreaterThan(7.5);
    expect(width(10) / width(1000)).toBeLessThan(12.5);
  });
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

test("a posterior wants 50 draws an outcome, a smoothed divergence 5, a finite plug-in one makes do with what there is", () => {
  const of = (quantity: PairQuantity, estimator: PairEstimator, times: number) => {
    const [p, q] = [counts([6 * times, 4 * times]), counts([3 * times, 9 * times])];
    const { isEnough, drawsWanted } = estimatePair(quantity, p, q, { estimator, resamples: 100 });
    return [isEnough, drawsWanted];
  };
  expect(of("kl", "bayesian", 10)).toEqual([true, 100]);
  expect(of("kl", "bayesian", 9)).toEqual([false, 100]);
  expect(of("crossEntropy", "smoothed", 9)).toEqual([false, 100]);
  for (const quantity of ["kl", "jensenShannon"] as const)
    expect(of(quantity, "smoothed", 1)).toEqual([true, 10]);
  expect(estimatePair("kl", counts([2, 2]), counts([3, 3]), { estimator: "smoothed" })).toMatchObject({
    isEnough: false,
    drawsWanted: 10,
  });
  expect(of("kl", "plugIn", 1)).toEqual([true, 10]);
});
