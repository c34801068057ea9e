import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { selectRows } from "./scored.ts";
import type { Bounds, TopList } from "./topList.ts";
import {
  hellingerBounds,
  jensenShannonBounds,
  klBounds,
  totalVariationBounds,
} from "./topListDivergences.ts";

/**
 * Means over tokens of the two ends between which a measure lies at each. Whatever the outcomes outside the lists are, the mean over these tokens is between the two values; the interval
 * of each says how much another text would change it.
 */
export interface BoundedMean {
  readonly lower: Estimate;
  readonly upper: Estimate;
}

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

/** What two models list at one token. */
export interface ListedPair {
  readonly p: TopList;
  readonly q: TopList;
}

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
  const { floor } = options;
  const isListed = (i: number) => lists[i] !== undefined;
  const { rows, resampling } = selectRows("listedComparison", lists.length, options, isListed);
  if (rows.length === 0) return undefined;
  const mean = (boundsOf: (pair: ListedPair) => Bounds): BoundedMean => {
    const bounds = Array.from(rows, (i) => boundsOf(lists[i]!));
    const of = (end: keyof Bounds) => bootstrap(meanStatistic(bounds.map((both) => both[end])), resampling);
    return { lower: of("lower"), upper: of("upper") };
  };
  return {
    tokens: rows.length,
    forwardKl: mean(({ p, q }) => klBounds(p, q, floor)),
    reverseKl: mean(({ p, q }) => klBounds(q, p, floor)),
    jensenShannon: mean(({ p, q }) => jensenShannonBounds(p, q)),
    totalVariation: mean(({ p, q }) => totalVariationBounds(p, q)),
    hellinger: mean(({ p, q }) => hellingerBounds(p, q)),
  };
}
