import truncatedWidth from "fast-string-truncated-width";
import type { Page } from "./page.ts";

/**
 * A text stands at the left of its column, or at the right of a column of numbers, as its title does; numbers, already written as they
 * will be read, align on their decimal point.
 */
export type Cell = string | { number: string };

export function number(text: string): Cell {
  return { number: text };
}

/**
 * Rows as aligned lines. The first column gives way, cut with an ellipsis, when a row is wider than the page; what still does not fit
 * is left to the terminal to fold.
 *
 * @param indent Before each line.
 * @param gap Between columns.
 */
export function table(
  rows: readonly (readonly Cell[])[],
  page: Page,
  { indent = "  ", gap = "  " } = {},
): string[] {
  const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, c) =>
    column(rows.map((row) => row[c] ?? "")),
  );
  const total = columns.reduce(
    (sum, { width }) => sum + width,
    indent.length + gap.length * (columns.length - 1),
  );
  const first = columns[0];
  if (first && total > page.width) first.width = Math.max(8, first.width - (total - page.width));
  return rows.map((row, r) => {
    const cells = row.map((_, c) => fit(columns[c]!.texts[r]!, columns[c]!));
    return `${indent}${cells.join(gap)}`.trimEnd();
  });
}

/** How many columns of a terminal a text takes; escape sequences take none. */
function widthOf(text: string): number {
  return truncatedWidth(text).width;
}

interface Column {
  texts: string[];
  width: number;
  numeric: boolean;
}

function column(cells: readonly Cell[]): Column {
  const numbers = cells.filter((cell) => typeof cell !== "string").map((cell) => cell.number);
  const after = Math.max(0, ...numbers.map((text) => text.length - pointOf(text)));
  const aligned = numbers.map((text) => text + " ".repeat(after - (text.length - pointOf(text))));
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : aligned.shift()!));
  const width = Math.max(...texts.map((text) => widthOf(text)));
  return { texts, width, numeric: numbers.length > 0 };
}

function pointOf(number: string): number {
  const point = number.search(/[.e]/);
  return point < 0 ? number.length : point;
}

function fit(text: string, { width, numeric }: Column): string {
  const space = width - widthOf(text);
  if (space < 0) return cut(text, width);
  return numeric ? " ".repeat(space) + text : text + " ".repeat(space);
}

function cut(text: string, width: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…${" ".repeat(width - 1 - widthOf(kept))}`;
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of `share` of `width` columns, to an eighth of a column; nothing on a plain page. */
export function bar(share: number, width: number, page: Page): string {
  if (!page.rich) return "";
  const units = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  return "█".repeat(units >> 3) + eighths[units & 7]!;
}
