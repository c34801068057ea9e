import { createRng, type Rng, standardNormal } from "@surprisal/core";

/** An AR(1) series of mean 0 and variance 1: xᵢ = φ·xᵢ₋₁ + √(1 − φ²)·εᵢ. */
export function autoregressive(n: number, phi: number, rng: Rng): Float64Array {
  const x = new Float64Array(n);
  x[0] = standardNormal(rng);
  for (let i = 1; i < n; i++) x[i] = phi * x[i - 1]! + Math.sqrt(1 - phi ** 2) * standardNormal(rng);
  return x;
}

/** Clusters of equal size around means of their own; mean 0, variance 1, correlation `rho` within. */
export function clustered(clusters: number, size: number, rho: number, rng: Rng) {
  const of: number[] = [];
  const x: number[] = [];
  for (let c = 0; c < clusters; c++) {
    const shared = Math.sqrt(rho) * standardNormal(rng);
    for (let k = 0; k < size; k++) {
      of.push(c);
      x.push(shared + Math.sqrt(1 - rho) * standardNormal(rng));
    }
  }
  return { x, of };
}

/** How many of so many seeded trials succeed. */
export function successes(trials: number, seed: number, trial: (rng: Rng) => boolean): number {
  const rng = createRng(seed);
  let count = 0;
  for (let t = 0; t < trials; t++) if (trial(rng)) count++;
  return count;
}
