import type { Estimate } from "@surprisal/core";
import { written } from "../number.ts";
import type { Part } from "./report.ts";

/** A name, what was estimated, and what it is counted in. */
export type EstimateRow = readonly [name: string, Estimate | undefined, unit: string];

const digits = 6;

/** Estimates under one another, each with its interval, and how many independent tokens would say as much about it. */
export function estimateTable(rows: readonly EstimateRow[], of = "tokens"): Part[] {
  const known = rows.filter((row): row is readonly [string, Estimate, string] => row[1] !== undefined);
  if (known.length === 0) return [];
  return [
    {
      titles: ["", "#estimate", "", "interval", `#worth, in independent ${of}`],
      rows: known.map(([name, estimate, unit]) => [
        name,
        written(estimate.value, digits),
        unit,
        interval(estimate),
        written(estimate.effectiveSampleSize, 3),
      ]),
    },
  ];
}

/** `1.2 to 3.4`. */
export function interval({ low, high, method, resamples }: Estimate, shown = digits): string {
  const isResampled = method === "percentile" || method === "BCa";
  const isUnknown = isResampled ? resamples === 0 : low === -Infinity && high === Infinity;
  return isUnknown ? "not known" : `${written(low, shown)} to ${written(high, shown)}`;
}
