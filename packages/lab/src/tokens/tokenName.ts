import type { TokenTable } from "@surprisal/core";
import { shownText, tokenName } from "@surprisal/data/report";

/** A token as a list or a sentence has it. */
export function nameOf({ text, target }: TokenTable, row: number): string {
  return tokenName({ text: text?.[row], id: target?.[row] });
}

/** A token as it stands in the text: its number where it cannot be read. */
export function inText(table: TokenTable, row: number): string {
  const reads = table.text?.[row];
  return reads === undefined ? nameOf(table, row) : shownText(reads);
}
