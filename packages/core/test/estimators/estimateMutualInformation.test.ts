import {
  createRng,
  type Estimate,
  estimateMutualInformation,
  type InformationEstimator,
  ksgInformation,
  type Rng,
  standardNormal,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { successes } from "./samples.ts";

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);

/** x normal and y of correlation rho with it. */
function correlated(n: number, rho: number, rng: Rng): [Float64Array, Float64Array] {
  const x = draws(n, () => standardNormal(rng));
  return [x, x.map((t) => rho * t + Math.sqrt(1 - rho ** 2) * standardNormal(rng))];
}

/** One of three labels, and the same one with chance ½, else any. */
function labels(n: number, rng: Rng): [Float64Array, Float64Array] {
  const any = () => Math.floor(3 * rng.next());
  const x = draws(n, any);
  return [x, x.map((label) => (rng.next() < 0.5 ? label : any()))];
}

// On the diagonal ½ + ½·⅓, else ½·⅓ each.
const sharedByLabels = Math.log(3) + (2 / 3) * Math.log(2 / 3) + (1 / 3) * Math.log(1 / 6);

describe("intervals at 90 % hold the truth in 90 of 100 samples", () => {
  const trials = 200;
  const level = 0.9;
  // 4σ of the binomial.
  const slack = 4 * Math.sqrt((level * (1 - level)) / trials);
  test.each<[InformationEstimator, number, (rng: Rng) => [Float64Array, Float64Array]]>([
    ["ksg1", 0, (rng) => correlated(150, 0, rng)],
    ["ksg1", -0.5 * Math.log(1 - 0.36), (rng) => correlated(150, 0.6, rng)],
    ["ksg2", -0.5 * Math.log(1 - 0.36), (rng) => correlated(150, 0.6, rng)],
    ["mixed", sharedByLabels, (rng) => labels(150, rng)],
    [
      "labelled",
      Math.LN2 / 2,
      (rng) => {
        const y = draws(150, () => Math.floor(2 * rng.next()));
        return [y.map((label) => label + 2 * rng.next()), y];
      },
    ],
    ["millerMadow", sharedByLabels, (rng) => labels(150, rng)],
    ["jackknife", sharedByLabels, (rng) => labels(150, rng)],
  ])("%s, %d nats", (estimator, truth, sample) => {
    const held = successes(trials, 1, (rng) => {
      const options = { rng, level, estimator, partitions: 12 };
      const { low, high }: Estimate = estimateMutualInformation(...sample(rng), options);
      return low <= truth && truth <= high;
    });
    expect(held / trials).toBeGreaterThan(level - slack);
    expect(held / trials).toBeLessThan(level + slack);
  });
});

describe("p-values", () => {
  const permutations = 19;
  test.each<[InformationEstimator, (rng: Rng) => [Float64Array, Float64Array]]>([
    ["ksg1", (rng) => correlated(60, 0, rng)],
    ["mixed", (rng) => [draws(60, () => Math.floor(4 * rng.next())), draws(60, rng.next)]],
    ["labelled", (rng) => [draws(60, rng.next), draws(60, () => Math.floor(3 * rng.next()))]],
    [
      "plugIn",
      (rng) => [draws(60, () => Math.floor(4 * rng.next())), draws(60, () => Math.floor(3 * rng.next()))],
    ],
  ])("of independent variables are at most 0.2 in 20 of 100 samples, by %s", (estimator, sample) => {
    const trials = 300;
    const small = successes(trials, 2, (rng) => {
      const options = { rng, estimator, permutations, partitions: 8 };
      return estimateMutualInformation(...sample(rng), options).pValue! <= 0.2;
    });
    // 4σ of the binomial.
    expect(Math.abs(small / trials - 0.2)).toBeLessThan(4 * Math.sqrt((0.2 * 0.8) / trials));
  });

  test("are the least there can be where dependence is plain, whatever form it has", () => {
    const rng = createRng(3);
    const x = draws(200, () => standardNormal(rng));
    const parabola = x.map((t) => t ** 2 + 0.1 * standardNormal(rng));
    expect(estimateMutualInformation(x, parabola, { rng, permutations }).pValue).toBe(1 / (1 + permutations));
    const options = { rng, permutations, estimator: "millerMadow" } as const;
    expect(estimateMutualInformation(...labels(200, rng), options).pValue).toBe(1 / (1 + permutations));
  });
});

test("the value is the estimator's, and the seed settles the rest", () => {
  const [x, y] = correlated(100, 0.5, createRng(4));
  const at = (seed: number) => estimateMutualInformation(x, y, { rng: createRng(seed), permutations: 9 });
  expect(at(1)).toEqual(at(1));
  expect(at(1).value).toBe(ksgInformation(x, y));
  expect(at(2).value).toBe(at(1).value);
  expect(at(2).low).not.toBe(at(1).low);
});

test("labels may be given as such wherever the estimator takes labels", () => {
  const [x, y] = labels(80, createRng(11));
  for (const estimator of ["labelled", "nsb", "plugIn"] as const) {
    const of = (as: typeof y | { labels: typeof y }) =>
      estimateMutualInformation(x, as, { rng: createRng(12), estimator });
    expect(of({ labels: y })).toEqual(of(y));
  }
  const permuted = estimateMutualInformation(
    { labels: x },
    { labels: y },
    { rng: createRng(13), estimator: "mixed", permutations: 19 },
  );
  expect(permuted.pValue).toBe(1 / 20);
});

test("progress counts every measurement of the sample", () => {
  const [x, y] = correlated(60, 0.5, createRng(8));
  const told: [number, number][] = [];
  const onProgress = (done: number, all: number) => told.push([done, all]);
  const options = { rng: createRng(9), partitions: 8, permutations: 3, onProgress };
  estimateMutualInformation(x, y, options);
  // Eight cuts into halves, four into quarters, three orders.
  expect(told).toEqual(Array.from({ length: 15 }, (_, i) => [i + 1, 15]));
  told.length = 0;
  estimateMutualInformation(...labels(60, createRng(10)), { ...options, estimator: "plugIn" });
  expect(told).toEqual([1, 2, 3].map((done) => [done, 3]));
});

test("refuses what is no estimator, several columns of labels, and permutations that are none", () => {
  const [x, y] = labels(20, createRng(5));
  const rng = createRng(6);
  // @ts-expect-error No estimator.
  expect(() => estimateMutualInformation(x, y, { rng, estimator: "ksg" })).toThrow(
    "estimateMutualInformation: estimator is ksg, expected one of ksg1, ksg2, mixed, labelled, plugIn",
  );
  expect(() => estimateMutualInformation([x, x], y, { rng, estimator: "plugIn" })).toThrow(
    "estimateMutualInformation: x has 2 columns, expected one of labels",
  );
  expect(() => estimateMutualInformation(x, [y, y], { rng, estimator: "labelled" })).toThrow(
    "y has 2 columns",
  );
  expect(() => estimateMutualInformation(x, y, { rng, permutations: -1 })).toThrow("permutations is -1");
  for (const estimator of ["ksg1", "ksg2", "labelled"] as const)
    expect(() => estimateMutualInformation({ labels: x }, y, { rng, estimator })).toThrow(
      `estimateMutualInformation: x is labels, expected numbers for ${estimator}`,
    );
  expect(() =>
    estimateMutualInformation({ labels: [1, Number.NaN] }, [1, 2], { rng, k: 1, estimator: "mixed" }),
  ).toThrow("x.labels[1] is NaN, expected a finite number");
});
