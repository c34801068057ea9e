import {
  continuousAlpha,
  continuousKl,
  exponential,
  gaussianMixture,
  normal,
  uniformDensity,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const bumps = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);

/** ∫ p^α q^(1−α) of two normal densities, in closed form. */
function overlap(m: number, s: number, n: number, t: number, alpha: number): number {
  const variance = (1 - alpha) * s * s + alpha * t * t;
  const log = (1 - alpha) * Math.log(s) + alpha * Math.log(t) - Math.log(variance) / 2;
  return Math.exp(log - (alpha * (1 - alpha) * (m - n) ** 2) / (2 * variance));
}

test("continuousAlpha of two normals is (∫ p^α q^(1−α) − 1)/(α(α − 1))", () => {
  const means = fc.double({ min: -5, max: 5, noNaN: true });
  const sds = fc.double({ min: 0.3, max: 3, noNaN: true });
  fc.assert(
    fc.property(means, sds, means, sds, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (m, s, n, t, a) => {
      const { value, error } = continuousAlpha(normal(m, s), normal(n, t), a);
      const expected = (overlap(m, s, n, t, a) - 1) / (a * (a - 1));
      // The closed form loses 2⁻⁵² of 1 in its subtraction, then divides by α(1 − α).
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(error + 2 ** -50 / (a * (1 - a)));
    }),
  );
});

test("continuousAlpha at 1 and 0 is the KL divergence, forward and reverse", () => {
  const q = normal(0, 1.5);
  for (const [alpha, direction] of [
    [1, "forward"],
    [0, "reverse"],
  ] as const) {
    const here = continuousAlpha(bumps, q, alpha);
    const there = continuousKl(bumps, q, { direction });
    expect(Math.abs(here.value - there.value)).toBeLessThanOrEqual(here.error + there.error);
  }
});

test("continuousAlpha turns round with its arguments: Dα(P, Q) = D1−α(Q, P)", () => {
  for (const alpha of [0, 0.2, 0.5, 0.9, 1]) {
    const here = continuousAlpha(bumps, normal(1, 2), alpha);
    const there = continuousAlpha(normal(1, 2), bumps, 1 - alpha);
    expect(Math.abs(here.value - there.value)).toBeLessThanOrEqual(here.error + there.error);
  }
});

test("continuousAlpha is infinite only at the ends: at 1 where Q is zero and P is not, at 0 the other way round", () => {
  const [wide, narrow] = [uniformDensity(0, 2), uniformDensity(0, 1)];
  expect(continuousAlpha(wide, narrow, 1)).toEqual({ value: Infinity, error: 0 });
  expect(continuousAlpha(narrow, wide, 0)).toEqual({ value: Infinity, error: 0 });
  expect(continuousAlpha(wide, narrow, 0).value).toBeCloseTo(Math.LN2, 10);
  // ∫ p^½ q^½ = √½, so D½ = 4(1 − √½).
  expect(continuousAlpha(wide, narrow, 0.5).value).toBeCloseTo(4 * (1 - Math.SQRT1_2), 10);
  expect(continuousAlpha(exponential(1), normal(0, 1), 0.5).value).toBeLessThan(4);
});
