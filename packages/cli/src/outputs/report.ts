import type { Page } from "../page.ts";
import { type Cell, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";

/** A part of a report: a heading, a paragraph, or a table whose columns after the first hold numbers where they are marked so. */
export type Part =
  | { heading: string }
  | { words: string }
  | { titles: readonly Title[]; rows: readonly (readonly string[])[] };

/** A title of a column; `#` stands before one over numbers. */
type Title = string;

const isNumeric = (title: Title) => title.startsWith("#");
const bare = (title: Title) => title.replace(/^#/, "");

/** For a terminal. */
export function asText(parts: readonly Part[], page: Page): string[] {
  return parts.flatMap((part, i) => {
    const before = parts[i - 1];
    const gap = before && !("words" in part && "words" in before) ? [""] : [];
    if ("heading" in part) return [...gap, ...wrapped(part.heading, page.width)];
    if ("words" in part) return [...gap, ...wrapped(part.words, page.width)];
    const cells = part.rows.map((row) =>
      row.map((text, c): Cell => (isNumeric(part.titles[c]!) ? { number: text } : text)),
    );
    return [...gap, ...table([part.titles.map((title) => ({ title: bare(title) })), ...cells], page)];
  });
}

/** For a page of Markdown: tables as GitHub writes them. */
export function asMarkdown(parts: readonly Part[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return parts.flatMap((part, i) => {
    const gap = i > 0 ? [""] : [];
    if ("heading" in part) return [...gap, `## ${part.heading}`];
    if ("words" in part) return [...gap, part.words];
    const { titles, rows } = part;
    const rule = titles.map((title) => (isNumeric(title) ? "---:" : "---"));
    return [...gap, line(titles.map(bare)), line(rule), ...rows.map(line)];
  });
}
