import { type Nats, selfInformation } from "@surprisal/core";
import { stepOf } from "../../marks/stepOf.ts";

/** The probabilities of one event, or of two that have nothing to do with each other. */
export type Surprise = { readonly p: readonly number[] };

/** The curve is drawn up to so many bits; what surprises more, short of ∞, has to be typed. */
export const top = 12;
const least = 2 ** -top;

/** Twelve decimals: enough for twelve halvings, and a link carries them without loss. */
export function setProbability({ p }: Surprise, event: number, value: number): Surprise {
  const kept = Math.round(Math.min(1, Math.max(0, value)) * 1e12) / 1e12;
  return { p: p.with(event, kept) };
}

/**
 * Where a key takes a probability: up and down by one bit, left and right by a hundredth, Home and End to exactly 0 and 1.
 *
 * @returns undefined if the key does nothing here.
 */
export function pressed(key: string, shift: boolean, p: number): number | undefined {
  if (key === "ArrowUp") return p === 0 ? 0 : Math.min(p, Math.max(least, p / 2));
  if (key === "ArrowDown") return p === 0 ? least : Math.min(1, p * 2);
  return stepOf(key, shift, p);
}

/** Everything the figure shows. */
export type Measures = {
  /** −ln of each probability. */
  readonly each: readonly Nats[];
  /** The probability that all of the events happen. */
  readonly all: number;
  /** Its surprise: the sum of `each`. */
  readonly total: Nats;
};

export function measure({ p }: Surprise): Measures {
  const all = p.reduce((product, x) => product * x, 1);
  return { each: p.map(selfInformation), all, total: selfInformation(all) };
}
