import { type Counts, expectKind } from "../distributions/kinds.ts";

/** How many outcomes occurred once, twice, and so on: all of a sample that matters to estimates which do not care what the outcomes are called. */
export interface CountProfile {
  /** How many draws. */
  readonly n: number;
  /** How many different outcomes were drawn. */
  readonly seen: number;
  /** How many outcomes the counts list, those of count 0 included. */
  readonly listed: number;
  /** The different counts above 0, in order … */
  readonly sizes: Float64Array;
  /** … and of how many outcomes each is the count. */
  readonly times: Float64Array;
}

/**
 * The profile of counts, which must be whole: an estimate from a sample needs to know how many draws there were.
 *
 * @param sample Counts, or their profile, which is returned as it is.
 * @throws RangeError if a count is not a whole number, or they sum to more than 2⁵³.
 * @example countProfile(counts([3, 1, 1, 0])).times // [2, 1]
 */
export function countProfile(sample: Counts | CountProfile): CountProfile {
  return profileOf("countProfile", sample);
}

/** The same, for the function `where`. */
export function profileOf(where: string, sample: Counts | CountProfile): CountProfile {
  if (sample !== null && typeof sample === "object" && "times" in sample) return sample;
  expectKind(where, "sample", sample, "counts");
  for (let i = 0; i < sample.length; i++)
    if (!Number.isInteger(sample[i]))
      throw new RangeError(`${where}: sample[${i}] is ${sample[i]}, expected a whole number of occurrences`);
  const profile = tally(sample);
  if (!Number.isSafeInteger(profile.n))
    throw new RangeError(`${where}: sample has ${profile.n} draws, expected at most 2^53`);
  return profile;
}

/** The profile of whole numbers ≥ 0. */
export function tally(sample: ArrayLike<number>): CountProfile {
  const timesOf = new Map<number, number>();
  let n = 0;
  for (let i = 0; i < sample.length; i++) {
    const count = sample[i];
    if (count === 0) continue;
    n += count;
    timesOf.set(count, (timesOf.get(count) ?? 0) + 1);
  }
  const sizes = Float64Array.from(timesOf.keys()).sort();
  const times = sizes.map((size) => timesOf.get(size) ?? 0);
  const seen = times.reduce((sum, k) => sum + k, 0);
  return { n, seen, listed: sample.length, sizes, times };
}

/** How many outcomes were drawn exactly so often. */
export function timesOf({ sizes, times }: CountProfile, size: number): number {
  const at = sizes.indexOf(size);
  return at < 0 ? 0 : times[at];
}

/** Σ over the outcomes that were drawn. */
export function sumOverSeen({ sizes, times }: CountProfile, term: (count: number) => number): number {
  let sum = 0;
  for (let k = 0; k < sizes.length; k++) sum += times[k] * term(sizes[k]);
  return sum;
}

/** Refuses an alphabet smaller than what was drawn from it. */
export function expectAlphabet(where: string, alphabet: number, { seen }: CountProfile): void {
  if (!(Number.isSafeInteger(alphabet) && alphabet >= seen))
    throw new RangeError(
      `${where}: alphabet is ${alphabet}, expected a whole number, at least the ${seen} outcomes seen`,
    );
}
