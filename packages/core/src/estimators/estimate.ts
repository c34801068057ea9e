/**
 * How an interval was made: see `bootstrap` for the first two, `estimateRate` for the third, `estimateRateChange` for the fourth, `estimateQuantiles` for the fifth, `estimateEntropy` and
 * `estimatePair` for the next, `estimateMutualInformation` for the last two.
 */
export type IntervalMethod =
  | "percentile"
  | "BCa"
  | "Wilson"
  | "Bonett–Price"
  | "Woodruff"
  | "studentised"
  | "basic"
  | "inversion"
  | "posterior"
  | "subsampling"
  | "delta";

/** A number computed from a sample, and how far the truth may be from it. */
export interface Estimate {
  readonly value: number;
  /** The interval holds the truth in a share `level` of all samples like this one, as far as the method's assumptions hold. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: IntervalMethod;
  /** What was taken to be independent of what: single observations, whole clusters, or blocks of neighbours. */
  readonly dependence: "independent" | "clusters" | "blocks";
  /** How many clusters there were, where these were taken to be independent. */
  readonly clusters?: number;
  /** Neighbours in a block, where blocks were resampled. */
  readonly blockLength?: number;
  /** How many resamples gave the interval; 0 where none were needed. */
  readonly resamples: number;
  /** As many independent observations would say as much about this number. */
  readonly effectiveSampleSize: number;
}

/**
 * The estimate of an increasing function of the number: its interval is the function of the ends.
 *
 * @param f Increasing between the ends.
 * @example increasing(bootstrap(meanStatistic([0, 0]), { rng: createRng(1), dependence: { kind: "independent" } }), Math.exp).value // 1
 */
export function increasing(estimate: Estimate, f: (value: number) => number): Estimate {
  return { ...estimate, value: f(estimate.value), low: f(estimate.low), high: f(estimate.high) };
}
