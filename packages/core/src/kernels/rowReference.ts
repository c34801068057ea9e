import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import { logSumExp } from "../numeric/logSumExp.ts";
import { noTarget, type PairAnswer, type RowAnswer, type RowFault } from "./rows.ts";

/** Why these logits are no distribution, if they are none. */
export function faultOf(x: Float32Array): RowFault | undefined {
  let largest = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i])) return "NaN";
    if (x[i] > largest) largest = x[i];
  }
  if (largest === Infinity) return "+∞";
  return largest === -Infinity ? "all −∞" : undefined;
}

/** The measures of one row in doubles, term by term: the measure of all faster ways. `x` is a distribution (see `faultOf`). */
export function rowReference(x: Float32Array, target: number): RowAnswer {
  const top1 = indexOfLargest(x);
  const log = logProbabilitiesOf(x);
  return {
    logSumExp: x[top1] - log[top1],
    negativeLogLikelihood: target === noTarget ? Number.NaN : 0 - log[target],
    entropy: compensatedSum(x.length, (i) => {
      const probability = Math.exp(log[i]);
      return probability > 0 ? 0 - probability * log[i] : 0;
    }),
    top1,
    top1LogProbability: log[top1],
    rank: target === noTarget ? -1 : rankOf(x, target),
  };
}

/** What compares two rows, in the same way. `top` is 0 for no overlap. */
export function pairReference(x: Float32Array, y: Float32Array, top: number): PairAnswer {
  const [logP, logQ] = [logProbabilitiesOf(x), logProbabilitiesOf(y)];
  const [p, q] = [logP.map(Math.exp), logQ.map(Math.exp)];
  const sum = (term: (p: number, q: number, difference: number) => number) =>
    compensatedSum(x.length, (i) => term(p[i], q[i], logP[i] - logQ[i]));
  return {
    forwardKl: sum(klTerm),
    reverseKl: sum((p, q, difference) => klTerm(q, p, -difference)),
    jensenShannon: Math.min(Math.LN2, sum(jensenShannonTerm)),
    totalVariation: Math.min(1, sum((p, q) => Math.abs(p - q)) / 2),
    topOverlap: overlap(largest(x, top), largest(y, top)),
  };
}

/** Logits less ln Σ e^x, by way of the largest, so that the size of the logits costs no digits. */
export function logProbabilitiesOf(x: Float32Array): Float64Array {
  const largest = x[indexOfLargest(x)];
  const log = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) log[i] = x[i] - largest;
  const total = logSumExp(log);
  for (let i = 0; i < x.length; i++) log[i] -= total;
  return log;
}

/** p·difference − p + q ≥ 0 for difference = ln(p/q); the added terms cancel over a distribution. */
function klTerm(p: number, q: number, difference: number): number {
  if (p === 0) return q;
  return difference > -1 ? p * expm1MinusX(-difference) : p * difference - p + q;
}

/** ½(p ln(p/m) + q ln(q/m)) for m = (p + q)/2, by the ratio v of the smaller to the larger. */
function jensenShannonTerm(p: number, q: number, difference: number): number {
  const [small, large] = p < q ? [p, q] : [q, p];
  if (large === 0) return 0;
  if (small === 0) return (large * Math.LN2) / 2;
  const v = small / large;
  return ((p + q) * (Math.LN2 - Math.log1p(v)) - small * Math.abs(difference)) / 2;
}

function indexOfLargest(x: Float32Array): number {
  let top = 0;
  for (let i = 1; i < x.length; i++) if (x[i] > x[top]) top = i;
  return top;
}

/** 1 and the number of outcomes that are likelier, or as likely and before it. */
function rankOf(x: Float32Array, target: number): number {
  let rank = 1;
  for (let i = 0; i < x.length; i++) if (x[i] > x[target] || (x[i] === x[target] && i < target)) rank++;
  return rank;
}

/** The k likeliest outcomes that are possible at all; of equals, the first. */
export function largest(x: Float32Array, k: number): number[] {
  const kept: number[] = [];
  for (let i = 0; i < x.length && k > 0; i++) {
    if (!(x[i] > -Infinity) || (kept.length === k && !(x[i] > x[kept[k - 1]]))) continue;
    let at = kept.length < k ? kept.length : k - 1;
    for (; at > 0 && x[kept[at - 1]] < x[i]; at--) kept[at] = kept[at - 1];
    kept[at] = i;
  }
  return kept;
}

export function overlap(one: readonly number[], other: readonly number[]): number {
  const found = new Set(other);
  return one.filter((index) => found.has(index)).length;
}
