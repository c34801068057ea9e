import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { release } from "../numeric/fleeting.ts";
import { boundedDifference } from "./boundedDifference.ts";
import { type BoundColumns, type BoundedMean, boundedMean } from "./boundedMean.ts";
import { pairedDifference } from "./pairedDifference.ts";
import { expectRows, findIn, type Selection, selectRows, takeTouched } from "./scored.ts";

/** One of several models on the same tokens. */
export interface Candidate {
  readonly name: string;
  /** What is better the lower it is, one entry a token: D(base‖candidate), or −ln p of what came. NaN where there is none. It is touched whenever it is needed. */
  readonly values: ArrayLike<number>;
  /** Of values some of which are known between bounds only, which then are NaN: the ends, twice the same where they are known. */
  readonly ends?: BoundColumns;
}

export interface CandidatePair {
  readonly one: string;
  readonly other: string;
  /** The mean of `one` less that of `other`. */
  readonly difference: Estimate;
  /** Between which values it lies at all tokens, if some values are known between bounds only. */
  readonly bounds?: BoundedMean;
  /** Of `one` against `other`, at the level of the interval; by the bounds, if there are any. */
  readonly verdict: "better" | "worse" | "not distinguishable";
}

export interface CandidateComparison {
  /** Tokens that all candidates have; only these count. */
  readonly tokens: number;
  /** Lowest mean first, or lowest lower end. */
  readonly candidates: readonly {
    readonly name: string;
    readonly mean: Estimate;
    readonly bounds?: BoundedMean;
  }[];
  /** Every pair once, in the same order. */
  readonly pairs: readonly CandidatePair[];
}

const verdicts = { lower: "better", higher: "worse", "not distinguishable": "not distinguishable" } as const;

/**
 * Which of several candidates is better, pair by pair on the same tokens, or that these tokens do not tell. Intervals of single means may overlap where the difference is plain: what is hard
 * for one is hard for the other, and falls out of the difference.
 *
 * @param options `together`: the level holds for all pairs at once (Bonferroni), and not for each.
 * @throws RangeError if there are not two candidates, their columns differ in length, have no token in common, or hold an ∞.
 * @example
 * const base = Array.from({ length: 50 }, (_, i) => 1 + (i % 7));
 * const candidates = [{ name: "Q4", values: base.map((x, i) => x + 0.1 + 0.02 * (i % 3)) }, { name: "Q8", values: base }];
 * compareCandidates(candidates, { rng: createRng(1), dependence: { kind: "blocks" } }).pairs[0].verdict // "better"
 */
export function compareCandidates(
  candidates: readonly Candidate[],
  options: Resampling & { readonly together?: boolean },
): CandidateComparison {
  if (candidates.length < 2)
    throw new RangeError(
      `compareCandidates: there are ${candidates.length} candidates, expected two at least`,
    );
  const common = inAll(candidates, options);
  if (common.count === 0)
    throw new RangeError("compareCandidates: no token has a value in all, expected one at least");
  for (const { name, values } of candidates) {
    for (let row = 0; row < values.length; row++)
      if (!Number.isFinite(values[row]) && common.has(row))
        throw new RangeError(
          `compareCandidates: ${name}[${row}] is ${values[row]}, expected a finite number`,
        );
    release(values);
  }
  const ends = endsInAll(candidates);
  const ranked = candidates
    .map((candidate, i) => {
      const mean = findIn(common, candidate.values, (values) =>
        bootstrap(meanStatistic(values), common.resampling),
      );
      const bounded = ends && boundedMean("compareCandidates", ends[i], options)!.mean;
      return { candidate, mean, ends: ends?.[i], ...(bounded && { bounds: bounded }) };
    })
    .sort((one, other) => (one.bounds?.lower ?? one.mean).value - (other.bounds?.lower ?? other.mean).value);
  const pairs = (ranked.length * (ranked.length - 1)) / 2;
  const { level = 0.95, resamples = 1000 } = options;
  const each = options.together ? 1 - (1 - level) / pairs : level;
  // Twenty resamples beyond each end, so that it is not the luck of one.
  const drawn = { level: each, resamples: Math.max(resamples, Math.round(40 / (1 - each))) };
  return {
    tokens: common.count,
    candidates: ranked.map(({ candidate, ends: _, ...found }) => ({ name: candidate.name, ...found })),
    pairs: ranked.flatMap(({ candidate: one, ends: endsOfOne }, i) =>
      ranked.slice(i + 1).map(({ candidate: other, ends: endsOfOther }) => {
        const columns = [takeTouched(common, one.values), takeTouched(common, other.values)] as const;
        const { difference, verdict } = pairedDifference(...columns, { ...common.resampling, ...drawn });
        release(...columns);
        const pair = { one: one.name, other: other.name, difference };
        if (!endsOfOne || !endsOfOther) return { ...pair, verdict: verdicts[verdict] };
        const bounded = boundedDifference(endsOfOne, endsOfOther, { ...options, ...drawn })!;
        const { lower, upper } = bounded;
        return { ...pair, bounds: { lower, upper }, verdict: verdicts[bounded.verdict] };
      }),
    ),
  };
}

/** The tokens that all candidates have. */
function inAll(candidates: readonly Candidate[], options: Resampling): Selection {
  let common: Selection | undefined;
  for (const { name, values } of candidates) {
    const isThere = (row: number) => !Number.isNaN(values[row]);
    expectRows("compareCandidates", name, values, common?.rows ?? values.length);
    common = common?.and(isThere) ?? selectRows("compareCandidates", values.length, options, isThere);
    release(values);
  }
  return common!;
}

/** At the tokens at which all candidates have some; nothing if all values are known. */
function endsInAll(candidates: readonly Candidate[]): BoundColumns[] | undefined {
  if (!candidates.some(({ ends }) => ends)) return undefined;
  const all = candidates.map(({ values, ends = { lower: values, upper: values } }) => ends);
  const inAll = ({ lower, upper }: BoundColumns) => ({
    lower: Float64Array.from(lower, (end, row) =>
      all.some((ends) => Number.isNaN(ends.lower[row])) ? Number.NaN : end,
    ),
    upper,
  });
  return all.map(inAll);
}
