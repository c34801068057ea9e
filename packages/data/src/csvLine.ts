/**
 * A row of CSV (RFC 4180), without the end of its line: numbers in full with a point, text quoted where it must be.
 *
 * @example csvLine(["yes, please", 0.5, 'a "b"']) // '"yes, please",0.5,"a ""b"""'
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cell).join(",");
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
