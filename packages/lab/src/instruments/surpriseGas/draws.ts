import { createRng, type Probabilities } from "@surprisal/core";
import { toParts } from "../../figure/billionths.ts";

/**
 * Draws from P. Each seed has one row of random numbers, and each number falls on the outcome that holds its place when the
 * probabilities are laid end to end: more draws go on where fewer stopped, and a P that changes a little changes few of them.
 *
 * @param p In whole billionths.
 * @returns The index of each outcome, in the order drawn.
 */
export function outcomesOf(p: Probabilities, seed: number, drawn: number): number[] {
  let end = 0;
  const ends = toParts(p).map((part) => {
    end += part;
    return end;
  });
  const rng = createRng(seed);
  return Array.from({ length: drawn }, () => {
    const place = rng.next() * end;
    return ends.findIndex((end) => place < end);
  });
}
