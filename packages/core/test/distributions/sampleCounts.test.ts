import { createRng, normalize, probabilities, sampleCounts } from "@surprisal/core";
import { expect, test } from "vitest";

/** χ² of how often each number of successes came, against the binomial distribution; cells of fewer than ten are put together. */
function chiSquared(found: readonly number[], n: number, p: number): { value: number; cells: number } {
  let [value, cells, expected, seen] = [0, 0, 0, 0];
  let chance = Math.exp(n * Math.log1p(-p));
  for (let k = 0; k <= n; k++) {
    expected += chance * found.length;
    seen += found.filter((count) => count === k).length;
    chance *= ((n - k) / (k + 1)) * (p / (1 - p));
    if (expected < 10) continue;
    value += (seen - expected) ** 2 / expected;
    cells++;
    [expected, seen] = [0, 0];
  }
  return { value, cells };
}

// By inversion, by rejection, and either from the other side.
test.each([
  [20, 0.2],
  [100, 0.4],
  [100, 0.75],
  [30, 0.9],
  [400, 0.06],
])("of %d draws as many are of an outcome of %d as the binomial distribution says", (n, p) => {
  const rng = createRng(11);
  const found = Array.from({ length: 4000 }, () => sampleCounts(probabilities([p, 1 - p]), n, rng)[0]!);
  const { value, cells } = chiSquared(found, n, p);
  // χ² of c cells has mean c − 1 and variance 2(c − 1); 5 standard deviations.
  expect(value).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
});

test("counts sum to n, and what cannot happen does not", () => {
  const p = normalize([3, 0, 1, 5, 0]);
  for (const n of [1, 7, 1e6, 2 ** 40]) {
    const found = [...sampleCounts(p, n, createRng(2))];
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(n);
    expect([found[1], found[4]]).toEqual([0, 0]);
    expect(found.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
  }
});

test("two outcomes of many are as correlated as they must be: −√(pq/(1 − p)(1 − q))", () => {
  const rng = createRng(3);
  const p = probabilities([0.3, 0.2, 0.5]);
  const draws = Array.from({ length: 4000 }, () => sampleCounts(p, 200, rng));
  const mean = (f: (draw: (typeof draws)[number]) => number) =>
    draws.reduce((sum, draw) => sum + f(draw) / 4000, 0);
  const covariance = mean((d) => (d[0]! - 60) * (d[1]! - 40));
  const scale = Math.sqrt(mean((d) => (d[0]! - 60) ** 2) * mean((d) => (d[1]! - 40) ** 2));
  // 5/√4000 about the truth.
  expect(Math.abs(covariance / scale + Math.sqrt((0.3 * 0.2) / (0.7 * 0.8)))).toBeLessThan(0.08);
});

test("sampleCounts refuses what is no number of draws", () => {
  expect(() => sampleCounts(probabilities([1]), 0, createRng(1))).toThrow(
    "sampleCounts: n is 0, expected a whole number above 0",
  );
});
