import { bootstrap } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { estimateQuantiles } from "../estimators/estimateQuantiles.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import { extremesOf } from "../numeric/columns.ts";
import type { Selection } from "./scored.ts";

/** How a measure is spread over the tokens. */
export interface Spread {
  readonly mean: Estimate;
  readonly minimum: number;
  readonly maximum: number;
  readonly quantiles: readonly { readonly share: number; readonly estimate: Estimate }[];
}

const shares = [0.999, 0.99, 0.95, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001];

/** @param range What the measure is at least and at most, whatever the models. */
export function spreadOf(
  { resampling }: Selection,
  column: ArrayLike<number>,
  range: readonly [least: number, most: number],
): Spread {
  const quantiles = estimateQuantiles(column, shares, resampling);
  return {
    mean: withinRange(bootstrap(meanStatistic(column), resampling), range),
    ...extremesOf(column),
    quantiles: quantiles.map((estimate, i) => ({ share: shares[i], estimate: withinRange(estimate, range) })),
  };
}
