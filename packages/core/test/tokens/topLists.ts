import type { Probabilities, TopList } from "@surprisal/core";
import { normalize } from "@surprisal/core";
import fc from "fast-check";

/** Distributions of many shapes: flat, peaked, with tails like language, with ties, with zeros. */
function shapes(size: number): fc.Arbitrary<Probabilities> {
  const noise = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: size, maxLength: size });
  return fc
    .tuple(noise, fc.double({ min: 0, max: 12, noNaN: true }), fc.boolean(), fc.nat(3))
    .map(([base, power, ranked, zeros]) => {
      const weights = base.map((x, i) => (ranked ? x / (i + 1) ** power : x ** power));
      const coarse = power < 1 ? weights.map((x) => Math.round(x * 4) + 0.25) : weights;
      return normalize(coarse.map((x, i) => (i > 0 && i <= Math.min(zeros, size - 1) ? 0 : x)));
    });
}

/** Two distributions over as many outcomes, and how many of each are listed. */
export const pairsOfLists = fc
  .integer({ min: 1, max: 40 })
  .chain((size) =>
    fc.tuple(
      shapes(size),
      fc.oneof(shapes(size), fc.constant(undefined)),
      fc.integer({ min: 1, max: size }),
      fc.integer({ min: 1, max: size }),
    ),
  )
  .map(([p, other, k, l]) => {
    const q = other ?? p;
    return { p, q, ofP: topList(p, k), ofQ: topList(q, l) };
  });

/** How many decimals a provider writes. */
export const decimals = fc.integer({ min: 0, max: 5 });

/** A list as it is where log-probabilities are rounded. */
export function rounded(list: TopList, decimals: number): TopList {
  return {
    ...list,
    logProbabilities: Array.from(list.logProbabilities, (log) =>
      log === -Infinity ? log : Number(log.toFixed(decimals)),
    ),
    // Half a unit, and what the doubles of logarithms down to −60 lose.
    halfUnit: 0.5 * 10 ** -decimals + 1e-12,
  };
}

/** The k likeliest outcomes; the sum of 40 doubles is off by less than 10⁻¹⁴. */
export function topList(p: Probabilities, k: number): TopList {
  const outcomes = Array.from(p, (_, i) => i)
    .sort((i, j) => p[j]! - p[i]!)
    .slice(0, k);
  return {
    outcomes,
    logProbabilities: outcomes.map((i) => Math.log(p[i]!)),
    vocabulary: p.length,
    rounding: 1e-14,
  };
}
