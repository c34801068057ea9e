import type { TokenColumns, TokenTable } from "@surprisal/core";
import type { WithheldTokens } from "@surprisal/data";
import type { Listed } from "../outputs/tokenTableNamed.ts";
import type { MeasureName } from "./measures.ts";
import { measures } from "./measures.ts";

/** Between which values a measure lies at each token: twice the same where it is known. NaN where there is none. */
export interface Columns {
  lower: Float64Array;
  upper: Float64Array;
}

/** What the lists of scores allow. */
export interface Bounded {
  /** Of what they list. */
  listed?: Listed | undefined;
  /** Of what came, where the log-probability of some of it is withheld. */
  surprise?: { p: Columns; q?: Columns } | undefined;
}

/** What the table says of it, or, where that has no column of it, or one without some tokens that came, what the lists allow. */
export function columnsOf(
  name: MeasureName,
  table: TokenTable,
  { listed, surprise }: Bounded,
): Columns | undefined {
  const { of, between, ends } = measures[name];
  if (surprise && ends) return ends(surprise);
  const exact = of(table);
  if (exact) return { lower: exact, upper: exact };
  return between && listed?.boundsOf(name);
}

/** @returns Nothing where the log-probability of no token that came is withheld. */
export function surpriseColumns(
  { p, q }: TokenTable,
  [ofP, ofQ]: readonly WithheldTokens[],
  floor: number,
): Bounded["surprise"] {
  if (!ofP?.count && !ofQ?.count) return undefined;
  const columns = ({ surprise }: TokenColumns, withheld: WithheldTokens): Columns =>
    withheld.ends(surprise!, floor) ?? { lower: surprise!, upper: surprise! };
  return { p: columns(p, ofP!), ...(q && { q: columns(q, ofQ!) }) };
}
