import { counts, normalize, type Probabilities, sampleCounts, sampleCoverage } from "@surprisal/core";
import { expect, test } from "vitest";
import { successes } from "./samples.ts";

const over = (size: number, weight: (rank: number) => number) =>
  normalize(Array.from({ length: size }, (_, i) => weight(i + 1)));

test.each<[string, number, Probabilities]>([
  ["uniform over 100", 100, over(100, () => 1)],
  ["Zipf over 1000", 300, over(1000, (r) => 1 / r)],
  ["Zipf over 30", 200, over(30, (r) => 1 / r)],
  ["uniform over 4", 100, over(4, () => 1)],
])("%s, %d draws: the interval at 95 %% holds the mass not met", (_, n, p) => {
  const trials = 1000;
  const held = successes(trials, 21, (rng) => {
    const sample = sampleCounts(p, n, rng);
    const unseen = [...p].reduce((sum, x, i) => sum + (sample[i] === 0 ? x : 0), 0);
    const { low, high } = sampleCoverage(sample);
    return low <= unseen && unseen <= high;
  });
  // 4σ of the binomial, 2.8 %.
  expect(held / trials).toBeGreaterThan(0.95 - 0.028);
});

test("what was met and what was not are all there is; a higher level reaches further", () => {
  const sample = counts([5, 2, 2, 1, 1, 1]);
  const { coverage, unseenMass, low, high } = sampleCoverage(sample);
  expect(coverage + unseenMass).toBe(1);
  expect(unseenMass).toBe(3 / 12);
  const wider = sampleCoverage(sample, 0.99);
  expect(wider.high).toBeGreaterThan(high);
  expect(wider.low).toBeLessThanOrEqual(low);
  // 0.025 = (1 − m)²⁰.
  expect(sampleCoverage(counts([20])).high).toBeCloseTo(1 - 0.025 ** (1 / 20), 14);
  expect(sampleCoverage(counts([20]))).toMatchObject({ unseenMass: 0, low: 0 });
  expect(() => sampleCoverage(sample, 0)).toThrow("sampleCoverage: level is 0, expected a number in (0, 1)");
});
