import { csvLine } from "@surprisal/data";

/**
 * Rows as CSV by RFC 4180, lines ended by CRLF.
 *
 * @example toCsv([["outcome", "p"], ["yes, please", 0.5]]) // 'outcome,p\r\n"yes, please",0.5\r\n'
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${csvLine(row)}\r\n`).join("");
}
