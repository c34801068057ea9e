import { type Counts, expectKind, type Probabilities } from "../distributions/kinds.ts";
import { normalize } from "../distributions/normalize.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { entropy } from "./entropy.ts";

/** Between what the entropy of the next symbol must lie, given how many guesses it takes. */
export interface GuessingBounds {
  /** Σ i (qᵢ − qᵢ₊₁) ln i, in nats. */
  readonly lower: Nats;
  /** H(q), in nats. */
  readonly upper: Nats;
}

/**
 * Shannon's bounds on the entropy of the next symbol of a text, from the number of guesses it takes somebody who knows what came
 * before: qᵢ is how often the i-th guess is right. The upper one is the entropy of q, for the numbers of guesses are the text in another
 * code. The lower one reads q as a mixture of fair dice of i faces, and is the mean entropy of those dice.
 *
 * The upper bound holds for whoever always guesses alike in the same place. The lower one holds for the ideal guesser, who guesses in
 * order of likelihood and so has q₁ ≥ q₂ ≥ …; frequencies out of order, as small samples have them, are put in order first.
 *
 * @param ranks n frequencies: at index i, how often the right guess was guess i + 1. They are taken as they are; that both bounds of a
 *   small sample are uncertain, and too low on average, is for the caller to say.
 * @returns Nats, 0 ≤ lower ≤ upper ≤ ln n; each within 8·2⁻⁵³·ln n of the exact one.
 * @see Shannon (1951), Prediction and Entropy of Printed English, Bell System Technical Journal 30(1), 50–64.
 * @example inUnit(guessingBounds(counts([2, 1, 1])).upper, "bits") // 1.5
 */
export function guessingBounds(ranks: Counts | Probabilities): GuessingBounds {
  expectKind("guessingBounds", "ranks", ranks, "counts", "probabilities");
  const q = normalize([...ranks].sort((a, b) => b - a));
  const upper = entropy(q);
  // Σ i (qᵢ − qᵢ₊₁) ln i, summed by parts: every term is positive, and nothing cancels.
  const lower = compensatedSum(q.length, (i) => q[i] * dieStep(i + 1));
  return { lower: Math.min(lower, upper), upper };
}

/** i ln i − (i − 1) ln (i − 1), by which the weight of the i-th guess adds to the mean entropy of the dice. */
function dieStep(i: number): Nats {
  return i === 1 ? 0 : Math.log(i) - (i - 1) * Math.log1p(-1 / i);
}
