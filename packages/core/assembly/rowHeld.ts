/**
 * The blocks of a row with its likeliest outcome so far, and with that of the row beside it, are held back. Where these outweigh the rest, singles lose
 * digits of what is added to them: such blocks are added last, by doubles, with the likeliest outcome as the reference.
 */
import { CARRIED, sumOf } from "./rowLanes";
import { BEST_E, D, plus, S, STATE_SIZE, T } from "./rowState";

/** Of a block held back: its sums as singles have them, and the number it begins with, −1 if there is none. */
const AT: usize = 96;
const OF_P: usize = memory.data(112, 16);
const OF_Q: usize = memory.data(112, 16);

/** Which part of the sum an outcome has at least that outweighs. */
const PART: f64 = 0.0625;

/** Which part of S a D has that is much, in nats. */
const MUCH: f64 = 0.25;

export function holdNone(): void {
  store<i32>(OF_P, -1, AT);
  store<i32>(OF_Q, -1, AT);
}

/** The number that a block held back begins with, −1 for none. */
export function heldOfP(): i32 {
  return load<i32>(OF_P, AT);
}

export function heldOfQ(): i32 {
  return load<i32>(OF_Q, AT);
}

/** Holds back the block just summed of a row on its own. */
export function holdAlone(at: i32, state: usize): void {
  releaseAlone(state);
  keep(OF_P, CARRIED, at);
}

/** Adds the block that is held back, as singles have it. */
export function releaseAlone(state: usize): void {
  if (heldOfP() < 0) return;
  addSums(OF_P, state);
  store<i32>(OF_P, -1, AT);
}

/** Adds the sums of a block. */
export function addSums(sums: usize, state: usize): void {
  plus(state, sumOf(v128.load(sums)), S);
  plus(state, sumOf(v128.load(sums, 16)), T);
}

/** Holds back the block just summed, with the likeliest outcome of P, of Q, or of both. */
export function holdPair(at: i32, isOfP: bool, isOfQ: bool, state: usize): void {
  if (isOfP && !isOfQ && heldOfQ() < 0) keep(OF_Q, OF_P, heldOfP());
  else if (isOfP) release(OF_P, state);
  if (isOfQ) release(OF_Q, state);
  keep(isOfP ? OF_P : OF_Q, CARRIED, at);
}

export function releasePair(state: usize): void {
  release(OF_P, state);
  release(OF_Q, state);
}

function release(held: usize, state: usize): void {
  if (load<i32>(held, AT) < 0) return;
  addPairSums(held, state);
  store<i32>(held, -1, AT);
}

/** Adds the sums of a block of two rows, whose states follow one another. */
function addPairSums(sums: usize, state: usize): void {
  addSums(sums, state);
  plus(state, sumOf(v128.load(sums, 32)), D);
  addSums(sums + 48, state + STATE_SIZE);
  plus(state + STATE_SIZE, -sumOf(v128.load(sums, 80)), D);
}

/** Whether the likeliest outcome so far outweighs, or would if it were not held back. */
export function outweighs(state: usize): bool {
  return load<f64>(state, BEST_E) >= PART * load<f64>(state, S);
}

/** Whether the divergence of a block alone, a D, is so much of what the whole has that singles are too coarse for it. */
export function isMuch(d: f64, state: usize): bool {
  return abs(d) >= MUCH * (load<f64>(state, S) + load<f64>(state, BEST_E));
}

function keep(held: usize, sums: usize, at: i32): void {
  for (let i: usize = 0; i < AT; i += 16) v128.store(held + i, v128.load(sums + i));
  store<i32>(held, at, AT);
}
