import type { TokenTable } from "@surprisal/core";
import { type Shading, striking } from "@surprisal/data/report";

/** Which tokens are looked for: those with at least so much of what they are shaded by, and with this in their text. */
export interface Search {
  /** Nats; 0 for all. */
  readonly least: number;
  readonly find: string;
}

export const everything: Search = { least: 0, find: "" };

export function isSearching({ least, find }: Search): boolean {
  return least > 0 || find !== "";
}

/** The rows that are looked for, in the order of the text. */
export function found(
  { tokens, text }: TokenTable,
  { values }: Shading,
  { least, find }: Search,
): Int32Array {
  const sought = find.toLowerCase();
  const rows = Int32Array.from({ length: tokens }, (_, row) => row);
  return rows.filter(
    (row) =>
      (least === 0 || Math.abs(values[row]!) >= least) &&
      (sought === "" || (text?.[row] ?? "").toLowerCase().includes(sought)),
  );
}

/** One in so many tokens is striking when nothing is looked for. */
const oneIn = 20;

/** Where a jump can lead: to what is looked for, else to the tokens with most of what they are shaded by. */
export function landings(table: TokenTable, shading: Shading, search: Search): Int32Array {
  if (isSearching(search)) return found(table, shading, search);
  return Int32Array.from(striking(shading.values, Math.ceil(table.tokens / oneIn))).sort();
}

/** The next landing from a row, forth or back, round the ends of the text; undefined if there is none. */
export function jump(landings: Int32Array, from: number, by: 1 | -1): number | undefined {
  if (landings.length === 0) return undefined;
  if (by > 0) return landings.find((row) => row > from) ?? landings[0];
  return landings.findLast((row) => row < from) ?? landings.at(-1);
}
