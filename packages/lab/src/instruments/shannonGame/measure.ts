import { counts, createRng, guessingBounds, type Nats } from "@surprisal/core";
import { alphabets } from "./alphabet.ts";
import { blockBootstrap, type Range } from "./blockBootstrap.ts";
import type { Game } from "./model.ts";
import { ranksOf } from "./ranks.ts";
import type { Score } from "./rival.ts";

/** A number of the sample, and where 95 % of the resamples have it; without an interval as long as there are too few letters for one. */
export type Estimate = { readonly value: Nats; readonly range?: Range };

/** What the guesses of somebody say of the entropy of a letter. */
export type Guesser = {
  /** At index i, how many letters took i + 1 guesses. */
  readonly ranks: readonly number[];
  readonly lower: Estimate;
  readonly upper: Estimate;
};

/** Everything the figure shows, in nats a letter. */
export type Measures = {
  readonly letters: number;
  readonly you?: Guesser;
  readonly rival?: Guesser & {
    /** Its mean surprise: the cross-entropy of the letters so far. */
    readonly paid: Estimate;
    /** By how much it pays more than the most a letter can hold by the reader's guesses. */
    readonly behind: Estimate;
  };
};

/** Fewer letters than this have bounds, but no interval. */
export const fewestForInterval = 12;

/**
 * @param score How the rival fared with the same letters, if it is known.
 * @param intervals Whether they are needed; they take most of the time.
 */
export function measure({ language, turns, seed }: Game, score?: Score, intervals = true): Measures {
  const letters = turns.length;
  if (letters === 0) return { letters };
  const size = alphabets[language].length;
  const its = score?.wrong.map((wrong) => ({ wrong, revealed: false }));
  const statistics = (places: Int32Array) => {
    const you = guessingBounds(counts(ranksOf(turns, size, places)));
    if (!its || !score) return [you.lower, you.upper];
    const rival = guessingBounds(counts(ranksOf(its, size, places)));
    const paid = places.reduce((sum, place) => sum + score.surprises[place]!, 0) / letters;
    return [you.lower, you.upper, rival.lower, rival.upper, paid, paid - you.upper];
  };
  const all = Int32Array.from(turns.keys());
  const values = statistics(all);
  const isEnough = intervals && letters >= fewestForInterval;
  const ranges = isEnough ? blockBootstrap(letters, statistics, createRng(seed)) : [];
  const [lower, upper, ...others] = values.map((value, i): Estimate => {
    const range = ranges[i];
    return range ? { value, range } : { value };
  }) as [Estimate, Estimate, ...Estimate[]];
  const you = { ranks: ranksOf(turns, size, all), lower, upper };
  if (!its) return { letters, you };
  const [rivalLower, rivalUpper, paid, behind] = others as [Estimate, Estimate, Estimate, Estimate];
  const ranks = ranksOf(its, size, all);
  return { letters, you, rival: { ranks, lower: rivalLower, upper: rivalUpper, paid, behind } };
}

/** The estimates there are, each with its name. */
export function estimatesOf({ you, rival }: Measures) {
  const yours = you
    ? ([
        ["lower", you.lower],
        ["upper", you.upper],
      ] as const)
    : [];
  const its = rival
    ? ([
        ["rivalLower", rival.lower],
        ["rivalUpper", rival.upper],
        ["paid", rival.paid],
        ["behind", rival.behind],
      ] as const)
    : [];
  return [...yours, ...its];
}
