import { counts, guessingBounds, type Nats } from "@surprisal/core";
import { alphabets } from "./alphabet.ts";
import type { Range } from "./blockBootstrap.ts";
import type { Game, Turn } from "./model.ts";
import { ranksOf } from "./ranks.ts";
import type { Score } from "./rival.ts";

/** A number of the sample, and where 95 % of the resamples have it; without an interval as long as there are too few letters for one. */
export type Estimate = { readonly value: Nats; readonly range?: Range };

/** What the guesses of somebody say of the entropy of a letter. */
type Guesser = {
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
 * @param ranges The intervals, as `intervalsOf` gives them; none are needed.
 */
export function measure({ language, turns }: Game, score?: Score, ranges: readonly Range[] = []): Measures {
  const letters = turns.length;
  if (letters === 0) return { letters };
  const size = alphabets[language].length;
  const all = Int32Array.from(turns.keys());
  const [lower, upper, ...others] = statisticsOf(
    turns,
    size,
    score,
  )(all).map((value, i): Estimate => {
    const range = ranges[i];
    return range ? { value, range } : { value };
  }) as [Estimate, Estimate, ...Estimate[]];
  const you = { ranks: ranksOf(turns, size, all), lower, upper };
  if (!score) return { letters, you };
  const [rivalLower, rivalUpper, paid, behind] = others as [Estimate, Estimate, Estimate, Estimate];
  const ranks = ranksOf(score.wrong.map(guessed), size, all);
  return { letters, you, rival: { ranks, lower: rivalLower, upper: rivalUpper, paid, behind } };
}

/** Your bounds, the rival's, what it pays and how far that is above yours, of the letters at some places. */
export function statisticsOf(turns: readonly Turn[], size: number, score: Score | undefined) {
  const its = score?.wrong.map(guessed);
  return (places: Int32Array): number[] => {
    const you = guessingBounds(counts(ranksOf(turns, size, places)));
    if (!its || !score) return [you.lower, you.upper];
    const rival = guessingBounds(counts(ranksOf(its, size, places)));
    const paid = places.reduce((sum, place) => sum + score.surprises[place]!, 0) / places.length;
    return [you.lower, you.upper, rival.lower, rival.upper, paid, paid - you.upper];
  };
}

function guessed(wrong: number): Turn {
  return { wrong, revealed: false };
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
