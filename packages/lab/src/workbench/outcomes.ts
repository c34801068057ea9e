import type { Nats } from "@surprisal/core";
import type { Answer } from "./answer.ts";

/** What the table of outcomes can be sorted by. `given` is the order in which outcomes came, `both` what they add to both divergences. */
export type SortKey = "given" | "name" | "p" | "q" | "surprise" | "forward" | "reverse" | "both";
export type Sort = { readonly key: SortKey; readonly descending: boolean };

/** As many outcomes as are shown before one asks for all. */
export const shownAtFirst = 20;
export const pageLength = 100;

/** The columns of the table of outcomes; of a single distribution `forward` is what an outcome adds to the entropy. */
export type Columns = {
  readonly names: readonly string[] | undefined;
  readonly length: number;
  readonly p: ArrayLike<number>;
  readonly q: ArrayLike<number> | undefined;
  readonly forward: ArrayLike<Nats>;
  readonly reverse: ArrayLike<Nats> | undefined;
  readonly both: ArrayLike<Nats>;
};

export function columnsOf({ pair, single }: Answer): Columns | undefined {
  if (pair) {
    const { names, p, q, terms } = pair;
    return { names, length: p.length, p, q, ...terms };
  }
  if (!single) return undefined;
  const { names, p, terms } = single;
  return { names, length: p.length, p, q: undefined, forward: terms, reverse: undefined, both: terms };
}

/** How outcomes are called where they have no names: by their index, as the command line does. */
export function nameOf({ names }: { names?: Columns["names"] }, index: number): string {
  return names?.[index] ?? `[${index}]`;
}

/** Surprise at an outcome for whoever believes the last of the distributions. */
export function surpriseOf({ p, q }: Columns, index: number): Nats {
  return 0 - Math.log((q ?? p)[index]!);
}

/** Few outcomes keep their order; of many, those that matter most come first. */
export function firstSort(length: number): Sort {
  return length <= shownAtFirst ? { key: "given", descending: false } : { key: "both", descending: true };
}

/**
 * The outcomes that stand in the table, by index, in order.
 *
 * @param find Only those whose names contain this, whatever their case.
 */
export function arranged(
  columns: Columns,
  { key, descending }: Sort,
  find: string,
  locale: string,
): number[] {
  const { names, length, p, q } = columns;
  const sought = find.trim().toLocaleLowerCase(locale);
  const indices = Array.from({ length }, (_, i) => i);
  const kept = sought
    ? indices.filter((i) => nameOf(columns, i).toLocaleLowerCase(locale).includes(sought))
    : indices;
  if (key === "given" || (key === "name" && !names)) return descending ? kept.reverse() : kept;
  const turn = descending ? -1 : 1;
  if (key === "name") {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return kept.sort((a, b) => turn * compare(names![a]!, names![b]!) || a - b);
  }
  const value = (i: number) => (key === "surprise" ? surpriseOf(columns, i) : columns[key]![i]!);
  const mass = (i: number) => p[i]! + (q?.[i] ?? 0);
  // Infinite terms are all alike, so among them the likelier outcome comes first.
  return kept.sort((a, b) => turn * order(value(a), value(b)) || mass(b) - mass(a) || a - b);
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The outcomes that the command line lists: all in their own order when they are at most `top`, else the `top` that contribute most, without
 * those that contribute nothing.
 */
export function leading(columns: Columns, top: number): number[] {
  const { length, both } = columns;
  if (length <= top) return Array.from({ length }, (_, i) => i);
  return arranged(columns, { key: "both", descending: true }, "", "en")
    .filter((i) => both[i] !== 0)
    .slice(0, top);
}
