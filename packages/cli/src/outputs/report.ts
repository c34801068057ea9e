import type { Page } from "../page.ts";
import { type Cell, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";

/** A part of a report: a heading, a paragraph, facts by name, or a table whose columns after the first hold numbers where they are marked so. */
export type Part =
  | { heading: string }
  | { words: string }
  | { facts: readonly (readonly [name: string, fact: string])[] }
  | { titles: readonly Title[]; rows: readonly (readonly string[])[] };

/** A title of a column; `#` stands before one over numbers. */
type Title = string;

const isNumeric = (title: Title) => title.startsWith("#");
const bare = (title: Title) => title.replace(/^#/, "");

/** For a terminal. */
export function asText(parts: readonly Part[], page: Page): string[] {
  return parts.flatMap((part, i) => {
    const before = parts[i - 1];
    const isNext = before && "words" in part && ("words" in before || "facts" in before);
    const gap = before && !isNext ? [""] : [];
    if ("facts" in part)
      return table(
        part.facts.map(([name, words]) => [name, { words }]),
        page,
      );
    if ("heading" in part) return [...gap, ...wrapped(part.heading, page.width)];
    if ("words" in part) return [...gap, ...wrapped(part.words, page.width)];
    const cells = part.rows.map((row) =>
      row.map((text, c): Cell => (isNumeric(part.titles[c]!) ? { number: text } : text)),
    );
    return [...gap, ...table([part.titles.map((title) => ({ title: bare(title) })), ...cells], page)];
  });
}

/** Lines whose spaces count, for a page of Markdown. */
export function asCode(lines: readonly string[]): string[] {
  return ["```text", ...lines, "```"];
}

/** For a page of Markdown: tables as GitHub writes them. */
export function asMarkdown(parts: readonly Part[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return parts.flatMap((part, i) => {
    const gap = i > 0 ? [""] : [];
    if ("heading" in part) return [...gap, `## ${part.heading}`];
    if ("words" in part) return [...gap, part.words];
    if ("facts" in part) return [...gap, ...part.facts.map(([name, fact]) => `- ${name}: ${fact}`)];
    const { titles, rows } = part;
    const rule = titles.map((title) => (isNumeric(title) ? "---:" : "---"));
    return [...gap, line(titles.map(bare)), line(rule), ...rows.map(line)];
  });
}
