import { writtenAlike } from "../number.ts";
import { type Page, strong } from "../page.ts";
import { type Cell, number, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";
import type { Evidence, Finding, Grid } from "./experiment.ts";

/** What came out of an experiment, for a person: the claims with their verdicts, then the numbers behind them. */
export function experimentReport(
  {
    question,
    setting,
    findings,
    tables,
    seed,
    repeats,
  }: Omit<Evidence, "chart"> & {
    question: string;
    seed: number;
    repeats: number;
  },
  page: Page,
): string[] {
  return [
    strong(question, page),
    ...wrapped(setting, page.width),
    ...findings.flatMap((finding) => ["", ...verdict(finding, page)]),
    ...tables.flatMap((grid) => ["", ...wrapped(grid.title, page.width), ...gridLines(grid, page)]),
    "",
    `Seed ${seed}, ${repeats} repeats.`,
  ];
}

function verdict({ claim, verdict, held, cases, because }: Finding, page: Page): string[] {
  const indent = "  ";
  const [first, ...rest] = wrapped(`${verdict} (${held} of ${cases}). ${because}`, page.width - 2);
  const bold = first!.replace(verdict, strong(verdict, page));
  return [...wrapped(claim, page.width), ...[bold, ...rest].map((line) => indent + line)];
}

function gridLines({ columns, rows }: Grid, page: Page): string[] {
  const cells = columns.map((_, c) => cellsOf(rows.map((row) => row[c]!)));
  return table(
    [columns.map((title) => ({ title })), ...rows.map((_, r) => cells.map((column) => column[r]!))],
    page,
  );
}

/** A column of numbers, with words among them perhaps, at five digits. */
function cellsOf(values: readonly (string | number)[]): Cell[] {
  const texts = writtenAlike(
    values.filter((value) => typeof value === "number"),
    5,
  ).values();
  return values.map((value) => (typeof value === "number" ? number(texts.next().value!) : value));
}
