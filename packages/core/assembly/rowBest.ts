/** The likeliest outcome. A block can hold it only if a sum of e^t that it is in is at least as large as the largest e^t so far: few blocks do. */
import { wide } from "./rowCareful";
import { BLOCK, even, HIGHEST, largestOf, maskOf, odd, raw, stride } from "./rowLanes";
import { BEST, BEST_AT, BEST_E, M, noteBest } from "./rowState";

/** Notes the largest logit of a block, if it can be the row's; given the largest of sums that each of its e^t is in one of. Yes if it is the row's so far. */
export function noteBestOf<F>(block: usize, sum: f64, state: usize, at: i32): bool {
  // Both are right to a few millionths.
  if (sum < 0.99 * load<f64>(state, BEST_E)) return false;
  noteBest(state, wide<F>(largestIn<F>(block)), at);
  return load<i32>(state, BEST_AT) === at;
}

/** Whether the likeliest outcome of a block is beyond reach of the reference. */
export function isHigher<F>(block: usize, state: usize): bool {
  return <f64>wide<F>(largestIn<F>(block)) > load<f64>(state, M) + HIGHEST;
}

function largestIn<F>(block: usize): f32 {
  const mask = maskOf<F>();
  let largest = f32x4.splat(<f32>-Infinity);
  for (let i = block; i < block + <usize>BLOCK * sizeof<F>(); i += stride<F>()) {
    largest = f32x4.pmax(largest, f32x4.pmax(even<F>(i, mask), odd<F>(i, mask)));
  }
  return largestOf(largest);
}

/** Replaces the place of the block by that of the logit, the first if there are equals. */
export function locateBest<F>(row: usize, vocabulary: i32, state: usize): void {
  const best = load<f64>(state, BEST);
  if (best === -Infinity) return;
  let at = load<i32>(state, BEST_AT);
  while (at < vocabulary && <f64>wide<F>(raw<F>(row + <usize>at * sizeof<F>())) !== best) at++;
  store<i32>(state, at, BEST_AT);
}
