import type { TokenTable } from "@surprisal/core";
import { firstTokens } from "./firstTokens.ts";
import { shadings } from "./shading.ts";
import { striking } from "./striking.ts";

/** How many tokens have their alternatives kept wherever a text is no longer. */
const most = 2000;
const first = 1000;
const mostStriking = 500;

/** The rows of which a report keeps what else could have come: all of a short text; of a long one the first, and the most striking by each measure that the page holds. */
export function keptRows(whole: TokenTable): number[] {
  const table = firstTokens(whole);
  if (table.tokens <= most) return Array.from({ length: table.tokens }, (_, row) => row);
  const rows = new Set(Array.from({ length: first }, (_, row) => row));
  for (const { values } of shadings(table)) for (const row of striking(values, mostStriking)) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}
