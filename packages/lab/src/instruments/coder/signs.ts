import { codePointName } from "@surprisal/data";

/** A character as it can be seen: itself, or a sign for a space, a line's end and what has no shape. */
export function signOf(character: string): string {
  return character === "\n" ? "↵" : character === "\t" ? "⇥" : codePointName(character.codePointAt(0)!);
}

/** A part of a long row: where it begins and ends, with what is in hand well inside. */
export type Span = { readonly from: number; readonly to: number };

/**
 * The part of a row that is shown: all of it if it fits, and otherwise so much around the place in hand.
 *
 * @param length Of the row.
 * @param at The place in hand.
 * @param most How much is shown.
 */
export function spanAround(length: number, at: number, most: number): Span {
  const from = Math.max(0, Math.min(at - Math.floor(most / 3), length - most));
  return { from, to: Math.min(length, from + most) };
}
