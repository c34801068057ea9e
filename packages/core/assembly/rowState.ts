/**
 * What is known of a row so far, 64 bytes, which are also the answer. With M the reference, t = x − M, e = e^t, and the other row's in the same places
 * marked ′:
 *
 *   S = Σ e      T = Σ e·t      D = Σ e·(t − t′)
 */
import { BLOCK_BYTES, HIGHEST, largestOf } from "./rowLanes";

declare function exp(x: f64): f64;

export const M: usize = 0;
export const S: usize = 8;
export const T: usize = 16;
export const D: usize = 24;
/** The largest logit, e^(BEST − M), and where it is: first its block, in the end itself. */
export const BEST: usize = 32;
export const BEST_E: usize = 40;
export const BEST_AT: usize = 60;
/** The largest logit where the other row has −∞. */
export const GAP: usize = 48;
export const FAULTS: usize = 56;
export const STATE_SIZE: usize = 64;

export const HAS_NAN: i32 = 1;
export const HAS_INFINITY: i32 = 2;
/** D does not fit in singles: the difference of two logits is astronomical. */
export const UNFIT: i32 = 4;

export function begin(state: usize): void {
  store<f64>(state, -Infinity, M);
  store<f64>(state, 0, S);
  store<f64>(state, 0, T);
  store<f64>(state, 0, D);
  store<f64>(state, -Infinity, BEST);
  store<f64>(state, 0, BEST_E);
  store<f64>(state, -Infinity, GAP);
  store<i32>(state, 0, FAULTS);
  store<i32>(state, 0, BEST_AT);
}

/** Moves the reference, with what refers to it: D of the other row too, unless `other` is 0. */
function refer(state: usize, other: usize, to: f64): void {
  const from = load<f64>(state, M);
  store<f64>(state, to, M);
  store<f64>(state, exp(load<f64>(state, BEST) - to), BEST_E);
  if (from === -Infinity) return;
  const by = from - to;
  const factor = exp(by);
  const sum = load<f64>(state, S);
  store<f64>(state, factor * (load<f64>(state, T) + by * sum), T);
  store<f64>(state, factor * (load<f64>(state, D) + by * sum), D);
  store<f64>(state, factor * sum, S);
  if (other) store<f64>(other, load<f64>(other, D) - by * load<f64>(other, S), D);
}

/** Notes that a block from number `at` on holds this logit. */
export function noteBest(state: usize, logit: f32, at: i32): void {
  if (<f64>logit <= load<f64>(state, BEST)) return;
  store<f64>(state, <f64>logit, BEST);
  store<f64>(state, exp(<f64>logit - load<f64>(state, M)), BEST_E);
  store<i32>(state, at, BEST_AT);
}

/** Looks through a block for faults and for the largest logit, and moves the reference up to it if need be; the least logit. */
export function survey(x: usize, state: usize, other: usize, at: i32): f32 {
  let largest = f32x4.splat(-Infinity);
  let least = f32x4.splat(Infinity);
  let strange = i32x4.splat(0);
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const v = v128.load(x + i);
    largest = f32x4.pmax(largest, v);
    least = f32x4.pmin(least, v);
    strange = v128.or(strange, f32x4.ne(v, v));
  }
  const top = largestOf(largest);
  const faults = (v128.any_true(strange) ? HAS_NAN : 0) | (top === Infinity ? HAS_INFINITY : 0);
  if (faults) {
    store<i32>(state, load<i32>(state, FAULTS) | faults, FAULTS);
    return f32.NaN;
  }
  if (top === -Infinity) return top;
  noteBest(state, top, at);
  if (!(<f64>top <= load<f64>(state, M) + HIGHEST)) refer(state, other, <f64>top);
  return -largestOf(f32x4.neg(least));
}

/** Moves the reference to the largest logit so far. */
export function follow(state: usize, other: usize): void {
  const best = load<f64>(state, BEST);
  if (best > load<f64>(state, M)) refer(state, other, best);
}

/** Adds to a sum of the row. */
export function plus(state: usize, sum: f64, field: usize): void {
  store<f64>(state + field, load<f64>(state + field) + sum);
}
