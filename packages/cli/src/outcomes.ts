import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Page } from "./page.ts";
import type { Outcome, Pair } from "./reading.ts";
import { type Cell, numbers, table } from "./table.ts";

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
  const columns = titles.slice(1).map((_, c) =>
    numbers(
      rows.map((row) => row.numbers[c]!),
      4,
    ),
  );
  const cells = rows.map(({ outcome }, r): Cell[] => [
    { name: outcomeText(outcome) },
    ...columns.map((column) => column[r]!),
  ]);
  const hidden = outcomes - rows.length;
  const terms = rows.map(({ numbers }) => numbers.at(-1)!);
  return [
    "",
    ...table([titles.map((title) => ({ title })), ...cells], page, { terms }),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
  ];
}

const usual: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** An outcome without a name goes by its index; a name that would not show as itself is quoted and escaped. */
export function outcomeText(outcome: Outcome): string {
  if (typeof outcome === "number") return `[${outcome}]`;
  const escaped = outcome.replace(
    /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, // joiners are letters of some scripts
    (c) => usual[c] ?? `\\u{${c.codePointAt(0)!.toString(16)}}`,
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
