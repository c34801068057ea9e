import type { OutcomeSums } from "../kernels/outcomeSums.ts";
import type { Nats } from "../units.ts";

/** What one outcome has to do with the divergence of a candidate Q from a base P; means over all rows. */
export interface Carrier {
  readonly outcome: number;
  readonly baseProbability: number;
  readonly candidateProbability: number;
  /** Of P(v) ln(P(v)/Q(v)) − P(v) + Q(v), which is never negative and sums to D(P‖Q); ∞ where Q rules out in some row what P allows. */
  readonly forwardKl: Nats;
  /** Of Q(v) ln(Q(v)/P(v)) − Q(v) + P(v), which sums to D(Q‖P). */
  readonly reverseKl: Nats;
  /** Of P(v) ln(P(v)/Q(v)) itself, negative where Q gives more; it sums to D(P‖Q) too. */
  readonly forwardTerm: Nats;
  readonly reverseTerm: Nats;
  /** The part of D(P‖Q) that `forwardKl` is; not there if that is 0 or ∞. */
  readonly shareOfKl?: number;
}

/**
 * The outcomes that the divergence of two models sits in, those with most of D(P‖Q) first. A mean over rows of P(v) ln(P(v)/Q(v)) says little of an outcome that Q makes likelier in one row and
 * less likely in another: what is only moved falls out of P(v) ln(P(v)/Q(v)) − P(v) + Q(v).
 *
 * There are no intervals: these say where the divergence of this text sits, and the sums do not hold how it varies from row to row.
 *
 * @param sums From `compareRows` with `outcomes`.
 * @param top How many.
 * @returns Nats. Over all outcomes they sum to the mean divergences within 10⁻⁶ of what the rows have.
 * @throws RangeError if there are no rows.
 * @example
 * const p = { format: "f32", vocabulary: 3, values: Float32Array.of(0, 0, -Infinity) } as const;
 * const q = { format: "f32", vocabulary: 3, values: Float32Array.of(0, -Infinity, 0) } as const;
 * const [first] = divergenceCarriers(compareRows(p, q, { outcomes: true }).outcomes, 1);
 * [first.outcome, first.baseProbability, first.forwardKl] // [1, 0.5, Infinity]
 */
export function divergenceCarriers(sums: OutcomeSums, top: number): Carrier[] {
  const { rows, p, q, forward, reverse } = sums;
  if (rows === 0) throw new RangeError("divergenceCarriers: sums are of 0 rows, expected one at least");
  const part = forward.map((nats, v) => Math.max(0, nats - p[v] + q[v]));
  const total = part.reduce((sum, nats) => sum + nats, 0);
  const order = Int32Array.from(part.keys()).sort((v, w) =>
    part[v] === part[w] ? p[w] - p[v] || v - w : part[w] - part[v],
  );
  return Array.from(order.subarray(0, top), (outcome) => {
    const share = part[outcome] / total;
    return {
      outcome,
      baseProbability: p[outcome] / rows,
      candidateProbability: q[outcome] / rows,
      forwardKl: part[outcome] / rows,
      reverseKl: Math.max(0, reverse[outcome] - q[outcome] + p[outcome]) / rows,
      forwardTerm: forward[outcome] / rows,
      reverseTerm: reverse[outcome] / rows,
      ...(Number.isFinite(share) && { shareOfKl: share }),
    };
  });
}
