import { compensatedSum } from "../numeric/compensatedSum.ts";
import { klTerm } from "../numeric/klTerm.ts";
import type { Nats } from "../units.ts";
import {
  type Bounds,
  clamp,
  cornersOf,
  type Ends,
  entropyTerm,
  leastEntropyTerm,
  type TopList,
} from "./topList.ts";
import { areExact, closest, type ListPair, splitLists, sumApart } from "./topListPair.ts";

/**
 * Between which values D(P‖Q) lies, of two distributions of which only the likeliest outcomes are known.
 *
 * Below: what is not on both lists is put in one bucket, which never raises a divergence (data processing):
 *
 *     Σ p ln(p/q) + t_P ln(t_P/t_Q) ≤ D(P‖Q),   sum over the outcomes on both lists, t the mass outside of it.
 *
 * Above: nothing, for an outcome outside Q's list can be as unlikely as you like. If each has at least probability ε, −ln q ≤ ln(1/ε) for all outside the sum, so that
 *
 *     D(P‖Q) ≤ Σ p ln(p/q) + Σ′ p ln p − h + t_P ln(1/ε),
 *
 * Σ′ over the outcomes on P's list alone, and h the least −Σ p ln p of what P does not list (see `entropyBounds`).
 *
 * Of numbers known to `halfUnit` the bound below is Σ k(p, q) + k(t_P, t_Q), k(a, b) = a ln(a/b) − a + b, each with the two masses as close as they may be: what is added cancels over two distributions, k
 * rises as either goes away from the other (its slopes are ln(a/b) and 1 − a/b), and one bucket makes it no larger. Above, a ln(a/b) falls with b and is convex in a, so that it is largest where b
 * is least and a at one of its ends.
 *
 * @param p The truth P. Exchange the two for D(Q‖P).
 * @param floor The ε: a probability below which no outcome of Q is. It is your assumption, and the upper bound is as good as it.
 * @returns Nats; `upper` is ∞ without a floor, unless everything is listed. Tails are taken as known to `rounding`.
 * @throws RangeError if a list cannot be one (see `entropyBounds`), names an outcome twice, or has an outcome of Q below the floor.
 * @example
 * const base = { outcomes: ["a", "b"], logProbabilities: [Math.log(0.6), Math.log(0.3)], vocabulary: 100 };
 * const small = { outcomes: ["a", "c"], logProbabilities: [Math.log(0.5), Math.log(0.3)], vocabulary: 100 };
 * klBounds(base, small).upper // Infinity
 * const { lower, upper } = klBounds(base, small, 1e-6);
 * [lower.toFixed(3), upper.toFixed(3)] // ["0.020", "5.044"]
 */
export function klBounds(p: TopList, q: TopList, floor?: number): Bounds {
  const pair = splitLists("klBounds", p, q);
  const { outsideP, onlyP, tailP } = pair;
  const lower = leastKl(pair);
  if (lower === Infinity) return { lower, upper: Infinity };
  if (outsideP.upper === 0) return { lower, upper: Math.max(lower, mostShared(pair)) };
  if (floor === undefined) return { lower, upper: Infinity };
  expectFloor(floor, pair.tailQ.probabilities.upper, pair.tailQ.unlisted, pair.tailQ.tail.upper);
  const add = (sum: number, x: number) => sum - entropyTerm(x) - x * Math.log(floor);
  const known = onlyP.lower.reduce((sum, x, i) => Math.max(add(sum, x), add(sum, onlyP.upper[i])), 0);
  const unknown = cornersOf(tailP.tail, tailP.cap).map(
    (mass) => 0 - leastEntropyTerm(mass, tailP.cap) - mass * Math.log(floor),
  );
  return { lower, upper: Math.max(lower, mostShared(pair) + known + Math.max(...unknown)) };
}

function leastKl({ p, q, outsideP, outsideQ }: ListPair): Nats {
  if (!areExact(p, q)) return sumApart(klTerm, p, q).lower + klTerm(...closest(outsideP, outsideQ));
  const shared = compensatedSum(p.lower.length, (i) => plainTerm(p.lower[i], q.lower[i]));
  // t ln(t/s) falls with s, and is least at t = s/e.
  const t = clamp(outsideQ.upper / Math.E, outsideP);
  return Math.max(0, shared + plainTerm(t, outsideQ.upper));
}

function mostShared({ p, q }: ListPair): Nats {
  return compensatedSum(p.lower.length, (i) =>
    Math.max(plainTerm(p.lower[i], q.lower[i]), plainTerm(p.upper[i], q.lower[i])),
  );
}

function plainTerm(p: number, q: number): number {
  return p === 0 ? 0 : p * Math.log(p / q);
}

function expectFloor(floor: number, listed: Float64Array, unlisted: number, mass: number): void {
  if (!(floor > 0 && floor <= 1))
    throw new RangeError(`klBounds: floor is ${floor}, expected a probability above 0`);
  const below = listed.findIndex((x) => x < floor);
  if (below >= 0)
    throw new RangeError(`klBounds: q lists ${listed[below]}, expected no outcome below the floor ${floor}`);
  if (Number.isFinite(unlisted) && floor * unlisted > mass)
    throw new RangeError(
      `klBounds: floor is ${floor}, expected at most ${mass / unlisted}, what q leaves for each outcome outside its list`,
    );
}

/**
 * Between which values the Jensen–Shannon divergence lies. With t the mass outside the outcomes on both lists, and JS(a, b) = ½(a ln(a/m) + b ln(b/m)), m = (a + b)/2:
 *
 *     Σ JS(p, q) + JS(t_P, t_Q)  ≤  JS  ≤  Σ JS(p, q) + ½(t_P + t_Q) ln 2.
 *
 * Proof. Below: one bucket for what is outside (data processing). Above: JS(a, b) ≤ ½(a + b) ln 2 for every outcome, with equality where it is possible in one of the two alone.
 *
 * Of numbers known to `halfUnit` each term is taken where p and q are closest for the one, and farthest for the other: it rises as either goes away from the other (its slopes are ½ ln(a/m) and ½ ln(b/m)).
 *
 * @returns Nats, in [0, ln 2].
 * @throws RangeError as `klBounds`.
 * @example
 * const one = { outcomes: [3], logProbabilities: [Math.log(0.9)] };
 * const { lower, upper } = jensenShannonBounds(one, one);
 * [lower, upper.toFixed(4)] // [0, "0.0693"]
 */
export function jensenShannonBounds(p: TopList, q: TopList): Bounds {
  const pair = splitLists("jensenShannonBounds", p, q);
  const shared = sumApart(jensenShannonTerm, pair.p, pair.q);
  const outside = jensenShannonTerm(...closest(pair.outsideP, pair.outsideQ));
  const most = ((pair.outsideP.upper + pair.outsideQ.upper) / 2) * Math.LN2;
  return {
    lower: Math.min(Math.LN2, shared.lower + outside),
    upper: Math.min(Math.LN2, shared.upper + most),
  };
}

function jensenShannonTerm(p: number, q: number): number {
  const m = (p + q) / 2;
  return (klTerm(p, m) + klTerm(q, m)) / 2;
}

/**
 * Between which values the total variation distance ½ Σ |p − q| lies. With t the mass outside the outcomes on both lists:
 *
 *     ½(Σ |p − q| + max(|t_P − t_Q|, 2a − t_P + t_Q, 2b − t_Q + t_P))  ≤  TV  ≤  ½(Σ |p − q| + t_P + t_Q).
 *
 * a is how much the outcomes on P's list alone exceed what Q can have given each; b the same of Q's. Proof. Above: |x − y| ≤ x + y. Below: outside, let u be the sum of the
 * positive parts of p − q and v that of q − p. Then u − v = t_P − t_Q, u ≥ a, v ≥ b, and Σ |p − q| = u + v, which is 2u − (t_P − t_Q) and 2v + (t_P − t_Q).
 *
 * Of numbers known to `halfUnit` p and q are taken closest, a and b least and t_P − t_Q largest below; and p and q farthest above.
 *
 * @returns In [0, 1].
 * @throws RangeError as `klBounds`.
 * @example
 * const one = { outcomes: [3], logProbabilities: [Math.log(0.9)] };
 * const { lower, upper } = totalVariationBounds(one, one);
 * [lower, upper.toFixed(4)] // [0, "0.1000"]
 */
export function totalVariationBounds(p: TopList, q: TopList): Bounds {
  const { outsideP, outsideQ, onlyP, onlyQ, tailP, tailQ, ...pair } = splitLists(
    "totalVariationBounds",
    p,
    q,
  );
  const shared = sumApart((a, b) => Math.abs(a - b), pair.p, pair.q);
  const excess = (alone: Ends, cap: number) => alone.lower.reduce((sum, x) => sum + Math.max(0, x - cap), 0);
  const most = { fromP: outsideP.upper - outsideQ.lower, fromQ: outsideQ.upper - outsideP.lower };
  const outside = Math.max(
    0,
    0 - most.fromP,
    0 - most.fromQ,
    2 * excess(onlyP, Math.min(tailQ.cap, tailQ.tail.upper)) - most.fromP,
    2 * excess(onlyQ, Math.min(tailP.cap, tailP.tail.upper)) - most.fromQ,
  );
  return {
    lower: Math.min(1, (shared.lower + outside) / 2),
    upper: Math.min(1, (shared.upper + outsideP.upper + outsideQ.upper) / 2),
  };
}

/**
 * Between which values the Hellinger distance √(½ Σ (√p − √q)²) lies. With t the mass outside the outcomes on both lists:
 *
 *     Σ (√p − √q)² + (√t_P − √t_Q)²  ≤  2H²  ≤  Σ (√p − √q)² + t_P + t_Q.
 *
 * Proof. Outside, Σ (√p − √q)² = t_P + t_Q − 2 Σ √(pq), and 0 ≤ Σ √(pq) ≤ √(t_P t_Q) (Cauchy and Schwarz). Of numbers known to `halfUnit` p and q are taken closest below and farthest above.
 *
 * @returns In [0, 1].
 * @throws RangeError as `klBounds`.
 * @example
 * const one = { outcomes: [3], logProbabilities: [Math.log(0.9)] };
 * const { lower, upper } = hellingerBounds(one, one);
 * [lower, upper.toFixed(4)] // [0, "0.3162"]
 */
export function hellingerBounds(p: TopList, q: TopList): Bounds {
  const pair = splitLists("hellingerBounds", p, q);
  const squared = (a: number, b: number) => (Math.sqrt(a) - Math.sqrt(b)) ** 2;
  const shared = sumApart(squared, pair.p, pair.q);
  const outside = squared(...closest(pair.outsideP, pair.outsideQ));
  const distance = (twice: number) => Math.min(1, Math.sqrt(twice / 2));
  return {
    lower: distance(shared.lower + outside),
    upper: distance(shared.upper + pair.outsideP.upper + pair.outsideQ.upper),
  };
}
