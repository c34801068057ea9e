import type { Nats } from "../units.ts";

/** The likeliest outcomes of a distribution, as a provider lists them; of the others only what is left for them is known. */
export interface TopList {
  /** What names each outcome, the same in every list: its number, or its text. */
  readonly outcomes: ArrayLike<number | string>;
  /** One an outcome, ≤ 0. */
  readonly logProbabilities: ArrayLike<Nats>;
  /** How many outcomes there are altogether, listed or not. Without it the entropy has no upper bound. */
  readonly vocabulary?: number;
  /** The log-probability that no outcome outside the list exceeds: the smallest listed, unless given. Give it where a list has a less likely outcome added, such as the chosen token. */
  readonly largestUnlisted?: Nats;
  /** How far each listed log-probability may be from the truth: half a unit of the last decimal, where they were rounded to few; 0 unless given. */
  readonly halfUnit?: Nats;
  /** How far the sum of the probabilities may be from 1 besides; 2⁻²⁰ unless given, for numbers in single precision. */
  readonly rounding?: number;
}

/** The truth is neither below `lower` nor above `upper`, whatever the outcomes outside the lists are, and what rounding took away. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Numbers that are each known between two ends; of exact ones both ends are one column. */
export type Ends = { readonly lower: Float64Array; readonly upper: Float64Array };

/** A list, read: `tail` is the mass of all outcomes outside of it, of which there are `unlisted`, none above `cap`. */
export type Tail = {
  readonly probabilities: Ends;
  readonly tail: Bounds;
  readonly unlisted: number;
  readonly cap: number;
};

/** Checks a list, and says what lies outside of it. */
export function readTail(where: string, name: string, list: TopList): Tail {
  const { outcomes, logProbabilities, vocabulary = Infinity, halfUnit = 0, rounding = 2 ** -20 } = list;
  const listed = logProbabilities.length;
  if (outcomes.length !== listed)
    throw new RangeError(`${where}: ${name}.outcomes has ${outcomes.length} entries, expected ${listed}`);
  if (!(vocabulary >= Math.max(1, listed)))
    throw new RangeError(
      `${where}: ${name}.vocabulary is ${vocabulary}, expected at least ${Math.max(1, listed)}`,
    );
  if (!(rounding >= 0))
    throw new RangeError(`${where}: ${name}.rounding is ${rounding}, expected at least 0`);
  if (!(halfUnit >= 0))
    throw new RangeError(`${where}: ${name}.halfUnit is ${halfUnit}, expected at least 0`);
  const lower = new Float64Array(listed);
  const upper = halfUnit > 0 ? new Float64Array(listed) : lower;
  let [leastSum, mostSum, smallest] = [0, 0, 0];
  for (let i = 0; i < listed; i++) {
    const log = logProbabilities[i];
    if (!(log <= 0))
      throw new RangeError(`${where}: ${name}.logProbabilities[${i}] is ${log}, expected at most 0`);
    lower[i] = Math.exp(log - halfUnit);
    if (halfUnit > 0) upper[i] = Math.exp(Math.min(0, log + halfUnit));
    leastSum += lower[i];
    mostSum += upper[i];
    smallest = Math.min(smallest, log);
  }
  const cap = capOf(Math.min(0, (list.largestUnlisted ?? smallest) + halfUnit));
  const unlisted = vocabulary - listed;
  const room = unlisted === 0 || cap === 0 ? 0 : cap * unlisted;
  const [least, most] = [Math.max(0, 1 - mostSum - rounding), Math.max(0, 1 - leastSum + rounding)];
  if (leastSum > 1 + rounding)
    throw new RangeError(`${where}: ${name} lists probabilities of ${leastSum}, expected at most 1`);
  if (least > room)
    throw new RangeError(
      `${where}: ${name} leaves ${least} for ${unlisted} outcomes of at most ${cap}, expected at most ${room}`,
    );
  return {
    probabilities: { lower, upper },
    tail: { lower: least, upper: Math.min(most, room) },
    unlisted,
    cap,
  };
}

/** Above what no double holds: a larger cap is true as well, and none must be 0 that stands for something possible. */
function capOf(log: Nats): number {
  return log === -Infinity ? 0 : Math.max(1e-300, Math.exp(log));
}

/**
 * The least entropy term −Σ x ln x that mass t can have in outcomes of at most `cap`: as many as possible at the cap, one with the rest. The term is concave,
 * so on the polytope of all ways to spread t it is least at a corner, and the corners have at most one outcome strictly between 0 and the cap.
 */
export function leastEntropyTerm(t: number, cap: number): Nats {
  if (!(t > 0)) return 0;
  const full = Math.floor(t / cap);
  const rest = Math.max(0, t - full * cap);
  return (full > 0 ? full * entropyTerm(cap) : 0) + entropyTerm(rest);
}

export function entropyTerm(x: number): Nats {
  return x > 0 ? 0 - x * Math.log(x) : 0;
}

/** Where in [lower, upper] something that bends only one way between multiples of `cap` can be extreme: at the ends, and at the outermost multiples. */
export function cornersOf({ lower, upper }: Bounds, cap: number): number[] {
  if (!(cap > 0)) return [lower, upper];
  const inside = [Math.ceil(lower / cap) * cap, Math.floor(upper / cap) * cap];
  return [lower, upper, ...inside.filter((t) => t > lower && t < upper)];
}

export function clamp(x: number, { lower, upper }: Bounds): number {
  return Math.min(Math.max(x, lower), upper);
}
