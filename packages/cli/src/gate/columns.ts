import type { TokenTable } from "@surprisal/core";
import type { Listed } from "../outputs/tokenTableNamed.ts";
import type { MeasureName } from "./measures.ts";
import { measures } from "./measures.ts";

/** Between which values a measure lies at each token: twice the same where it is known. NaN where there is none. */
export interface Columns {
  lower: Float64Array;
  upper: Float64Array;
}

/** What the table says of it, or, where that has no column of it, what the lists allow. */
export function columnsOf(name: MeasureName, table: TokenTable, listed?: Listed): Columns | undefined {
  const { of, between } = measures[name];
  const exact = of(table);
  if (exact) return { lower: exact, upper: exact };
  return between && listed?.boundsOf(name);
}
