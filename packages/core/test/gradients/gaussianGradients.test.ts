import {
  alphaGradient,
  type GaussianEstimator,
  gaussianGradientMoments,
  gaussianMixture,
  gaussianScoreGradient,
  type Normal,
  normal,
  pathwiseGradient,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const settings = fc.record({
  mean: fc.double({ min: -2, max: 2, noNaN: true }),
  sd: fc.double({ min: 0.25, max: 4, noNaN: true }),
});

function expectMoments(estimator: GaussianEstimator, byMean: number[], byLogSd: number[]): void {
  const moments = gaussianGradientMoments(estimator);
  // Quadrature to a relative 1e-10 of the integrals, of which a variance is a difference of two.
  const near = (value: number, truth: number, size: number) =>
    expect(Math.abs(value - truth)).toBeLessThan(1e-9 * size + 1e-12);
  const size = 1 + byMean[0] ** 2 + byMean[1] + byLogSd[0] ** 2 + byLogSd[1];
  near(moments.byMean.mean, byMean[0], size);
  near(moments.byMean.variance, byMean[1], size);
  near(moments.byLogSd.mean, byLogSd[0], size);
  near(moments.byLogSd.variance, byLogSd[1], size);
}

describe("of the cost x², whose mean is μ² + σ², both estimators have gradient (2μ, 2σ²)", () => {
  test("pathwise with variances 4σ² and 4μ²σ² + 8σ⁴", () => {
    fc.assert(
      fc.property(settings, ({ mean, sd }) =>
        expectMoments(
          pathwiseGradient(normal(mean, sd), (x) => 2 * x),
          [2 * mean, 4 * sd ** 2],
          [2 * sd ** 2, 4 * mean ** 2 * sd ** 2 + 8 * sd ** 4],
        ),
      ),
    );
  });

  test("by the score with variances from the moments 1, 3, 15, 105 of z", () => {
    fc.assert(
      fc.property(settings, ({ mean, sd }) => {
        const [m2, s2] = [mean ** 2, sd ** 2];
        // E[x⁴z²] and E[x⁴(z² − 1)²], with E[(z² − 1)²zᵏ] = 2, 10, 78 for k = 0, 2, 4.
        const bySquare = m2 ** 2 + 6 * m2 * s2 * 3 + s2 ** 2 * 15;
        const byScale = m2 ** 2 * 2 + 6 * m2 * s2 * 10 + s2 ** 2 * 78;
        expectMoments(
          gaussianScoreGradient(normal(mean, sd), (x) => x ** 2),
          [2 * mean, bySquare / s2 - 4 * m2],
          [2 * s2, byScale - 4 * s2 ** 2],
        );
      }),
    );
  });
});

describe("of D(Q‖P) between normal distributions, (μ − m)/s² and σ²/s² − 1", () => {
  const p = normal(0.5, 2);
  const exact = (q: Normal) => [(q.mean - p.mean) / p.sd ** 2, (q.sd / p.sd) ** 2 - 1];
  const charge = (q: Normal) => (x: number) => q.logDensity(x) - p.logDensity(x);
  const slope = (q: Normal) => (x: number) => (x - p.mean) / p.sd ** 2 - (x - q.mean) / q.sd ** 2;

  test.each([normal(0.5, 2), normal(-1, 0.5), normal(3, 4)])("at Q = %o", (q) => {
    for (const estimator of [
      pathwiseGradient(q, slope(q)),
      gaussianScoreGradient(q, charge(q)),
      gaussianScoreGradient(q, charge(q), 7),
    ]) {
      const { byMean, byLogSd } = gaussianGradientMoments(estimator);
      const [mean, logSd] = exact(q);
      expect(byMean.mean).toBeCloseTo(mean, 9);
      expect(byLogSd.mean).toBeCloseTo(logSd, 9);
    }
  });

  test("at Q = P the pathwise estimate of the whole cost is 0 at every draw", () => {
    const q = normal(0.5, 2);
    for (const z of [-3, -0.1, 0, 2])
      expect(Object.values(pathwiseGradient(q, slope(q)).at(z)).map(Math.abs)).toEqual([0, 0]);
  });

  test("with the entropy's gradient exact, by the mean the variance is σ²/s⁴", () => {
    const q = normal(1, 3);
    const { byMean, byLogSd } = gaussianGradientMoments(pathwiseGradient(q, (x) => (x - p.mean) / p.sd ** 2));
    expect(byMean.variance).toBeCloseTo(9 / 16, 9);
    expect(byLogSd.mean - 1).toBeCloseTo(exact(q)[1], 9);
  });
});

test("of D(Q‖P) from a mixture, both are on average what quadrature of the divergence says", () => {
  const [distance, sd] = [2.2, 0.7];
  const p = gaussianMixture([-distance, distance].map((mean) => ({ weight: 0.5, mean, sd })));
  for (const q of [normal(0, 1.5), normal(1.7, 0.9)]) {
    const exact = alphaGradient(p, q, 0);
    const slope = (x: number) =>
      (x - distance * Math.tanh((distance * x) / sd ** 2)) / sd ** 2 - (x - q.mean) / q.sd ** 2;
    const charge = (x: number) => q.logDensity(x) - p.logDensity(x);
    for (const estimator of [pathwiseGradient(q, slope), gaussianScoreGradient(q, charge)]) {
      const { byMean, byLogSd } = gaussianGradientMoments(estimator);
      // Quadrature of either side, to a relative 1e-10.
      expect(byMean.mean).toBeCloseTo(exact.byMean, 8);
      expect(byLogSd.mean).toBeCloseTo(exact.byLogSd, 8);
    }
  }
});

test("what is no normal distribution, or no function, is refused", () => {
  // biome-ignore lint/suspicious/noExplicitAny: JavaScript lets these through.
  const [density, nothing] = [{ family: "laplace" } as any, undefined as any];
  expect(() => pathwiseGradient(density, Math.sin)).toThrow(/^pathwiseGradient: q is laplace, expected/);
  expect(() => gaussianScoreGradient(nothing, Math.sin)).toThrow(/q is undefined, expected/);
  expect(() => pathwiseGradient(normal(0, 1), nothing)).toThrow(/slope is undefined, expected/);
  expect(() => gaussianScoreGradient(normal(0, 1), nothing)).toThrow(/cost is undefined, expected/);
});
