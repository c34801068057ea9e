import { visible } from "@surprisal/data";
import truncatedWidth from "fast-string-truncated-width";
import { bars } from "./bars.ts";
import { writtenAlike } from "./number.ts";
import { type Page, strong } from "./page.ts";
import { wrapped } from "./wrapped.ts";

/**
 * A text stands whole at the left of its column; a number, already written as it will be read, aligns on its decimal point. On a page too
 * narrow for all of them, `words` and titles break into lines, and a `name` is cut with an ellipsis.
 */
export type Cell =
  | string
  | { number: string }
  | { name: string }
  | { words: string }
  /** Bold, and at the right over numbers. */
  | { title: string };

interface Layout {
  /** Before each line. */
  indent?: string;
  /** Between columns. */
  gap?: string;
  /** A bar for each of the last rows, on a rich page that has room for it. */
  terms?: readonly number[];
}

/** The cells of a column of numbers, written alike. */
export function numbers(values: readonly number[], digits?: number): Cell[] {
  return writtenAlike(values, digits).map((number) => ({ number }));
}

export function number(text: string): Cell {
  return { number: text };
}

const widestBar = 20;
const narrowestBar = 6;
const narrowestName = 8;

/**
 * Rows as aligned lines. When a row is wider than the page, its bar gives way first, then words and titles, then names, then the gaps; what
 * still does not fit is left to the terminal to fold.
 */
export function table(rows: readonly (readonly Cell[])[], page: Page, layout: Layout = {}): string[] {
  const { indent = "  ", terms = [] } = layout;
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: count }, (_, c) => column(rows.map((row) => row[c] ?? "")));
  const gap = fitColumns(columns, page.width - indent.length, layout.gap ?? "  ");
  const room = page.width - indent.length - widthWith(columns, gap) - gap.length;
  const drawn = page.rich && room >= narrowestBar ? bars(terms, Math.min(widestBar, room)) : [];
  return rows.flatMap((row, r) => {
    const cells = columns.map(({ cells, width, numeric }) => linesOf(cells[r]!, width, numeric, page));
    const bar = drawn[r - (rows.length - terms.length)] ?? "";
    const height = Math.max(...cells.map((lines) => lines.length));
    const above = row.some((cell) => typeof cell !== "string" && "title" in cell);
    return Array.from({ length: height }, (_, h) => {
      const line = cells.map((lines, c) => {
        const text = lines[above ? h - (height - lines.length) : h];
        return text ?? " ".repeat(columns[c]!.width);
      });
      return `${indent}${line.join(gap)}${bar && h === 0 ? gap + bar : ""}`.trimEnd();
    });
  });
}

/** How many columns of a terminal a text takes; escape sequences take none. */
export function widthOf(text: string): number {
  return truncatedWidth(text).width;
}

interface Column {
  cells: readonly Cell[];
  width: number;
  least: number;
  numeric: boolean;
  named: boolean;
}

function column(cells: readonly Cell[]): Column {
  const after = cells.reduce((most, cell) => Math.max(most, digitsAfter(cell)), 0);
  const aligned = cells.map((cell) =>
    isNumber(cell) ? { number: cell.number + " ".repeat(after - digitsAfter(cell)) } : cell,
  );
  return {
    cells: aligned,
    width: aligned.reduce((most, cell) => Math.max(most, widthOf(textOf(cell))), 0),
    least: aligned.reduce((most, cell) => Math.max(most, leastWidth(cell)), 0),
    numeric: cells.some(isNumber),
    named: cells.some((cell) => typeof cell !== "string" && "name" in cell),
  };
}

function fitColumns(columns: readonly Column[], room: number, gap: string): string {
  for (const named of [false, true]) {
    const giving = columns.filter((column) => column.named === named);
    for (let excess = widthWith(columns, gap) - room; excess > 0; excess--) {
      const slack = giving.filter(({ width, least }) => width > least).sort((a, b) => b.width - a.width)[0];
      if (slack === undefined) break;
      slack.width--;
    }
  }
  return widthWith(columns, gap) > room ? " " : gap;
}

function widthWith(columns: readonly Column[], gap: string): number {
  return columns.reduce((sum, { width }) => sum + width, gap.length * (columns.length - 1));
}

function textOf(cell: Cell): string {
  return visible(typeof cell === "string" ? cell : Object.values(cell)[0]!);
}

function isNumber(cell: Cell): cell is { number: string } {
  return typeof cell !== "string" && "number" in cell;
}

function digitsAfter(cell: Cell): number {
  if (!isNumber(cell)) return 0;
  const point = cell.number.search(/\.|e[+-]?\d/);
  return point < 0 ? 0 : cell.number.length - point;
}

function leastWidth(cell: Cell): number {
  const text = textOf(cell);
  if (typeof cell === "string" || "number" in cell) return widthOf(text);
  if ("name" in cell) return Math.min(narrowestName, widthOf(text));
  return Math.max(...text.split(" ").map(widthOf));
}

function linesOf(cell: Cell, width: number, numeric: boolean, page: Page): string[] {
  const text = textOf(cell);
  const pad = (line: string) => {
    const space = " ".repeat(Math.max(0, width - widthOf(line)));
    return numeric ? space + line : line + space;
  };
  if (typeof cell === "string" || "number" in cell) return [pad(text)];
  if ("name" in cell) return [pad(widthOf(text) > width ? cut(text, width) : text)];
  const lines = wrapped(text, width).map(pad);
  return "title" in cell
    ? lines.map((line) => line.replace(/\S.*\S|\S/, (words) => strong(words, page)))
    : lines;
}

function cut(text: string, width: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
