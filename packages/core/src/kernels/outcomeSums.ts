import { logProbabilitiesOf } from "./rowReference.ts";

/** Sums over rows, one entry an outcome; of pairs of rows that are distributions both. Nats. */
export type OutcomeSums = {
  /** How many pairs. */
  readonly rows: number;
  /** Σ P(v). */
  readonly p: Float64Array;
  /** Σ Q(v). */
  readonly q: Float64Array;
  /** Σ P(v) ln(P(v)/Q(v)); ∞ where Q rules out in some row what P allows. */
  readonly forward: Float64Array;
  /** Σ Q(v) ln(Q(v)/P(v)). */
  readonly reverse: Float64Array;
};

const columns = ["p", "q", "forward", "reverse"] as const;

/** Sums that grow. */
export type GrowingSums = { -readonly [name in keyof OutcomeSums]: OutcomeSums[name] };

/** Sums of nothing yet. @param columnAt Where to keep each column, all 0; in memory of its own unless given. */
export function growingSums(
  vocabulary: number,
  columnAt: (index: number) => Float64Array = () => new Float64Array(vocabulary),
): GrowingSums {
  const [p, q, forward, reverse] = columns.map((_, index) => columnAt(index));
  return { rows: 0, p, q, forward, reverse };
}

/** A copy of the sums, which begin anew. */
export function takeSums(sums: GrowingSums): OutcomeSums {
  const { rows } = sums;
  const [p, q, forward, reverse] = columns.map((name) => sums[name].slice());
  sums.rows = 0;
  for (const name of columns) sums[name].fill(0);
  return { rows, p, q, forward, reverse };
}

/**
 * The sums over all rows, from those of parts of them. Every term was rounded to a multiple of 2⁻³⁶, so that the sums are exact until they pass 2¹⁷, and the same however the rows were shared out.
 *
 * @throws RangeError if the parts are over vocabularies of different sizes.
 * @example
 * const part = { rows: 1, p: Float64Array.of(0.5), q: Float64Array.of(1), forward: Float64Array.of(0), reverse: Float64Array.of(0) };
 * addOutcomeSums(part, part).p // Float64Array.of(1)
 */
export function addOutcomeSums(one: OutcomeSums, other: OutcomeSums): OutcomeSums {
  if (one.p.length !== other.p.length)
    throw new RangeError(`addOutcomeSums: other has ${other.p.length} outcomes, expected ${one.p.length}`);
  const [p, q, forward, reverse] = columns.map((name) => one[name].map((x, v) => x + other[name][v]));
  return { rows: one.rows + other.rows, p, q, forward, reverse };
}

/** Adds a pair of rows of logits that are distributions, term by term in doubles. */
export function addOutcomes(into: GrowingSums, x: Float32Array, y: Float32Array): void {
  into.rows++;
  const [logP, logQ] = [logProbabilitiesOf(x), logProbabilitiesOf(y)];
  for (let v = 0; v < x.length; v++) {
    const [p, q] = [Math.exp(logP[v]), Math.exp(logQ[v])];
    into.p[v] += rounded(p);
    into.q[v] += rounded(q);
    if (p > 0) into.forward[v] += rounded(p * (logP[v] - logQ[v]));
    if (q > 0) into.reverse[v] += rounded(q * (logQ[v] - logP[v]));
  }
}

function rounded(x: number): number {
  return Math.round(x * 2 ** 36) / 2 ** 36;
}
