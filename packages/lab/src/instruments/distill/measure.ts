import {
  crossEntropy,
  entropy,
  gradientByLogits,
  klDivergence,
  logits,
  type Nats,
  type Probabilities,
} from "@surprisal/core";
import type { Distill } from "./model.ts";
import { exactSlope } from "./slope.ts";
import { soughtBy, worths } from "./teacher.ts";

/** An order is rare if the teacher says it less often than this, and one of its modes if at least this often. */
export const rare = 0.01;
export const often = 0.05;
/** A mode is missed if the student says it less often than this share of the teacher's. */
const missing = 0.1;

/** What the figure says of a student. */
export type Measures = {
  /** H(P), H(P,Q), D(P‖Q), D(Q‖P), with P as it is sought. */
  readonly entropy: Nats;
  readonly crossEntropy: Nats;
  readonly forward: Nats;
  readonly reverse: Nats;
  /** How often Q says what P says rarely; and the order it says most often of those. */
  readonly wasted: number;
  readonly worst: number | undefined;
  /** The modes of P that Q misses. */
  readonly missed: readonly number[];
  /** How often what Q says serves the task, E_Q[w]. */
  readonly serves: number;
  /** The loss, and the length of its gradient by the logits. */
  readonly loss: Nats;
  readonly pull: number;
  /** By how much the gradients of H(P,Q) and D(P‖Q) differ, at most. */
  readonly off: number;
};

export function measure(state: Distill, q: Probabilities): Measures {
  const p = soughtBy(state);
  const student = logits(Array.from(q, Math.log));
  const all = Array.from(q, (_, order) => order);
  const wasted = all.filter((order) => p[order]! < rare && q[order]! > 0).sort((a, b) => q[b]! - q[a]!);
  const chances = worths(state);
  const { value: loss, gradient } = exactSlope(state, q);
  const [ofCost, ofGap] = (["crossEntropy", "kl"] as const).map(
    (kind) => gradientByLogits({ kind }, p, student).gradient,
  );
  return {
    entropy: entropy(p),
    crossEntropy: crossEntropy(p, q),
    forward: klDivergence(p, q),
    reverse: klDivergence(p, q, "reverse"),
    wasted: wasted.reduce((sum, order) => sum + q[order]!, 0),
    worst: wasted[0],
    missed: all.filter((order) => p[order]! >= often && q[order]! < missing * p[order]!),
    serves: all.reduce((sum, order) => sum + chances[order]! * q[order]!, 0),
    loss,
    pull: Math.hypot(...gradient),
    off: Math.max(...ofCost!.map((slope, i) => Math.abs(slope - ofGap![i]!))),
  };
}
