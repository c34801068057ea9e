import { entropy, type Nats, type Probabilities, probabilities, selfInformation } from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";
import { truths } from "./text.ts";

/** What somebody expects at each place of a text, and how much of the text has been shown to them. */
export type Reading = {
  /** Q at each place, over its continuations, in whole billionths. */
  readonly beliefs: readonly Probabilities[];
  /** How many words have been shown. */
  readonly revealed: number;
  /** The place in view: a word shown, or the first that is not. */
  readonly at: number;
};

const places = truths.length;

export function readingOf(beliefs: readonly (readonly number[])[], revealed: number): Reading {
  return { beliefs: beliefs.map((q) => inBillionths(probabilities(q))), revealed, at: placeOf(revealed) };
}

/**
 * One bar of the place in view moved; the others share what is left.
 *
 * @param from Q when it was taken hold of: while a drag lasts, proportions are taken from there.
 */
export function believe(
  reading: Reading,
  index: number,
  value: number,
  from: Probabilities = reading.beliefs[reading.at]!,
): Reading {
  return { ...reading, beliefs: reading.beliefs.with(reading.at, moveOne(from, index, value)) };
}

/** Shows the word in view if it is covered, and otherwise goes on to the next place. */
export function advance(reading: Reading): Reading {
  const { revealed, at } = reading;
  if (at === revealed && revealed < places) return { ...reading, revealed: revealed + 1 };
  return { ...reading, at: placeOf(at + 1) };
}

export function isRead({ revealed, at }: Reading): boolean {
  return revealed === places && at === places - 1;
}

/** Covers the whole text again. */
export function cover(reading: Reading): Reading {
  return { ...reading, revealed: 0, at: 0 };
}

/** Another place in view; one that lies beyond the first covered word is not reached. */
export function look(reading: Reading, at: number): Reading {
  return { ...reading, at: Math.max(0, Math.min(at, placeOf(reading.revealed))) };
}

/** Everything the figure shows, in nats; what needs a word shown is undefined before there is one. */
export type Measures = {
  /** Of each word shown: −ln Q(word). */
  readonly surprises: readonly Nats[];
  /** At each place, shown or not: H(Q). */
  readonly entropies: readonly Nats[];
  /** The mean surprise of the words shown: what was paid. */
  readonly paid: Nats | undefined;
  /** The mean entropy at the places shown: what Q expected to pay. */
  readonly expected: Nats | undefined;
};

export function measure({ beliefs, revealed }: Reading): Measures {
  const surprises = beliefs.slice(0, revealed).map((q, i) => selfInformation(q[truths[i]!]!));
  const entropies = beliefs.map((q) => entropy(q));
  return {
    surprises,
    entropies,
    paid: mean(surprises),
    expected: mean(entropies.slice(0, revealed)),
  };
}

function mean(values: readonly number[]): number | undefined {
  return values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : undefined;
}

function placeOf(index: number): number {
  return Math.min(index, places - 1);
}
