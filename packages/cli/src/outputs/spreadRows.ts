import type { Estimate, ScoredComparison, Spread, Unit } from "@surprisal/core";
import { written } from "../number.ts";
import { interval } from "./estimateTable.ts";

/** Above rows of a table of estimates, with what is known of how a measure is spread. */
export const spreadTitles = ["", "#mean", "", "interval", "#median", "#99 %", "#maximum"] as const;

export function meanRow(name: string, estimate: Estimate | undefined, of = ""): string[][] {
  return estimate ? [[name, written(estimate.value, 5), of, interval(estimate), "", "", ""]] : [];
}

export function spreadRow(name: string, of: string, found: Spread | undefined): string[][] {
  if (!found) return [];
  const at = (share: number) => found.quantiles.find((quantile) => quantile.share === share)!.estimate.value;
  const rest = [at(0.5), at(0.99), found.maximum].map((value) => written(value, 4));
  return [[name, written(found.mean.value, 5), of, interval(found.mean), ...rest]];
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
    ...spreadRow("probability of what came, Q's less P's", "", scored?.probabilityChange),
    ...meanRow("its root mean square", scored?.rmsProbabilityChange),
  ];
}
