import type { Nats } from "../units.ts";

/** What an objective is worth and how it changes, computed together. */
export interface ValueAndGradient {
  /** Nats, in what the objective's documentation calls its range; it may be +∞. */
  readonly value: Nats;
  /** One partial derivative for each logit or probability of the student. Never NaN; ±∞ where the slope is. */
  readonly gradient: Float64Array;
}
