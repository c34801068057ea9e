import { logRisingFactorial } from "../numeric/logRisingFactorial.ts";
import type { Rng } from "../rng.ts";
import { type Counts, expectKind, ofKind, type Probabilities } from "./kinds.ts";

/**
 * How often each outcome occurs in n independent draws: a draw from the multinomial distribution, outcome by outcome, in a time that does not grow with n.
 *
 * @param p k probabilities.
 * @param n A whole number above 0.
 * @returns k whole counts that sum to n.
 * @throws RangeError if n is not such a number.
 * @example sampleCounts(probabilities([0.5, 0.3, 0.2]), 1000, createRng(1)) // [495, 298, 207]
 */
export function sampleCounts(p: Probabilities, n: number, rng: Rng): Counts {
  expectKind("sampleCounts", "p", p, "probabilities");
  if (!(Number.isSafeInteger(n) && n >= 1))
    throw new RangeError(`sampleCounts: n is ${n}, expected a whole number above 0`);
  return ofKind("counts", multinomial(p, n, rng));
}

/** The same, of weights that are known to sum to about 1. */
export function multinomial(p: ArrayLike<number>, n: number, rng: Rng): Float64Array {
  const found = new Float64Array(p.length);
  let massAfter = 0;
  let last = 0;
  for (let i = 0; i < p.length; i++) {
    massAfter += p[i];
    if (p[i] > 0) last = i;
  }
  let left = n;
  for (let i = 0; i < last && left > 0; i++) {
    if (p[i] === 0) continue;
    found[i] = binomial(left, Math.min(1, p[i] / massAfter), rng);
    left -= found[i];
    massAfter -= p[i];
  }
  found[last] = left;
  return found;
}

/** How many of n trials succeed, each with probability p. */
function binomial(n: number, p: number, rng: Rng): number {
  if (p > 0.5) return n - binomial(n, 1 - p, rng);
  return n * p < 10 ? byInversion(n, p, rng) : byRejection(n, p, rng);
}

function byInversion(n: number, p: number, rng: Rng): number {
  const odds = p / (1 - p);
  let term = Math.exp(n * Math.log1p(-p));
  let rest = rng.next();
  let k = 0;
  for (; rest >= term && k < n; k++) {
    rest -= term;
    term *= (odds * (n - k)) / (k + 1);
  }
  return k;
}

/** Hörmann (1993), The Generation of Binomial Random Variates, J. Stat. Comput. Simul. 46: algorithm BTRS, for np ≥ 10 and p ≤ ½. */
function byRejection(n: number, p: number, rng: Rng): number {
  const sd = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * sd;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = rng.next() - 0.5;
    const v = rng.next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (!(k >= 0 && k <= n)) continue;
    const accepted = Math.log((v * (2.83 + 5.1 / b) * sd) / (a / (us * us) + b));
    if (accepted <= logRatioOfTerms(n, p, mode, k)) return k;
  }
}

/** ln of the probability of k successes over that of m. */
function logRatioOfTerms(n: number, p: number, m: number, k: number): number {
  if (k < m) return -logRatioOfTerms(n, p, k, m);
  const ways = logRisingFactorial(n - k + 1, k - m) - logRisingFactorial(m + 1, k - m);
  return ways + (k - m) * Math.log(p / (1 - p));
}
