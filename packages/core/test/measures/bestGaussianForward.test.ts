import {
  bestGaussianForward,
  continuousKl,
  type Density,
  gaussianMixture,
  laplace,
  normal,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const bumps = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);

test("bestGaussianForward of the two bumps: μ = 0, σ = √5.33, D(P‖Q) = 0.5026", () => {
  const { mean, sd, value } = bestGaussianForward(bumps);
  expect([mean, sd]).toEqual([0, Math.sqrt(5.33)]);
  expect(value.toFixed(4)).toBe("0.5026");
});

test("bestGaussianForward of a normal is that normal", () => {
  expect(bestGaussianForward(normal(3, 2))).toMatchObject({ mean: 3, sd: 2, value: 0 });
});

test("bestGaussianForward of a log-density with a window has its moments", () => {
  const bare: Density = { logDensity: bumps.logDensity, window: [-6, 6] };
  const { mean, sd, value } = bestGaussianForward(bare);
  expect(Math.abs(mean)).toBeLessThan(1e-9);
  expect(Math.abs(sd - Math.sqrt(5.33))).toBeLessThan(1e-9);
  expect(value.toFixed(8)).toBe(bestGaussianForward(bumps).value.toFixed(8));
});

test("bestGaussianForward is better than every other normal", () => {
  const p = laplace(1, 2);
  const best = bestGaussianForward(p);
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (shift, logFactor) => {
        const other = continuousKl(p, normal(best.mean + shift, best.sd * Math.exp(logFactor)));
        expect(best.value).toBeLessThanOrEqual(other.value + other.error + best.error);
      },
    ),
    { seed: 1 },
  );
});

test("bestGaussianForward refuses a truth without variance", () => {
  const cauchy: Density = { logDensity: (x) => -Math.log(Math.PI) - Math.log1p(x * x), window: [-10, 10] };
  expect(() => bestGaussianForward(cauchy)).toThrow(
    "bestGaussianForward: p has no finite mean and sd, expected both",
  );
});
