import type { TokenTable } from "@surprisal/core";
import { unnamedAmong } from "@surprisal/data";

/** How many of the tokens that came or were likeliest have no text, where a vocabulary was asked for it. */
export function unnamedNote(table: TokenTable, vocabulary: string): string[] {
  const found = unnamedAmong(table);
  if (!found) return [];
  const which =
    found.of === 1
      ? "the one token that came or was likeliest, whose text is empty"
      : `${found.unnamed} of the ${found.of} different tokens that came or were likeliest, whose texts are empty`;
  return [`${vocabulary} does not name ${which}`];
}
