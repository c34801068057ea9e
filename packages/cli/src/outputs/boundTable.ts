import type { BoundedMean } from "@surprisal/core";
import { counted, written } from "../number.ts";
import type { Part } from "./report.ts";

/** A name, between which values the mean lies, and what it is counted in. */
export type BoundRow = readonly [name: string, BoundedMean, unit: string];

const digits = 5;

/** What is known between bounds only, whatever the outcomes are that are not listed. */
export function boundTable(rows: readonly BoundRow[], of = "tokens"): Part {
  return {
    titles: [`mean over ${of}`, "#at least", "#at most", "", "interval"],
    rows: rows.map(([name, { lower, upper }, unit]) => [
      name,
      written(lower.value, digits),
      written(upper.value, digits),
      unit,
      lower.resamples === 0 ? "not known" : `${written(lower.low, digits)} to ${written(upper.high, digits)}`,
    ]),
  };
}

/** What such a table says. @param lists Which lists a token has to have. */
export function boundWords(listed: number, tokens: number, lists: string): Part {
  return {
    words: `At least and at most hold at ${tokensOf(listed, tokens)} with ${lists}, whatever the outcomes are that are not listed; the interval, from the low end of the one to the high end of the other, says what another text would change.`,
  };
}

export function tokensOf(some: number, all: number): string {
  return `${some === all ? "all" : `${some} of`} ${counted(String(all), "tokens")}`;
}
