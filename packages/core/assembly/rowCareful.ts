/** Blocks that weigh much, with −∞ or logits far from the reference, or at the end of a row: 256 singles each, whose e^t are summed in doubles. */
import {
  BLOCK,
  BLOCK_BYTES,
  CONSTANTS,
  e,
  even,
  isHalf,
  LOWEST,
  largestOf,
  maskOf,
  odd,
  raw,
  shifted,
  stride,
} from "./rowLanes";
import { D, FAULTS, GAP, M, plus, S, survey, T, UNFIT } from "./rowState";

export const STAGE: usize = memory.data(1024, 16);
export const SECOND_STAGE: usize = memory.data(1024, 16);

/** The first `count` ≤ 256 numbers at an address as singles, followed by −∞, in a stage unless they are a block already. */
export function staged<F>(at: usize, count: i32, stage: usize): usize {
  if (count < BLOCK) {
    for (let i: i32 = 0; i < BLOCK; i++) {
      const value = i < count ? wide<F>(raw<F>(at + <usize>i * sizeof<F>())) : <f32>-Infinity;
      store<f32>(stage + ((<usize>i) << 2), value);
    }
    return stage;
  }
  if (isFloat<F>()) return at;
  const mask = maskOf<F>();
  for (let to = stage; to < stage + BLOCK_BYTES; to += 32, at += stride<F>()) {
    const a = wideLanes<F>(even<F>(at, mask));
    const b = wideLanes<F>(odd<F>(at, mask));
    v128.store(to, v128.shuffle<f32>(a, b, 0, 4, 1, 5));
    v128.store(to, v128.shuffle<f32>(a, b, 2, 6, 3, 7), 16);
  }
  return stage;
}

/** Four numbers as read, as singles with their infinities and NaNs. */
function wideLanes<F>(read: v128): v128 {
  if (!isHalf<F>()) return read;
  const wide = f32x4.mul(read, v128.load(CONSTANTS, 160));
  const endless = f32x4.ge(f32x4.abs(wide), f32x4.splat(65536));
  return v128.or(wide, v128.and(endless, i32x4.splat(0x7f800000)));
}

/** One number as read, as a single. */
export function wide<F>(read: f32): f32 {
  return f32x4.extract_lane(wideLanes<F>(f32x4.splat(read)), 0);
}

function add(state: usize, sums: v128, field: usize): void {
  plus(state, f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1), field);
}

function addSums(state: usize, s: v128, t: v128, d: v128): void {
  add(state, s, S);
  add(state, t, T);
  add(state, d, D);
}

/** Two sums, each with two of the products of four singles and four others. */
function plusProducts(sum: v128, a: v128, b: v128): v128 {
  const low = f64x2.mul(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
  const high = f64x2.mul(upper(a), upper(b));
  return f64x2.add(sum, f64x2.add(low, high));
}

/** Two sums, each with two of four singles. */
function plusAll(sum: v128, a: v128): v128 {
  return f64x2.add(sum, f64x2.add(f64x2.promote_low_f32x4(a), upper(a)));
}

function upper(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 0, 1));
}

function exponential(t: v128): v128 {
  const scale = v128.load(CONSTANTS);
  const magic = v128.load(CONSTANTS, 16);
  return e(
    t,
    shifted(t, scale, magic),
    scale,
    magic,
    v128.load(CONSTANTS, 32),
    v128.load(CONSTANTS, 48),
    v128.load(CONSTANTS, 64),
    v128.load(CONSTANTS, 80),
    v128.load(CONSTANTS, 96),
    v128.load(CONSTANTS, 112),
    v128.load(CONSTANTS, 128),
    v128.load(CONSTANTS, 144),
  );
}

/** Whether the least logit of a block is within reach of the reference. */
function isNear(least: f32, state: usize): bool {
  return <f64>least >= load<f64>(state, M) + LOWEST;
}

function addAloneNear(x: usize, state: usize, reference: v128): void {
  let s = f64x2.splat(0);
  let t = s;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const below = f32x4.sub(v128.load(x + i), reference);
    const weight = exponential(below);
    s = plusAll(s, weight);
    t = plusProducts(t, weight, below);
  }
  add(state, s, S);
  add(state, t, T);
}

function addPairNear(x: usize, y: usize, p: usize, q: usize): void {
  const referenceOfP = f32x4.splat(<f32>load<f64>(p, M));
  const referenceOfQ = f32x4.splat(<f32>load<f64>(q, M));
  let sp = f64x2.splat(0);
  let tp = sp;
  let dp = sp;
  let sq = sp;
  let tq = sp;
  let dq = sp;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const ta = f32x4.sub(v128.load(x + i), referenceOfP);
    const tb = f32x4.sub(v128.load(y + i), referenceOfQ);
    const ea = exponential(ta);
    const eb = exponential(tb);
    const d = f32x4.sub(ta, tb);
    sp = plusAll(sp, ea);
    sq = plusAll(sq, eb);
    tp = plusProducts(tp, ea, ta);
    tq = plusProducts(tq, eb, tb);
    dp = plusProducts(dp, ea, d);
    dq = plusProducts(dq, eb, d);
  }
  addSums(p, sp, tp, dp);
  addSums(q, sq, tq, f64x2.neg(dq));
}

/** Adds a block of a row on its own; `at` is the number it begins with. */
export function addAlone(x: usize, state: usize, at: i32): void {
  const least = survey(x, state, 0, at);
  if (load<i32>(state, FAULTS) || load<f64>(state, M) === -Infinity) return;
  const reference = f32x4.splat(<f32>load<f64>(state, M));
  if (isNear(least, state)) return addAloneNear(x, state, reference);
  const lowest = f32x4.splat(LOWEST);
  let s = f64x2.splat(0);
  let t = s;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const below = f32x4.sub(v128.load(x + i), reference);
    const held = f32x4.pmax(below, lowest);
    const weight = v128.and(exponential(held), f32x4.ge(below, lowest));
    s = plusAll(s, weight);
    t = plusProducts(t, weight, held);
  }
  add(state, s, S);
  add(state, t, T);
}

// What is this far below the reference has probability 0 in doubles too; a difference beyond the other might not fit in singles.
const NOTHING: f32 = -800;
const ASTRONOMICAL: f32 = -1e18;

/** Adds a block of two rows. */
export function addPair(x: usize, y: usize, p: usize, q: usize, at: i32): void {
  const leastOfP = survey(x, p, q, at);
  const leastOfQ = survey(y, q, p, at);
  if (load<i32>(p, FAULTS) | load<i32>(q, FAULTS)) return;
  if (isNear(leastOfP, p) && isNear(leastOfQ, q)) return addPairNear(x, y, p, q);
  const none = f32x4.splat(-Infinity);
  const lowest = f32x4.splat(LOWEST);
  const referenceOfP = f32x4.splat(referenceOf(p));
  const referenceOfQ = f32x4.splat(referenceOf(q));
  let gapOfP = none;
  let gapOfQ = none;
  let unfit = i32x4.splat(0);
  let sp = f64x2.splat(0);
  let tp = sp;
  let dp = sp;
  let sq = sp;
  let tq = sp;
  let dq = sp;
  for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
    const a = v128.load(x + i);
    const b = v128.load(y + i);
    const ta = f32x4.sub(a, referenceOfP);
    const tb = f32x4.sub(b, referenceOfQ);
    const heldA = f32x4.pmax(ta, lowest);
    const heldB = f32x4.pmax(tb, lowest);
    const ea = v128.and(exponential(heldA), f32x4.ge(ta, lowest));
    const eb = v128.and(exponential(heldB), f32x4.ge(tb, lowest));
    const noA = f32x4.eq(a, none);
    const noB = f32x4.eq(b, none);
    sp = plusAll(sp, ea);
    sq = plusAll(sq, eb);
    tp = plusProducts(tp, ea, heldA);
    tq = plusProducts(tq, eb, heldB);
    dp = plusProducts(dp, ea, v128.andnot(v128.and(f32x4.sub(ta, tb), f32x4.ge(ta, lowest)), noB));
    dq = plusProducts(dq, eb, v128.andnot(v128.and(f32x4.sub(tb, ta), f32x4.ge(tb, lowest)), noA));
    gapOfP = f32x4.pmax(gapOfP, v128.bitselect(a, none, noB));
    gapOfQ = f32x4.pmax(gapOfQ, v128.bitselect(b, none, noA));
    unfit = v128.or(unfit, v128.or(isUnfit(ta, tb, noB), isUnfit(tb, ta, noA)));
  }
  addSums(p, sp, tp, dp);
  addSums(q, sq, tq, dq);
  store<f64>(p, max(load<f64>(p, GAP), <f64>largestOf(gapOfP)), GAP);
  store<f64>(q, max(load<f64>(q, GAP), <f64>largestOf(gapOfQ)), GAP);
  if (v128.any_true(unfit)) store<i32>(p, load<i32>(p, FAULTS) | UNFIT, FAULTS);
}

/** M, or 0 while all logits were −∞. */
function referenceOf(state: usize): f32 {
  const reference = load<f64>(state, M);
  return reference === -Infinity ? 0 : <f32>reference;
}

/** Where this row has an outcome worth counting whose logit is finite in the other row, but too far away. */
function isUnfit(t: v128, other: v128, excluded: v128): v128 {
  const counts = f32x4.gt(t, f32x4.splat(NOTHING));
  return v128.andnot(v128.and(counts, f32x4.lt(other, f32x4.splat(ASTRONOMICAL))), excluded);
}
