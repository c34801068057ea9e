import type { Probabilities } from "@surprisal/core";

/** The share of one letter in an interval, from 0 to 1. */
export type Cell = { readonly symbol: number; readonly from: number; readonly to: number };

/** An interval shared out, and the share that was taken; none yet in the last one. */
export type Strip = { readonly cells: readonly Cell[]; readonly taken: Cell | undefined };

/**
 * How the last letters sent narrowed the interval, each strip being the share taken in the one above, drawn at full width.
 *
 * @param symbols The message.
 * @param sent How many of its letters have been sent.
 * @param most How many strips to show.
 */
export function stripsOf(q: Probabilities, symbols: readonly number[], sent: number, most: number): Strip[] {
  let end = 0;
  const cells = [...q].flatMap((x, symbol) => {
    const from = end;
    end += x;
    return x > 0 ? [{ symbol, from, to: end }] : [];
  });
  const last = Math.min(sent, symbols.length - 1);
  const first = Math.max(0, last - most + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = first + i;
    return { cells, taken: at < sent ? cells.find(({ symbol }) => symbol === symbols[at]) : undefined };
  });
}
