import { createRng, type Density, integrate, type Rng } from "@surprisal/core";
import { expect } from "vitest";

type Sampled = Density & {
  readonly mean: number;
  readonly sd: number;
  readonly landmarks: readonly number[];
  sample(rng: Rng): number;
};

/** Checks that a density integrates to 1, that mean and sd are its moments, and that samples have them. */
export function expectConsistent(d: Sampled): void {
  const [from, to] = d.window;
  const moment = (power: (x: number) => number) =>
    integrate((x) => Math.exp(d.logDensity(x)) * power(x), from, to, {
      breakpoints: d.landmarks,
      absoluteTolerance: 1e-12,
    }).value;
  // Within the tolerance of the quadrature.
  expect(Math.abs(moment(() => 1) - 1)).toBeLessThan(1e-9);
  expect(Math.abs(moment((x) => (x - d.mean) / d.sd))).toBeLessThan(1e-9);
  expect(Math.abs(moment((x) => ((x - d.mean) / d.sd) ** 2) - 1)).toBeLessThan(1e-9);

  const rng = createRng(7);
  const n = 100_000;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const z = (d.sample(rng) - d.mean) / d.sd;
    sum += z;
    squares += z * z;
  }
  // Five standard errors: of the mean 1, of the square at most √(9 − 1), the exponential's fourth moment being 9.
  expect(Math.abs(sum / n)).toBeLessThan(5 / Math.sqrt(n));
  expect(Math.abs(squares / n - 1)).toBeLessThan((5 * Math.sqrt(8)) / Math.sqrt(n));
}
