import { type Probabilities, valuesOf } from "./kinds.ts";

/** The probabilities, smallest first. */
export function ascending(p: Probabilities): Float64Array {
  return valuesOf(p).slice().sort();
}

/**
 * The k largest probabilities in their places, of equal ones the first, and 0 elsewhere; `sorted` is `ascending(p)`, 1 ≤ k ≤ n.
 */
export function keepLargest(p: Probabilities, k: number, sorted: Float64Array): Float64Array {
  const least = sorted[sorted.length - k];
  let above = 0;
  while (above < k && sorted[sorted.length - 1 - above] > least) above++;
  let room = k - above;
  return valuesOf(p).map((x) => {
    if (x > least) return x;
    return x === least && room-- > 0 ? x : 0;
  });
}
