import { type Probabilities, probabilities } from "@surprisal/core";

/**
 * Figures hold their probabilities in whole billionths: what a reader moves then sums to exactly one, a link and a command carry it
 * without loss, and an exact 0 or 1 stays exact. Every rounding a figure makes is one of the functions below.
 */
const whole = 1e9;

/**
 * Probabilities rounded to whole billionths. What rounding down leaves over goes, one billionth each, to the largest remainders.
 *
 * @param p Length k ≥ 1.
 */
export function inBillionths(p: Probabilities): Probabilities {
  return fromParts(share(whole, [...p]));
}

/**
 * The rule of dragging: one probability takes its new value, the others share the rest in proportion to what they had, or equally if
 * they had nothing.
 *
 * @param p The distribution taken hold of, in billionths; it also says in which proportion the others share. Length k ≥ 2.
 * @param value The new p[index]; outside [0, 1] it goes to the nearer end.
 */
export function moveOne(p: Probabilities, index: number, value: number): Probabilities {
  const parts = toParts(p);
  const moved = Math.round(Math.min(1, Math.max(0, value)) * whole);
  const others = share(whole - moved, parts.toSpliced(index, 1));
  return fromParts(others.toSpliced(index, 0, moved));
}

/**
 * The whole billionths of each number.
 *
 * @returns Integers, summing to 10⁹ for a distribution in billionths.
 */
export function toParts(p: Iterable<number>): number[] {
  return [...p].map((x) => Math.round(x * whole));
}

/** Probabilities from whole billionths that sum to 10⁹. */
export function fromParts(parts: readonly number[]): Probabilities {
  return probabilities(parts.map((part) => part / whole));
}

function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const wanted = weights.map((weight) => (sum > 0 ? (total * weight) / sum : total / weights.length));
  const parts = wanted.map(Math.floor);
  const byRemainder = wanted
    .map((want, index) => ({ index, remainder: want - parts[index]! }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of byRemainder.slice(0, left)) parts[index]!++;
  return parts;
}
