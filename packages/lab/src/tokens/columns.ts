import type { TokenTable } from "@surprisal/core";
import { whereBoth } from "./whereBoth.ts";

type ColumnKey =
  | "surpriseP"
  | "surpriseQ"
  | "entropyP"
  | "entropyQ"
  | "rankP"
  | "rankQ"
  | "forwardKl"
  | "reverseKl"
  | "jensenShannon"
  | "totalVariation"
  | "entropyChange";

/** A column of numbers, one a token: information in nats, or what has no unit. */
export interface Column {
  readonly key: ColumnKey;
  readonly values: ArrayLike<number>;
  readonly quantity: "information" | "share" | "rank";
}

/** The columns that a table has, in the order in which they are shown. NaN, or a rank below 1, where there is no value. */
export function columnsOf({ p, q, ...pair }: TokenTable): Column[] {
  const change = p.entropy && q?.entropy?.map((nats, i) => nats - p.entropy![i]!);
  const known: [ColumnKey, Column["quantity"], ArrayLike<number> | undefined][] = [
    ["surpriseP", "information", p.surprise],
    ["surpriseQ", "information", q?.surprise],
    ["rankP", "rank", p.rank],
    ["rankQ", "rank", q?.rank],
    ["entropyP", "information", p.entropy],
    ["entropyQ", "information", q?.entropy],
    ["entropyChange", "information", change],
    ["forwardKl", "information", pair.forwardKl],
    ["reverseKl", "information", pair.reverseKl],
    ["jensenShannon", "information", pair.jensenShannon],
    ["totalVariation", "share", pair.totalVariation],
  ];
  return known.flatMap(([key, quantity, values]) => (values ? [{ key, quantity, values }] : []));
}

const twins: Partial<Record<ColumnKey, ColumnKey>> = {
  ...{ surpriseP: "surpriseQ", surpriseQ: "surpriseP" },
  ...{ entropyP: "entropyQ", entropyQ: "entropyP" },
};

/** The column that says how a mean comes about: of two models, of the tokens that both say it of. */
export function columnOfMean(columns: readonly Column[], key: string): Column | undefined {
  const named = (wanted: string | undefined) => columns.find((one) => one.key === wanted);
  const [column, twin] = [named(key), named(twins[key as ColumnKey])];
  return column && twin ? { ...column, values: whereBoth(column.values, twin.values) } : column;
}

export type SortKey = ColumnKey | "place";
export type Sort = { readonly key: SortKey; readonly descending: boolean };

/** The rows in the order of a column; those without a value come last, equals in the order of the text. */
export function sorted(rows: Int32Array, columns: readonly Column[], { key, descending }: Sort): Int32Array {
  const column = columns.find((one) => one.key === key);
  if (!column) return descending ? rows.toReversed() : rows;
  const { values, quantity } = column;
  const value = (row: number) => {
    const x = values[row]!;
    return Number.isNaN(x) || (quantity === "rank" && x < 1) ? undefined : x;
  };
  const turn = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === b) return one - other;
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return a < b ? -turn : turn;
  });
}
