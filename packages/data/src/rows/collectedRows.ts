import {
  addOutcomeSums,
  emptyRowMeasures,
  emptyRowPairMeasures,
  firstRowPairs,
  firstRows,
  type OutcomeSums,
  placeRowPairs,
  placeRows,
} from "@surprisal/core/rows";
import type { MeasuredRows } from "./measureBlocks.ts";
import type { RowJob } from "./rowJob.ts";

/** What is measured of a job, as it comes in. */
export type CollectedRows = {
  /** Takes the measures of the rows from number `at` on. */
  place(part: MeasuredRows, at: number): void;
  /** Takes sums over rows that were not summed yet. */
  sum(outcomes: OutcomeSums | undefined): void;
  /** All that there is of the first `count` rows, of which the sums are to be. */
  first(count: number): MeasuredRows;
};

export function collectRows(job: RowJob): CollectedRows {
  const { rows } = job.p;
  const alone = emptyRowMeasures(job.q ? 0 : rows, job);
  const pair = emptyRowPairMeasures(job.q ? rows : 0, job);
  let outcomes: OutcomeSums | undefined;
  return {
    place(part, at) {
      if (part.kind === "pair") placeRowPairs(pair, part.measures, at);
      else placeRows(alone, part.measures, at);
    },
    sum(more) {
      outcomes = outcomes && more ? addOutcomeSums(outcomes, more) : (more ?? outcomes);
    },
    first(count) {
      if (!job.q) return { kind: "alone", measures: firstRows(alone, count) };
      const measures = firstRowPairs(pair, count);
      return { kind: "pair", measures: { ...measures, ...(outcomes && { outcomes }) } };
    },
  };
}
