import { blockLength, createRng, effectiveSampleSize, estimateRate } from "@surprisal/core";
import { expect, test } from "vitest";
import { autoregressive, clustered, successes } from "./samples.ts";

const blocks = { kind: "blocks" } as const;

// n(1 − φ)/(1 + φ). Geyer's sum of a series of 40 000 is right to about 5 %: 20 % is 4σ.
test.each([0, 0.3, 0.5, 0.9])("AR(1) with φ = %d keeps the share (1 − φ)/(1 + φ)", (phi) => {
  const n = 40_000;
  const expected = (n * (1 - phi)) / (1 + phi);
  const found = effectiveSampleSize(autoregressive(n, phi, createRng(21)), blocks);
  expect(found / expected).toBeGreaterThan(0.8);
  expect(found / expected).toBeLessThan(1.2);
});

// As above, from 16 384 means of neighbours at most: how many there are is known to √(2/16 384) = 1 %, and the sum to some 5 %.
test.each([0, 0.5, 0.9])("of long series too, with φ = %d", (phi) => {
  const n = 300_000;
  const found = effectiveSampleSize(autoregressive(n, phi, createRng(26)), blocks);
  const share = found / ((n * (1 - phi)) / (1 + phi));
  expect(share).toBeGreaterThan(0.8);
  expect(share).toBeLessThan(1.2);
});

test("a long series that drifts is soon seen through: all of its lags are not summed one by one", () => {
  const n = 2_000_000;
  const drifting = Float64Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * i) / n));
  // Half a wave depends on itself: no more than some waves are told apart.
  expect(effectiveSampleSize(drifting, blocks)).toBeLessThan(100);
});

test("clusters of m with correlation ρ within keep 1/(1 + (m − 1)ρ)", () => {
  const { x, of } = clustered(2000, 10, 0.3, createRng(22));
  // The variance between 2000 clusters is known to √(2/2000) = 3 %: 4σ.
  expect(Math.abs(effectiveSampleSize(x, { kind: "clusters", of }) / (x.length / 3.7) - 1)).toBeLessThan(
    0.13,
  );
});

test("copies add nothing: each observation five times is one cluster", () => {
  const { x } = clustered(400, 1, 0, createRng(23));
  const copied = x.flatMap((value) => new Array(5).fill(value));
  const of = copied.map((_, i) => Math.floor(i / 5));
  // (n − 1)/n of the variances differ, by 1/400 and 1/2000.
  expect(effectiveSampleSize(copied, { kind: "clusters", of }) / 400).toBeCloseTo(1, 2);
});

test("a constant has no autocorrelation, whatever its rounding", () => {
  const column = new Float64Array(5000).fill(0.1);
  expect(effectiveSampleSize(column, blocks)).toBe(5000);
  expect(blockLength(column)).toBe(1);
});

test("neighbours that repel each other tell more than independent ones", () => {
  expect(effectiveSampleSize(autoregressive(5000, -0.5, createRng(24)), blocks)).toBeGreaterThan(7000);
});

test("blockLength grows with the memory of the series and is near its best", () => {
  // (2G²/D)^⅓ n^⅓ of AR(1): G = 2φ/(1 − φ)², g = (1 + φ)/(1 − φ), D = 4g²/3, in units of the variance.
  const best = (phi: number, n: number) => {
    const slope = (2 * phi) / (1 - phi) ** 2;
    const spectrum = (1 + phi) / (1 - phi);
    return ((2 * slope ** 2 * n) / ((4 / 3) * spectrum ** 2)) ** (1 / 3);
  };
  for (const phi of [0.3, 0.6, 0.8]) {
    const lengths = [31, 32, 33, 34, 35].map((seed) =>
      blockLength(autoregressive(5000, phi, createRng(seed))),
    );
    const median = lengths.sort((a, b) => a - b)[2]!;
    // An estimate from G, of which a tenth or two is noise at this length.
    expect(median / best(phi, 5000)).toBeGreaterThan(0.6);
    expect(median / best(phi, 5000)).toBeLessThan(1.6);
  }
  expect(blockLength([1, 1, 1, 1, 1, 1, 1, 1])).toBe(1);
});

test("estimateRate holds the truth as often as it says, at the ends too", () => {
  const trials = 600;
  for (const truth of [0.02, 0.3, 0.97]) {
    const held = successes(trials, 25, (rng) => {
      const happened = Array.from({ length: 120 }, () => (rng.next() < truth ? 1 : 0));
      const { low, high } = estimateRate(happened, { dependence: { kind: "independent" } });
      return low <= truth && truth <= high;
    });
    // 4σ below; above, discreteness can only help.
    expect(held / trials).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / trials));
  }
  const never = estimateRate([0, 0, 0, 0], { dependence: { kind: "clusters", of: [0, 0, 1, 2] } });
  expect([never.value, never.low, never.effectiveSampleSize]).toEqual([0, 0, 3]);
  // t²/(n + t²) of Wilson's interval at 0 of 3, with Student's t for three clusters.
  expect(never.high).toBeCloseTo(4.3026527 ** 2 / (3 + 4.3026527 ** 2), 6);
});

test("estimateRate counts no more trials than there are, where clusters are more alike than chance has them", () => {
  const dependence = { kind: "clusters", of: [0, 0, 1, 1, 2, 2] } as const;
  const found = estimateRate([0, 1, 1, 0, 0, 1], { dependence });
  expect(found.effectiveSampleSize).toBe(6);
  // Wilson's interval at a half reaches t/(2√(n + t²)).
  expect(found.high - 0.5).toBeCloseTo(4.3026527 / (2 * Math.sqrt(6 + 4.3026527 ** 2)), 6);
});
