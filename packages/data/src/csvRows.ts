import type { ByteSource } from "./byteSource.ts";
import { excerpt, FormatError } from "./formatError.ts";
import { nearest } from "./nearest.ts";
import { decodeUtf8 } from "./utf8.ts";

/** Hears each row under the header. */
export type OnRow = (cells: readonly string[]) => void;

const longestRow = 1 << 24;

/**
 * Reads a CSV file row by row (RFC 4180: cells may be quoted and then hold commas, line ends and doubled quotes). The first row is the header.
 * Cells are separated by tabs in a `.tsv` file; else by commas, or by semicolons if the header has semicolons and no comma.
 * Blank lines are left out, but in a table of one column they are empty cells. Lines end with LF or CRLF. The parser is loaded on first use.
 *
 * @param start Hears the header, and returns who hears the rows.
 * @throws FormatError with its line if a row has more or fewer cells than the header, or a quoted cell does not end.
 */
export async function csvRows(
  source: ByteSource,
  name: string,
  start: (header: readonly string[]) => OnRow,
): Promise<void> {
  const { Parser } = (await import("papaparse")).default;
  let parser: InstanceType<typeof Parser> | undefined;
  let header: readonly string[] | undefined;
  let onRow: OnRow | undefined;
  let line = 1;

  // Hears the rows that are whole, and returns the rest.
  function take(text: string, isLast: boolean): string {
    parser ??= new Parser({ delimiter: delimiterOf(text, name), newline: "\n" });
    const { data, errors, meta } = parser.parse(text, 0, !isLast) as Parsed;
    const broken = errors[0]?.row;
    for (const [index, cells] of data.entries()) {
      const end = cells.length - 1;
      if (index === broken) throw brokenQuotes(name, line + heightOf(data, index));
      if (cells[end]!.endsWith("\r")) cells[end] = cells[end]!.slice(0, -1);
      const isBlank = end === 0 && cells[0] === "";
      if (header === undefined) {
        if (isBlank) throw noHeader(name);
        header = cells;
        onRow = start(header);
      } else if (cells.length !== header.length) {
        if (!isBlank) throw ragged(name, line + heightOf(data, index), cells.length, header.length);
      } else if (!(isBlank && isLast && index === data.length - 1)) onRow!(cells);
    }
    const rest = isLast ? "" : text.slice(meta.cursor);
    line += occurrences(text, "\n") - occurrences(rest, "\n");
    if (rest.length > longestRow) throw tooLong(name, line);
    return rest;
  }

  let text = "";
  for await (const piece of decodeUtf8(source, name)) text = take(text + piece, false);
  if (text === "" && header === undefined) throw noHeader(name);
  take(text, true);
}

/**
 * Where a column stands in the header, from 0: by its name, or, if none is called that, by its number as in `#2`.
 *
 * @throws FormatError naming the columns there are, if there is none of that name or several.
 */
export function columnIndex(header: readonly string[], column: string | undefined, name: string): number {
  const listed = header.slice(0, 20).map((title) => `"${excerpt(title, 30)}"`);
  if (header.length > 20) listed.push(`… (${header.length} columns)`);
  const expected = `one of ${listed.join(", ")}`;
  if (column === undefined)
    throw new FormatError({
      code: "column",
      source: name,
      problem: "is a table",
      expected: `a column: ${name}:COLUMN, ${expected}`,
    });
  const places = header.flatMap((title, i) => (title === column ? [i] : []));
  if (places.length === 1) return places[0]!;
  if (places.length > 1) {
    const numbers = places.map((place) => `#${place + 1}`);
    throw new FormatError({
      code: "column",
      source: name,
      problem: `has ${places.length} columns called "${excerpt(column)}"`,
      expected: `one by its number: ${numbers.join(", ")}`,
    });
  }
  const number = Number(/^#([1-9]\d{0,8})$/.exec(column)?.[1] ?? 0);
  if (number >= 1 && number <= header.length) return number - 1;
  const meant = nearest(column, header);
  throw new FormatError({
    code: "column",
    source: name,
    problem: `has no column "${excerpt(column)}"`,
    expected,
    ...(meant === undefined ? {} : { hint: `did you mean "${excerpt(meant)}"?` }),
  });
}

/** What papaparse's row parser returns; its own types leave it open. */
interface Parsed {
  data: string[][];
  errors: { row: number }[];
  meta: { cursor: number };
}

function delimiterOf(text: string, name: string): string {
  if (/\.tsv$/i.test(name)) return "\t";
  const header = text.replace(/"(?:[^"]|"")*"/g, "").split("\n", 1)[0]!;
  return header.includes(";") && !header.includes(",") ? ";" : ",";
}

// How many lines the rows before `end` take.
function heightOf(rows: string[][], end: number): number {
  return rows
    .slice(0, end)
    .reduce((sum, cells) => cells.reduce((lines, cell) => lines + occurrences(cell, "\n"), sum + 1), 0);
}

function occurrences(text: string, letter: string): number {
  let found = 0;
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + 1)) found++;
  return found;
}

function noHeader(source: string): FormatError {
  return new FormatError({
    code: "empty",
    source,
    place: { line: 1 },
    problem: "is blank",
    expected: "a header",
  });
}

function tooLong(source: string, line: number): FormatError {
  return new FormatError({
    code: "size",
    source,
    place: { line },
    problem: "begins a row of more than 16 MiB",
    expected: "a quoted cell to end with a double quote, and lines to end with LF or CRLF",
  });
}

function brokenQuotes(source: string, line: number): FormatError {
  return new FormatError({
    code: "syntax",
    source,
    place: { line },
    problem: "has a quoted cell that does not end at a separator",
    expected: 'cells as "…", a quote in them doubled',
  });
}

function ragged(source: string, line: number, found: number, expected: number): FormatError {
  return new FormatError({
    code: "ragged",
    source,
    place: { line },
    problem: `has ${found} ${found === 1 ? "cell" : "cells"}`,
    expected: `${expected}, as in the header`,
  });
}
