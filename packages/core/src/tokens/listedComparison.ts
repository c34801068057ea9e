import type { Resampling } from "../estimators/bootstrap.ts";
import { type BoundColumns, type BoundedMean, boundedMean } from "./boundedMean.ts";
import type { Bounds, TopList } from "./topList.ts";
import {
  hellingerBounds,
  jensenShannonBounds,
  klBounds,
  totalVariationBounds,
} from "./topListDivergences.ts";

/** Nats; P is the base, Q the candidate. */
export interface ListedComparison {
  /** At which both have a list. */
  readonly tokens: number;
  /** D(P‖Q). */
  readonly forwardKl: BoundedMean;
  /** D(Q‖P). */
  readonly reverseKl: BoundedMean;
  readonly jensenShannon: BoundedMean;
  readonly totalVariation: BoundedMean;
  readonly hellinger: BoundedMean;
}

export type ListedMeasure = Exclude<keyof ListedComparison, "tokens">;

/** What two models list at one token. */
export interface ListedPair {
  readonly p: TopList;
  readonly q: TopList;
}

/**
 * Between which values each measure of `listedComparison` lies at one token. Of a text too long for its lists to be kept, the ends are enough: see `boundedComparison`.
 *
 * @throws RangeError as `klBounds`.
 * @example
 * const one = { outcomes: [3], logProbabilities: [Math.log(0.9)] };
 * listedMeasures.totalVariation({ p: one, q: one }).upper.toFixed(4) // "0.1000"
 */
export const listedMeasures: Readonly<Record<ListedMeasure, (lists: ListedPair, floor?: number) => Bounds>> =
  {
    forwardKl: ({ p, q }, floor) => klBounds(p, q, floor),
    reverseKl: ({ p, q }, floor) => klBounds(q, p, floor),
    jensenShannon: ({ p, q }) => jensenShannonBounds(p, q),
    totalVariation: ({ p, q }) => totalVariationBounds(p, q),
    hellinger: ({ p, q }) => hellingerBounds(p, q),
  };

/**
 * Between which values the mean divergences of two models lie, of which only the likeliest outcomes are known at each token.
 *
 * @param lists One entry a token; `undefined` where either has none: such tokens are left out.
 * @param options `floor`: a probability below which no outcome of either model is. It is your assumption; without it D has no upper bound.
 * @returns Nothing if no token has lists.
 * @throws RangeError as `klBounds`.
 * @example
 * const list = (p: number) => ({ outcomes: ["a", "b"], logProbabilities: [Math.log(p), Math.log(0.95 - p)] });
 * const pairs = [{ p: list(0.5), q: list(0.6) }, { p: list(0.7), q: list(0.7) }];
 * const { lower, upper } = listedComparison(pairs, { rng: createRng(1), dependence: { kind: "independent" } }).totalVariation;
 * [lower.value.toFixed(3), upper.value.toFixed(3)] // ["0.050", "0.100"]
 */
export function listedComparison(
  lists: readonly (ListedPair | undefined)[],
  options: Resampling & { readonly floor?: number },
): ListedComparison | undefined {
  return boundedComparison((measure) => {
    const columns = { lower: new Float64Array(lists.length), upper: new Float64Array(lists.length) };
    for (const [i, pair] of lists.entries()) {
      const bounds = pair && listedMeasures[measure](pair, options.floor);
      columns.lower[i] = bounds?.lower ?? Number.NaN;
      columns.upper[i] = bounds?.upper ?? Number.NaN;
    }
    return columns;
  }, options);
}

const largest: Readonly<Record<ListedMeasure, number>> = {
  forwardKl: Infinity,
  reverseKl: Infinity,
  jensenShannon: Math.LN2,
  totalVariation: 1,
  hellinger: 1,
};

/**
 * The same of the ends at each token, without the lists that they were found by.
 *
 * @param boundsOf The ends of a measure. It is asked for one measure after another, so that no more need be in memory.
 * @returns Nothing if no token has any.
 * @throws RangeError if the columns differ in length.
 * @example
 * const ends = { lower: [0.1, NaN, 0.3], upper: [0.2, NaN, 0.4] };
 * const found = boundedComparison(() => ends, { rng: createRng(1), dependence: { kind: "independent" } });
 * [found.tokens, found.hellinger.upper.value.toFixed(2)] // [2, "0.30"]
 */
export function boundedComparison(
  boundsOf: (measure: ListedMeasure) => BoundColumns,
  options: Resampling,
): ListedComparison | undefined {
  const mean = (measure: ListedMeasure) =>
    boundedMean("boundedComparison", boundsOf(measure), options, [0, largest[measure]]);
  const first = mean("forwardKl");
  return (
    first && {
      tokens: first.tokens,
      forwardKl: first.mean,
      reverseKl: mean("reverseKl")!.mean,
      jensenShannon: mean("jensenShannon")!.mean,
      totalVariation: mean("totalVariation")!.mean,
      hellinger: mean("hellinger")!.mean,
    }
  );
}
