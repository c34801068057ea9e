import type { Estimate, ScoredComparison, Unit } from "@surprisal/core";
import { written } from "../number.ts";
import { interval } from "./estimateTable.ts";
import type { SpreadRow } from "./quantileTables.ts";

/** Above rows of a table of means. */
export const meanTitles = ["", "#mean", "", "interval"] as const;

export function meanRow(name: string, estimate: Estimate | undefined, of = ""): string[][] {
  return estimate ? [[name, written(estimate.value, 5), of, interval(estimate)]] : [];
}

/** What two models make of what came. */
export function scoredRows(scored: ScoredComparison | undefined, unit: Unit): string[][] {
  return [
    ...meanRow("perplexity of P", scored?.basePerplexity, "outcomes"),
    ...meanRow("perplexity of Q", scored?.candidatePerplexity, "outcomes"),
    ...meanRow("Q's over P's", scored?.perplexityRatio),
    ...meanRow("Q's less P's", scored?.perplexityDifference, "outcomes"),
    ...meanRow("log of the ratio", scored?.logPerplexityRatio, unit),
    ...meanRow("correlation of surprises", scored?.correlation),
    ...meanRow("Δp of what came, Q less P", scored?.probabilityChange.mean),
    ...meanRow("its root mean square", scored?.rmsProbabilityChange),
  ];
}

/** The one of them that each row has for itself. */
export function scoredSpread(scored: ScoredComparison | undefined): SpreadRow {
  return ["Δp", scored?.probabilityChange, ""];
}
