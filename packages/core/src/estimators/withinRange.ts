import type { Estimate } from "./estimate.ts";

/**
 * An estimate of what cannot be below or above something: an end of its interval beyond that is the end of the range. One of which nothing is known, from −∞ to ∞, stays so.
 *
 * @param range What the number can be at least and at most.
 * @example
 * const { low, high } = withinRange({ value: 0.1, low: -Infinity, high: 0.3 }, [0, 1]);
 * [low, high] // [0, 0.3]
 */
export function withinRange<E extends Pick<Estimate, "value" | "low" | "high">>(
  estimate: E,
  [least, most]: readonly [least: number, most: number],
): E {
  const { value, low, high } = estimate;
  if (low === -Infinity && high === Infinity) return estimate;
  // By rounding, what was measured may itself be a little outside.
  return {
    ...estimate,
    low: Math.max(low, Math.min(least, value)),
    high: Math.min(high, Math.max(most, value)),
  };
}
