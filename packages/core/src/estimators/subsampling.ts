import { studentQuantile } from "../numeric/standardNormalTail.ts";
import type { Rng } from "../rng.ts";
import type { Estimate } from "./estimate.ts";

/** How an interval by subsampling is to be made. */
export interface Subsampling {
  readonly rng: Rng;
  /** How often the interval is to hold the truth; 0.95 unless given. */
  readonly level?: number;
  /** How often the sample is cut into halves, at least 8 times; 24 unless given. Fewer are faster, and make the interval wider, for its width is less sure. */
  readonly partitions?: number;
  /** Told how often the sample has been measured anew, of how often it will be. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** A number computed from one sample or several independent ones, that can be computed from some of their observations alone. */
export interface Subsampled {
  /** How many observations each sample has. */
  readonly counts: readonly number[];
  readonly value: number;
  /** The same number of these observations of each. */
  of(...indices: Int32Array[]): number;
  /** The fewest observations of a sample that it can be computed from. */
  readonly least: number;
}

/**
 * An interval from how much the number differs between parts of the sample that have no observation in common: halves and quarters, cut at random, again and
 * again. How the variance grows from halves to quarters says how it falls from halves to the whole, which for neighbours is not yet like 1/n in small samples.
 *
 * A bootstrap would not do for neighbours: an observation drawn twice is its own neighbour at distance 0. What this assumes: observations are
 * independent, the number is nearly normal around its expectation, and its bias is small against its spread: there is none in the interval.
 *
 * @returns From −∞ to ∞ where quarters have fewer observations than it takes, or the number is not finite.
 * @see Politis & Romano (1994), Large Sample Confidence Regions Based on Subsamples, Ann. Statist. 22(4); Holmes & Nemenman (2019), Estimation of Mutual
 *   Information for Real-Valued Data with Error Bars and Controlled Bias, Phys. Rev. E 100, for disjoint parts.
 */
export function subsampling(
  where: string,
  statistic: Subsampled,
  { rng, level = 0.95, partitions = 24, onProgress }: Subsampling,
): Estimate {
  expectLevel(where, level);
  if (!(Number.isInteger(partitions) && partitions >= 8))
    throw new RangeError(`${where}: partitions is ${partitions}, expected a whole number from 8`);
  const { counts, value } = statistic;
  const fewest = Math.min(...counts);
  const known = {
    value,
    level,
    method: "subsampling",
    dependence: "independent",
    effectiveSampleSize: fewest,
  } as const;
  const unknown = { ...known, low: -Infinity, high: Infinity, resamples: 0 };
  if (Math.floor(fewest / 4) < statistic.least || !Number.isFinite(value)) return unknown;
  const orders = counts.map((count) => Int32Array.from({ length: count }, (_, i) => i));
  const intoQuarters = Math.ceil(partitions / 2);
  const cuts = partitions + intoQuarters;
  let done = 0;
  const onCut = () => onProgress?.(++done, cuts);
  const halves = varianceByParts(statistic, orders, 2, partitions, { rng, onCut });
  const quarters = varianceByParts(statistic, orders, 4, intoQuarters, { rng, onCut });
  // By halves a variance b/n + c/n² comes out as b/n + 2c/n², by quarters as b/n + 4c/n².
  const variance = Math.max(1.5 * halves - 0.5 * quarters, halves / 4);
  if (!Number.isFinite(variance)) return unknown;
  // A cut into halves is worth one degree of freedom, into quarters three.
  const freedom = 1 / (1.5 ** 2 / partitions + 0.5 ** 2 / (3 * intoQuarters));
  const reach = studentQuantile((1 + level) / 2, freedom) * Math.sqrt(variance);
  return { ...known, low: value - reach, high: value + reach, resamples: cuts };
}

/** Says what is wrong with a level of confidence. */
export function expectLevel(where: string, level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`${where}: level is ${level}, expected a number in (0, 1)`);
}

/** What the variance of the whole would be if it fell like 1/n from that among so many disjoint parts. */
function varianceByParts(
  { of }: Subsampled,
  orders: readonly Int32Array[],
  parts: number,
  partitions: number,
  { rng, onCut }: { rng: Rng; onCut(): void },
): number {
  let sum = 0;
  for (let cut = 0; cut < partitions; cut++) {
    for (const order of orders) shuffle(order, rng);
    const numbers = Array.from({ length: parts }, (_, part) =>
      of(
        ...orders.map((order) => {
          const boundary = (p: number) => Math.floor((p * order.length) / parts);
          return order.subarray(boundary(part), boundary(part + 1));
        }),
      ),
    );
    const mean = numbers.reduce((total, number) => total + number, 0) / parts;
    sum += numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / (parts - 1);
    onCut();
  }
  return sum / partitions / parts;
}

/** Puts numbers in random order, every order as likely (Fisher and Yates). */
export function shuffle(order: Int32Array, rng: Rng): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(rng.next() * (i + 1));
    const swapped = order[i];
    order[i] = order[k];
    order[k] = swapped;
  }
}
