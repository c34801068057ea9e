import {
  alphaGradient,
  bestGaussianAlpha,
  bestGaussianForward,
  bestGaussianReverse,
  continuousAlpha,
  gaussianMixture,
  normal,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const bumps = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);
const truths = fc
  .record({
    weight: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    a: fc.double({ min: -3, max: 3, noNaN: true }),
    b: fc.double({ min: -3, max: 3, noNaN: true }),
    sd: fc.double({ min: 0.4, max: 1.5, noNaN: true }),
  })
  .map(({ weight, a, b, sd }) =>
    gaussianMixture([
      { weight, mean: a, sd },
      { weight: 1 - weight, mean: b, sd: 0.8 },
    ]),
  );
const alphas = fc.double({ min: 0.02, max: 0.98, noNaN: true });

test("the ends of bestGaussianAlpha are the forward and the reverse fits", () => {
  const { mean, sd, value } = bestGaussianForward(bumps);
  expect(bestGaussianAlpha(bumps, 1).optima).toMatchObject([{ mean, sd, value }]);
  expect(bestGaussianAlpha(bumps, 0)).toEqual(bestGaussianReverse(bumps));
});

test("bestGaussianAlpha comes to the ends without a jump: within α of the fit at 0, within 1 − α of that at 1", () => {
  const [seeking] = bestGaussianAlpha(bumps, 1e-4).optima;
  const [covering] = bestGaussianAlpha(bumps, 1 - 1e-4).optima;
  // The optima move by less than ten times α, so by less than 10⁻³.
  expect(Math.abs(seeking!.sd - bestGaussianReverse(bumps).optima[0]!.sd)).toBeLessThan(1e-3);
  expect(Math.abs(covering!.sd - bestGaussianForward(bumps).sd)).toBeLessThan(1e-3);
});

test("between the ends the best normal covers for α near 1, and settles on one bump for α near 0", () => {
  for (const alpha of [0.3, 0.5, 0.9])
    expect(Math.abs(bestGaussianAlpha(bumps, alpha).optima[0]!.mean)).toBeLessThan(1e-6);
  for (const alpha of [0.05, 0.1, 0.15])
    expect(bestGaussianAlpha(bumps, alpha).optima[0]!.mean).toBeCloseTo(-2.19, 1);
});

test("no neighbour of an optimum is better", () => {
  fc.assert(
    fc.property(truths, alphas, fc.double({ min: 0, max: 7, noNaN: true }), (p, alpha, angle) => {
      for (const { mean, sd, value, error, gradientNorm } of bestGaussianAlpha(p, alpha).optima) {
        expect(gradientNorm).toBeLessThan(1e-6);
        const near = normal(mean + 0.01 * sd * Math.cos(angle), sd * Math.exp(0.01 * Math.sin(angle)));
        const other = continuousAlpha(p, near, alpha);
        expect(other.value + other.error + error).toBeGreaterThanOrEqual(value);
      }
    }),
    { numRuns: 30 },
  );
});

test("bestGaussianAlpha of a normal is that normal, for every α", () => {
  for (const alpha of [0, 0.25, 0.5, 0.75, 1]) {
    const { optima } = bestGaussianAlpha(normal(3, 2), alpha);
    expect(optima).toHaveLength(1);
    // The search ends at a gradient of 10⁻¹¹; the curvature is 1 or 2.
    expect(Math.abs(optima[0]!.mean - 3) + Math.abs(optima[0]!.sd - 2)).toBeLessThan(1e-10);
  }
});

test("alphaGradient is the slope of continuousAlpha", () => {
  fc.assert(
    fc.property(truths, fc.constantFrom(0, 0.01, 0.3, 0.5, 0.9, 1), (p, alpha) => {
      const [mean, sd, h] = [0.4, 1.3, 1e-4];
      const at = (m: number, logSd: number) => continuousAlpha(p, normal(m, Math.exp(logSd)), alpha).value;
      const { byMean, byLogSd } = alphaGradient(p, normal(mean, sd), alpha);
      const log = Math.log(sd);
      // A central difference is off by h²/6 times the third derivative, here below 10³, and by rounding of 10⁻¹³/h.
      expect(Math.abs((at(mean + h, log) - at(mean - h, log)) / (2 * h) - byMean)).toBeLessThan(2e-6);
      expect(Math.abs((at(mean, log + h) - at(mean, log - h)) / (2 * h) - byLogSd)).toBeLessThan(2e-6);
    }),
    { numRuns: 20 },
  );
});

test("alphaGradient at α = 1 has a closed form in the moments of P", () => {
  const { byMean, byLogSd } = alphaGradient(bumps, normal(0.7, 1.3), 1);
  expect(byMean).toBeCloseTo(0.7 / 1.69, 9);
  expect(byLogSd).toBeCloseTo(1 - (5.33 + 0.49) / 1.69, 9);
});

test("an α outside [0, 1] is refused", () => {
  for (const alpha of [-0.1, 1.1, Number.NaN]) {
    expect(() => bestGaussianAlpha(bumps, alpha)).toThrow(
      `bestGaussianAlpha: alpha is ${alpha}, expected a number from 0 to 1`,
    );
    expect(() => alphaGradient(bumps, normal(0, 1), alpha)).toThrow(RangeError);
    expect(() => continuousAlpha(bumps, normal(0, 1), alpha)).toThrow(RangeError);
  }
});
