import { type JointTable, jointTable, normalize } from "@surprisal/core";
import type { ByteSource } from "./byteSource.ts";
import { columnIndex, csvRows } from "./csvRows.ts";
import { FormatError } from "./formatError.ts";
import { Tally } from "./tally.ts";

/**
 * Counts the values of one column of a CSV file; see {@link csvRows} for the format. A value is the text of a cell as it stands: `1` and
 * `1.0` differ, and an empty cell is the value "".
 *
 * @param name The path, for messages.
 * @param column The title of the column, or its number as in `#2`.
 */
export async function columnCounts(
  source: ByteSource,
  name: string,
  column: string | undefined,
): Promise<Tally> {
  const tally = new Tally(name);
  await csvRows(source, name, (header) => {
    const index = columnIndex(header, column, name);
    return (cells) => tally.add(cells[index]!);
  });
  if (tally.size === 0) throw noRows(name);
  return tally;
}

/**
 * The titles of the columns of a CSV file; no more than its beginning is read.
 *
 * @param name The path, for messages, and because `.tsv` says that tabs separate the cells.
 * @example await columnTitles(textSource("city,age\nLima,31\n"), "people.csv") // ["city", "age"]
 */
export async function columnTitles(source: ByteSource, name: string): Promise<readonly string[]> {
  let titles: readonly string[] | undefined;
  const enough = new Error("the header has been read");
  try {
    await csvRows(source, name, (header) => {
      titles = header;
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return titles!;
}

/** How often each pair of values of two columns occurs. */
export interface JointCounts {
  /** The titles of both columns. */
  readonly columns: readonly [string, string];
  /** The values of both columns, in the order in which they were first met. */
  readonly names: readonly [readonly string[], readonly string[]];
  /** One count for each pair, row-major: a row for each value of the first column. */
  readonly counts: Float64Array;
  /** The counts over their total. */
  readonly table: JointTable;
}

/**
 * Counts the pairs of values of two columns of a CSV file. Cells are read as in {@link columnCounts}.
 *
 * @throws FormatError if the table of pairs would have more than 2²⁵ cells.
 */
export async function columnsJointCounts(
  source: ByteSource,
  name: string,
  first: string,
  second: string,
): Promise<JointCounts> {
  const rows = new Tally(name);
  const columns = new Tally(name);
  const pairs = new Map<number, number>();
  const stride = 2 ** 24; // more than a Tally holds
  let titles: [string, string] = [first, second];
  await csvRows(source, name, (header) => {
    const a = columnIndex(header, first, name);
    const b = columnIndex(header, second, name);
    titles = [header[a]!, header[b]!];
    return (cells) => {
      const pair = rows.add(cells[a]!) * stride + columns.add(cells[b]!);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      if (rows.size * columns.size > 2 ** 25)
        throw new FormatError({
          code: "size",
          source: name,
          problem: `has ${rows.size} × ${columns.size} pairs of values`,
          expected: "at most 2²⁵",
          hint: "measures of two columns need values that repeat: group them first",
        });
    };
  });
  if (rows.size === 0) throw noRows(name);
  const counts = new Float64Array(rows.size * columns.size);
  for (const [pair, count] of pairs)
    counts[Math.floor(pair / stride) * columns.size + (pair % stride)] = count;
  const table = jointTable(normalize(counts), [rows.size, columns.size]);
  return { columns: titles, names: [rows.names(), columns.names()], counts, table };
}

/** Two columns of a table, row by row. */
export interface ColumnPair {
  /** The titles of both. */
  readonly columns: readonly [string, string];
  /** The different values of both, in the order in which they were first met. */
  readonly names: readonly [readonly string[], readonly string[]];
  /** Which of them each row has. */
  readonly of: readonly [Int32Array, Int32Array];
  /** How many rows were left out, because a cell of theirs was empty or blank. */
  readonly incomplete: number;
}

/**
 * Reads two columns of a CSV file, of the rows that have something in both. Cells are read as in {@link columnCounts}.
 *
 * @throws FormatError if there is no such row.
 * @example (await columnPair(textSource("city,age\nLima,31\nCusco,31\n"), "people.csv", "city", "age")).of // [[0, 1], [0, 0]]
 */
export async function columnPair(
  source: ByteSource,
  name: string,
  first: string,
  second: string,
): Promise<ColumnPair> {
  const tallies = [new Tally(name), new Tally(name)] as const;
  const of: [number[], number[]] = [[], []];
  let titles: [string, string] = [first, second];
  let incomplete = 0;
  await csvRows(source, name, (header) => {
    const a = columnIndex(header, first, name);
    const b = columnIndex(header, second, name);
    titles = [header[a]!, header[b]!];
    return (cells) => {
      const [x, y] = [cells[a]!, cells[b]!];
      if (x.trim() === "" || y.trim() === "") {
        incomplete++;
        return;
      }
      of[0].push(tallies[0].add(x));
      of[1].push(tallies[1].add(y));
    };
  });
  if (of[0].length === 0)
    throw noRows(name, incomplete > 0 ? "has no rows without an empty cell" : undefined);
  return {
    columns: titles,
    names: [tallies[0].names(), tallies[1].names()],
    of: [Int32Array.from(of[0]), Int32Array.from(of[1])],
    incomplete,
  };
}

function noRows(source: string, problem = "has no rows under its header"): FormatError {
  return new FormatError({ code: "empty", source, problem, expected: "at least one" });
}
