import type { ListedPair, TokenTable } from "@surprisal/core";
import type { MeasureName } from "./measures.ts";
import { measures } from "./measures.ts";

/** Between which values a measure lies at each token: twice the same where it is known. NaN where there is none. */
export interface Columns {
  lower: Float64Array;
  upper: Float64Array;
}

/** What is known of tokens of which only the likeliest alternatives are listed. */
export interface Lists {
  /** `undefined` where one of the models lists none. */
  pairs: readonly (ListedPair | undefined)[];
  /** A probability that no outcome is below; an assumption. */
  floor?: number;
}

/** What the table says of it, or, where that has no column of it, what the lists allow. */
export function columnsOf(name: MeasureName, table: TokenTable, lists?: Lists): Columns | undefined {
  const { of, between } = measures[name];
  const exact = of(table);
  if (exact) return { lower: exact, upper: exact };
  if (!between || !lists) return undefined;
  const unknown = { lower: Number.NaN, upper: Number.NaN };
  const bounds = lists.pairs.map((pair) => (pair ? between(pair, lists.floor) : unknown));
  return {
    lower: Float64Array.from(bounds, ({ lower }) => lower),
    upper: Float64Array.from(bounds, ({ upper }) => upper),
  };
}
