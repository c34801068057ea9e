import { csvLine } from "../csvLine.ts";
import type { TokenColumn } from "./tokenColumns.ts";

/**
 * A table of tokens as CSV, with a header, or as JSON Lines, line by line; +∞, which JSON has no number for, as the string "Infinity".
 *
 * @param rows Which of them, in what order.
 */
export function* tokenLines(
  columns: readonly TokenColumn[],
  rows: Iterable<number>,
  format: "csv" | "jsonl",
): Generator<string> {
  if (format === "csv") yield csvLine(columns.map(({ title }) => title));
  for (const row of rows)
    yield format === "csv"
      ? csvLine(columns.map(({ at }) => at(row) ?? ""))
      : JSON.stringify(Object.fromEntries(columns.map(({ title, at }) => [title, inJson(at(row))])));
}

function inJson(value: number | string | undefined): number | string | null {
  return value === Infinity ? "Infinity" : (value ?? null);
}
