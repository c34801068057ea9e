import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import {
  type Bounds,
  clamp,
  cornersOf,
  type Ends,
  entropyTerm,
  leastEntropyTerm,
  readTail,
  type TopList,
} from "./topList.ts";

/**
 * Between which values the entropy of a distribution lies of which only the likeliest outcomes are known. With H_A the listed terms −p ln p, t the mass left for
 * the V − k others, none of them above m:
 *
 *     H_A − ⌊t/m⌋·m ln m − r ln r  ≤  H  ≤  H_A + t ln((V − k)/t),   r = t − ⌊t/m⌋·m.
 *
 * Proof. −x ln x is concave, so the sum over the others is largest where t is spread evenly (Jensen), and least at a corner of the set of all ways to spread it: every
 * outcome at 0 or at m, but one. Both are possible distributions, so that no narrower bounds hold for all.
 *
 * Of numbers known to `halfUnit` each listed term is bounded by itself: it is least at an end of what p may be, and largest where p is closest to 1/e. t is what such numbers can leave, and m the most that the
 * smallest can have been: what more m allows only lowers the least. These bounds hold too, though narrower ones may.
 *
 * @returns Nats; `upper` is ∞ without a vocabulary. t is taken as known to `rounding`.
 * @throws RangeError if a log-probability is above 0, the listed sum to more than 1, or leave more than the others can have.
 * @example
 * const { lower, upper } = entropyBounds({ outcomes: ["a", "b"], logProbabilities: [Math.log(0.5), Math.log(0.25)], vocabulary: 4 });
 * [lower, upper].map((nats) => inUnit(nats, "bits").toFixed(3)) // ["1.500", "1.750"]
 */
export function entropyBounds(list: TopList): Bounds {
  const { probabilities, tail, unlisted, cap } = readTail("entropyBounds", "list", list);
  const { lower, upper } = listedTerms(probabilities);
  const least = Math.min(...cornersOf(tail, cap).map((t) => leastEntropyTerm(t, cap)));
  // t ln(n/t) has its maximum n/e at t = n/e.
  const widest = clamp(unlisted / Math.E, tail);
  const most = widest > 0 ? entropyTerm(widest) + widest * Math.log(unlisted) : 0;
  return { lower: lower + least, upper: upper + most };
}

function listedTerms({ lower, upper }: Ends): Bounds {
  const sum = (term: (i: number) => Nats) => compensatedSum(lower.length, term);
  const least = sum((i) => Math.min(entropyTerm(lower[i]), entropyTerm(upper[i])));
  if (lower === upper) return { lower: least, upper: least };
  // −x ln x has its maximum at 1/e.
  return {
    lower: least,
    upper: sum((i) => entropyTerm(clamp(1 / Math.E, { lower: lower[i], upper: upper[i] }))),
  };
}

/**
 * Between which values the perplexity e^H of such a distribution lies: `entropyBounds`, through a function that only rises.
 *
 * @example perplexityBounds({ outcomes: [7], logProbabilities: [0], vocabulary: 1 }) // { lower: 1, upper: 1 }
 */
export function perplexityBounds(list: TopList): Bounds {
  const { lower, upper } = entropyBounds(list);
  return { lower: Math.exp(lower), upper: Math.exp(upper) };
}

/**
 * Between which values −ln of the probability of an outcome lies: as exact as it is listed, if it is; else its probability is at most that of the smallest listed and at most all
 * that is left, and nothing says how much less, unless a floor is named.
 *
 * @param floor A probability that every outcome has at least. It is your assumption, and the upper bound is as good as it.
 * @returns Nats. Means of the two ends over a text bound its mean negative log-likelihood, and e to them its perplexity.
 * @throws RangeError as `entropyBounds`, and if the floor is not in (0, 1].
 * @example negativeLogLikelihoodBounds({ outcomes: ["a", "b"], logProbabilities: [Math.log(0.5), Math.log(0.25)] }, "c").upper // Infinity
 */
export function negativeLogLikelihoodBounds(list: TopList, outcome: number | string, floor?: number): Bounds {
  const { tail, cap } = readTail("negativeLogLikelihoodBounds", "list", list);
  if (floor !== undefined && !(floor > 0 && floor <= 1))
    throw new RangeError(`negativeLogLikelihoodBounds: floor is ${floor}, expected a number in (0, 1]`);
  const at = Array.from(list.outcomes).indexOf(outcome);
  const { halfUnit = 0 } = list;
  if (at >= 0) {
    const listed: Nats = 0 - list.logProbabilities[at];
    return { lower: Math.max(0, listed - halfUnit), upper: listed + halfUnit };
  }
  const lower: Nats = 0 - Math.log(Math.min(cap, tail.upper));
  return { lower, upper: floor === undefined ? Infinity : Math.max(lower, 0 - Math.log(floor)) };
}
