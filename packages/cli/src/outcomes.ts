import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { written } from "./number.ts";
import { type Page, strong } from "./page.ts";
import type { Outcome, Pair } from "./reading.ts";
import { bar, type Cell, number, table } from "./table.ts";

/** How many columns a bar may take. */
const barWidth = 20;

/**
 * Which outcomes to show: all of them in their own order when they are at most `top`, else the `top` ones that contribute most (by absolute
 * value), largest first, without those that contribute nothing.
 *
 * @param mass What puts outcomes in order that contribute the same, as all that make a divergence infinite do.
 */
export function leading(contributions: ArrayLike<Nats>, top: number, mass = (_: number) => 0): number[] {
  const indices = Array.from(contributions, (_, i) => i);
  if (indices.length <= top) return indices;
  const size = (i: number) => Math.abs(contributions[i]!);
  const contributing = indices.filter((i) => contributions[i] !== 0);
  return contributing.sort((a, b) => size(b) - size(a) || mass(b) - mass(a) || a - b).slice(0, top);
}

/** One outcome of a table: its name, then the numbers under the other titles, of which the last is its contribution. */
export interface OutcomeRow {
  outcome: Outcome;
  numbers: readonly number[];
}

/** A table of outcomes with a bar for what each contributes, and a line for how many are not shown. */
export function outcomeTable(
  titles: readonly string[],
  rows: readonly OutcomeRow[],
  outcomes: number,
  page: Page,
): string[] {
  if (rows.length === 0) return [];
  const contribution = ({ numbers }: OutcomeRow) => Math.abs(numbers.at(-1)!);
  const most = Math.max(...rows.map(contribution));
  const share = (row: OutcomeRow) =>
    most === 0 ? 0 : contribution(row) === most ? 1 : contribution(row) / most;
  const [head = "", ...others] = titles;
  const cells = rows.map((row): Cell[] => [
    outcomeText(row.outcome),
    ...row.numbers.map((value) => number(written(value, 4))),
    bar(share(row), barWidth, page),
  ]);
  const hidden = outcomes - rows.length;
  return [
    "",
    ...table([[head, ...others].map((title) => strong(title, page)), ...cells], page),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
  ];
}

/** An outcome without a name goes by its index; a name that would not show as itself is quoted and escaped. */
export function outcomeText(outcome: Outcome): string {
  if (typeof outcome === "number") return `[${outcome}]`;
  const escaped = outcome.replace(
    /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, // joiners are letters of some scripts
    (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`,
  );
  return escaped === outcome && outcome === outcome.trim() && outcome !== "" ? outcome : `"${escaped}"`;
}

/** What one outcome adds to a measure of two distributions, in the unit of the result. */
export interface PairTerm {
  outcome: Outcome;
  p: number;
  q: number;
  term: number;
}

/** The terms of the outcomes to show, see {@link leading}. */
export function pairTerms(
  { p, q, label }: Pair,
  contributions: Float64Array,
  unit: Unit,
  top: number,
): PairTerm[] {
  return leading(contributions, top, (i) => p[i]! + q[i]!).map((i) => ({
    outcome: label(i),
    p: p[i]!,
    q: q[i]!,
    term: inUnit(contributions[i]!, unit),
  }));
}

export function pairTable(title: string, terms: readonly PairTerm[], outcomes: number, page: Page): string[] {
  const rows = terms.map(({ outcome, p, q, term }) => ({ outcome, numbers: [p, q, term] }));
  return outcomeTable(["outcome", "P", "Q", title], rows, outcomes, page);
}
