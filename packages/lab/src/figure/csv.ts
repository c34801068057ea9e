/**
 * Rows as CSV by RFC 4180: numbers in full with a point, text quoted where it must be, lines ended by CRLF.
 *
 * @example toCsv([["outcome", "p"], ["yes, please", 0.5]]) // 'outcome,p\r\n"yes, please",0.5\r\n'
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

function toCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
