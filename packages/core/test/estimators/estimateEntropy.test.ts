import {
  aliasTable,
  counts,
  createRng,
  type EntropyEstimates,
  entropy,
  estimateEntropy,
  normalize,
  probabilities,
  sampleCounts,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { tally } from "../../src/estimators/countProfile.ts";
import { referencePopulation } from "../../src/estimators/referencePopulation.ts";
import { successes } from "./samples.ts";

const zipf = (size: number) => normalize(Array.from({ length: size }, (_, i) => 1 / (i + 1)));
const best = ({ estimates, recommended }: EntropyEstimates) =>
  estimates.find(({ estimator }) => estimator === recommended)!;

describe("the recommended interval at 90 % holds the truth in 90 of 100 samples", () => {
  const trials = 200;
  const level = 0.9;
  // 4σ of the binomial, 8.5 %.
  const slack = 4 * Math.sqrt((level * (1 - level)) / trials);
  test.each([
    ["Zipf over 50, 400 draws, alphabet unknown", 1, zipf(50), 400, undefined],
    ["uniform over 4, 60 draws", 2, probabilities([0.25, 0.25, 0.25, 0.25]), 60, 4],
    [
      "nine of ten alike, 200 draws",
      3,
      normalize([9, ...Array.from({ length: 9 }, () => 1 / 9)]),
      200,
      undefined,
    ],
  ])("%s", (_, seed, p, n, alphabet) => {
    const truth = entropy(p);
    const held = successes(trials, seed, (rng) => {
      const found = estimateEntropy(sampleCounts(p, n, rng), {
        estimators: ["millerMadow", "chaoWangJost"],
        resamples: 100,
        rng,
        level,
        ...(alphabet && { alphabet }),
      });
      const { low, high } = best(found);
      return low <= truth && truth <= high;
    });
    expect(held / trials).toBeGreaterThan(level - slack);
  });
});

test("every estimate lies in its interval, and the interval within what the alphabet allows", () => {
  const rng = createRng(4);
  for (const n of [1, 2, 5, 40, 1000]) {
    const { estimates } = estimateEntropy(sampleCounts(zipf(30), n, rng), {
      alphabet: 30,
      rng,
      resamples: 100,
    });
    expect(estimates).toHaveLength(9);
    for (const { estimator, value, low, high } of estimates) {
      expect(low, `${estimator} of ${n}`).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(Math.log(30));
      expect(low).toBeLessThanOrEqual(Math.max(0, value) + 1e-12);
      expect(high).toBeGreaterThanOrEqual(Math.min(Math.log(30), value) - 1e-12);
    }
  }
});

test("the same counts have the same estimates, whatever their order", () => {
  expect(estimateEntropy(counts([5, 0, 3, 1, 1]))).toEqual(estimateEntropy(counts([1, 3, 1, 5, 0])));
});

test("many draws of few outcomes want Miller and Madow, some unseen Chao, Wang and Jost, most unseen NSB", () => {
  const because = (sample: number[], alphabet?: number) =>
    estimateEntropy(counts(sample), { estimators: ["plugIn"], ...(alphabet && { alphabet }) });
  expect(because([60, 25, 10, 5])).toMatchObject({
    recommended: "millerMadow",
    because: "wellSampled",
    isEnough: true,
  });
  expect(because([9, 5, 2, 1, 1])).toMatchObject({
    recommended: "chaoWangJost",
    because: "someUnseen",
    isEnough: false,
  });
  expect(because([2, 1, 1, 1, 1], 1000)).toMatchObject({
    recommended: "nsb",
    because: "mostUnseen",
    isEnough: false,
  });
  expect(because([2, 1, 1, 1, 1])).toMatchObject({ recommended: "chaoWangJost" });
});

test("as many draws as are wanted meet nine tenths of equally likely outcomes", () => {
  const p = normalize(Array.from({ length: 100 }, () => 1));
  const rng = createRng(8);
  const wanted = Array.from({ length: 200 }, () => {
    const found = estimateEntropy(sampleCounts(p, 120, rng), { estimators: ["plugIn"], resamples: 100, rng });
    expect(found.isEnough).toBe(false);
    return found.drawsWanted;
  }).sort((a, b) => a - b);
  // 1 − 0.99ⁿ = 0.9 at n = 229; the median of 200 of them, each within some 20 %.
  expect(wanted[100]! / (Math.log(0.1) / Math.log(0.99))).toBeCloseTo(1, 0.8);
});

test("draws that are all alike leave room for what has a chance of not having come", () => {
  const [plugIn] = estimateEntropy(counts([20]), { estimators: ["plugIn"], alphabet: 2 }).estimates;
  // 0.975 = 1 − (1 − m)²⁰ at m = 0.1684.
  const m = 1 - 0.025 ** (1 / 20);
  expect(plugIn!.high).toBeCloseTo(entropy(probabilities([m, 1 - m])), 12);
  expect([plugIn!.value, plugIn!.low]).toEqual([0, 0]);
});

test("a population to resample has the entropy it says, and draws as many", () => {
  const profile = tally([9, 4, 2, 2, 1, 1, 1]);
  const population = referencePopulation(profile, 5);
  const rng = createRng(6);
  const expected = new Float64Array(30);
  for (let t = 0; t < 4000; t++) {
    const { n, sizes, times } = population.draw(rng);
    expect(n).toBe(profile.n);
    sizes.forEach((size, k) => {
      expected[size] = expected[size]! + times[k]! / 4000;
    });
  }
  // The mean entropy of a sample is ln n − Σ over counts m of E[how many have m]·m ln m/n; by another door, from probabilities rebuilt by hand.
  const once = 3;
  const rate = (2 * 2) / ((20 - 1) * once + 2 * 2);
  const missing = (once / 20) * (1 - rate);
  const raw = [9, 4, 2, 2, 1, 1, 1].map((c) => (c / 20) * (1 - c / 20) ** 20);
  const scale = missing / raw.reduce((a, b) => a + b, 0);
  const p = normalize([
    ...[9, 4, 2, 2, 1, 1, 1].map((c, i) => c / 20 - scale * raw[i]!),
    ...Array.from({ length: 5 }, () => missing / 5),
  ]);
  expect(population.entropy).toBeCloseTo(entropy(p), 12);
  const table = aliasTable(p);
  const direct = new Float64Array(30);
  for (let t = 0; t < 4000; t++) {
    const found = new Float64Array(p.length);
    for (let i = 0; i < 20; i++) found[table.sample(rng)]!++;
    for (const count of found) direct[count] = direct[count]! + 1 / 4000;
  }
  // Counts of counts have variance of at most their mean and some; 5σ of 4000, twice.
  for (let m = 1; m < 12; m++)
    expect(Math.abs(expected[m]! - direct[m]!)).toBeLessThan(10 * Math.sqrt((direct[m]! + 0.01) / 4000));
});

test("estimateEntropy refuses what it cannot use", () => {
  const sample = counts([3, 2]);
  expect(() => estimateEntropy(sample, { level: 1 })).toThrow(
    "estimateEntropy: level is 1, expected a number in (0, 1)",
  );
  expect(() => estimateEntropy(sample, { alphabet: 1 })).toThrow(RangeError);
  expect(() => estimateEntropy(sample, { estimators: ["best" as never] })).toThrow(
    "estimateEntropy: estimator is best, expected plugIn, ",
  );
  expect(() => estimateEntropy(sample, { resamples: 3 })).toThrow(RangeError);
  expect(() => estimateEntropy(counts([0.5]))).toThrow(
    "estimateEntropy: sample[0] is 0.5, expected a whole number of occurrences",
  );
});
