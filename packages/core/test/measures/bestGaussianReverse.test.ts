import {
  bestGaussianReverse,
  continuousKl,
  type Density,
  exponential,
  gaussianMixture,
  laplace,
  normal,
  uniformDensity,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import reference from "../../../../reference/continuous.json" with { type: "json" };

const bumps = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);

test("bestGaussianReverse of the two bumps: μ = ±2.1933, σ = 0.7104, D(Q‖P) = 0.69052, D(P‖Q) = 8.8704", () => {
  const [left, right] = bestGaussianReverse(bumps).optima;
  expect([left, right].map((fit) => fit?.mean.toFixed(4))).toEqual(["-2.1933", "2.1933"]);
  for (const { mean, sd, value, gradientNorm } of [left!, right!]) {
    expect([sd.toFixed(4), value.toFixed(5)]).toEqual(["0.7104", "0.69052"]);
    expect(value).toBeLessThan(Math.LN2);
    expect(gradientNorm).toBeLessThan(1e-9);
    expect(continuousKl(bumps, normal(mean, sd)).value.toFixed(4)).toBe("8.8704");
  }
});

// Newton's method in 50 digits, from near each.
test("bestGaussianReverse finds every optimum of the reference", () => {
  for (const { p, mean, sd, value } of reference.reverseFits) {
    const { optima } = bestGaussianReverse(gaussianMixture(p.components));
    const found = optima.find((fit) => Math.abs(fit.mean - Number(mean)) < 1e-8);
    expect(found, mean).toBeDefined();
    expect(Math.abs(found!.sd - Number(sd))).toBeLessThan(1e-8);
    expect(Math.abs(found!.value - Number(value))).toBeLessThanOrEqual(found!.error + 1e-14);
  }
});

test("bestGaussianReverse of a log-density with a window finds the same optima", () => {
  const bare: Density = { logDensity: bumps.logDensity, window: [-6, 6] };
  const [known, found] = [bumps, bare].map((p) =>
    bestGaussianReverse(p).optima.map(({ mean, sd }) => [mean, sd].map((x) => Number(x.toFixed(8)) + 0)),
  );
  expect(found).toEqual(known);
});

test("bestGaussianReverse: closed forms, and no answer where every normal has D(Q‖P) = +∞", () => {
  const [itself, ...others] = bestGaussianReverse(normal(3, 2)).optima;
  expect(others).toEqual([]);
  // The search ends at a gradient of 10⁻¹¹; the curvature here is 1 or 2.
  expect(Math.abs(itself!.mean - 3) + Math.abs(itself!.sd - 2)).toBeLessThan(1e-10);
  expect(itself!.value).toBeLessThan(1e-20);
  // −ln σ + σ√(2/π)/b is least at σ = b√(π/2).
  const [fit] = bestGaussianReverse(laplace(1, 2)).optima;
  expect(fit?.sd).toBeCloseTo(2 * Math.sqrt(Math.PI / 2), 9);
  expect(bestGaussianReverse(uniformDensity(0, 1)).optima).toEqual([]);
  expect(bestGaussianReverse(exponential(1)).optima).toEqual([]);
  expect(bestGaussianReverse({ logDensity: uniformDensity(0, 1).logDensity, window: [0, 1] }).optima).toEqual(
    [],
  );
});

test("bestGaussianReverse of generated mixtures: at least one optimum, best first, none improved by a small step", () => {
  const parts = fc.array(
    fc.record({
      share: fc.integer({ min: 1, max: 8 }),
      mean: fc.double({ min: -10, max: 10, noNaN: true }),
      logScale: fc.double({ min: -2, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(parts, fc.double({ min: -3, max: 3, noNaN: true }), (components, logUnit) => {
      const total = components.reduce((sum, { share }) => sum + share, 0);
      const p = gaussianMixture(
        components.map(({ share, mean, logScale }) => ({
          weight: share / total,
          mean: mean * 10 ** logUnit,
          sd: 10 ** (logScale + logUnit),
        })),
      );
      const { optima } = bestGaussianReverse(p);
      expect(optima.length).toBeGreaterThan(0);
      optima.forEach(({ mean, sd, value, error, gradientNorm }, i) => {
        if (i > 0) expect(value).toBeGreaterThanOrEqual(optima[i - 1]!.value * (1 - 1e-10));
        expect(gradientNorm).toBeLessThanOrEqual(1e-6);
        for (const [dx, ds] of [
          [0.01, 0],
          [-0.01, 0],
          [0, 0.01],
          [0, -0.01],
        ] as const) {
          const near = continuousKl(p, normal(mean + dx * sd, sd * Math.exp(ds)), { direction: "reverse" });
          expect(near.value).toBeGreaterThanOrEqual(value - error - near.error - 1e-8);
        }
      });
      expect(bestGaussianReverse(p)).toEqual({ optima });
    }),
    { seed: 4, numRuns: 60 },
  );
});
