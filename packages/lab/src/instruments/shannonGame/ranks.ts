import type { Turn } from "./model.ts";

/**
 * How often each guess was right. A letter that was given up after k wrong guesses is counted as that of somebody who would have gone on at
 * random: its 1 is shared by all the guesses that were left.
 *
 * @param letters How many letters the alphabet has.
 * @param places Which of the turns are counted, each as often as it is named.
 * @returns At index i, how many letters took i + 1 guesses.
 */
export function ranksOf(turns: readonly Turn[], letters: number, places: Iterable<number>): number[] {
  const ranks = new Array<number>(letters).fill(0);
  for (const place of places) {
    const { wrong, revealed } = turns[place]!;
    if (!revealed) ranks[wrong]! += 1;
    else for (let i = wrong; i < letters; i++) ranks[i]! += 1 / (letters - wrong);
  }
  return ranks;
}
