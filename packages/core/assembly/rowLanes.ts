/**
 * Four numbers at a time: reading them in the three formats, and e^t. A format is a type: f32 for singles, u16 for halves, i16 for bfloats.
 * 16-bit numbers come as the even and the odd ones, and halves as 2⁻¹¹² of themselves, infinities and NaNs as ±2⁻⁹⁶ and beyond.
 */

/** How many numbers are summed in singles before the sums are carried in doubles. */
export const BLOCK: i32 = 256;
/** Rows of fewer have blocks that all weigh much: these are summed in doubles. */
export const FEW: i32 = 2048;
/** How many of them are summed on their own first, to round less. */
export const RUN: i32 = 64;
/** The length of a block of singles, and of a run where speed matters less. */
export const BLOCK_BYTES: usize = 1024;
export const RUN_BYTES: usize = 128;

/**
 * Below the reference by this much or more, e^t counts as 0 (1.8e-35) and above it by more than `HIGHEST`, the reference moves: the farther it is from the
 * likeliest, the more digits are lost where T/S is taken from ln S.
 */
export const LOWEST: f32 = -80;
export const HIGHEST: f32 = 1;

// Each four times, and in memory: some engines rebuild a literal vector in every turn of a loop.
// biome-ignore format: one vector a line
const NATURAL: usize = memory.data<f32>([
  -1.4426950216293335, -1.4426950216293335, -1.4426950216293335, -1.4426950216293335, // −log₂e
  8388610, 8388610, 8388610, 8388610, // 2²³ + 2
  0.6931471824645996, 0.6931471824645996, 0.6931471824645996, 0.6931471824645996, // ln 2
  // 2²·e^r for |r| ≤ ½ ln 2: relatively within 6.5e-8 in singles
  0.005537457764148712, 0.005537457764148712, 0.005537457764148712, 0.005537457764148712,
  0.03349694982171059, 0.03349694982171059, 0.03349694982171059, 0.03349694982171059,
  0.16667330265045166, 0.16667330265045166, 0.16667330265045166, 0.16667330265045166,
  0.6666582226753235, 0.6666582226753235, 0.6666582226753235, 0.6666582226753235,
  1.9999996423721313, 1.9999996423721313, 1.9999996423721313, 1.9999996423721313,
  4, 4, 4, 4,
  4, 4, 4, 4,
  5192296858534827628530496329220096.0, 5192296858534827628530496329220096.0, 5192296858534827628530496329220096.0, 5192296858534827628530496329220096.0, // 2¹¹²
], 16);

// Where a·b + c is rounded twice, t is turned into a power of two first.
// biome-ignore format: one vector a line
const BINARY: usize = memory.data<f32>([
  -1.4426950216293335, -1.4426950216293335, -1.4426950216293335, -1.4426950216293335, // −log₂e
  8388610, 8388610, 8388610, 8388610, // 2²³ + 2
  0, 0, 0, 0,
  // 2²·2^r for |r| ≤ ½: relatively within 8.8e-8 in singles
  0.0006141340709291399, 0.0006141340709291399, 0.0006141340709291399, 0.0006141340709291399,
  0.005359525326639414, 0.005359525326639414, 0.005359525326639414, 0.005359525326639414,
  0.038473762571811676, 0.038473762571811676, 0.038473762571811676, 0.038473762571811676,
  0.22201326489448547, 0.22201326489448547, 0.22201326489448547, 0.22201326489448547,
  0.9609057903289795, 0.9609057903289795, 0.9609057903289795, 0.9609057903289795,
  2.7725887298583984, 2.7725887298583984, 2.7725887298583984, 2.7725887298583984,
  4, 4, 4, 4,
  5192296858534827628530496329220096.0, 5192296858534827628530496329220096.0, 5192296858534827628530496329220096.0, 5192296858534827628530496329220096.0, // 2¹¹²
], 16);

/** What `e` is given, in this order, sixteen bytes each: scale, magic, ln 2, c6 … c0, and 2¹¹². */
export const CONSTANTS: usize = ASC_FEATURE_RELAXED_SIMD ? NATURAL : BINARY;

const MAGIC_BITS: i32 = 0x4b000000;

/** a·b + c, in one rounding where the build may use it. */
export function madd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

/** 2²³ + 2 + k for k = round(−t log₂e), whose last bits are k + 2. */
export function shifted(t: v128, scale: v128, magic: v128): v128 {
  return madd(t, scale, magic);
}

/** e^t for −86.9 ≤ t ≤ 1.7 and z = shifted(t). */
export function e(
  t: v128,
  z: v128,
  scale: v128,
  magic: v128,
  ln2: v128,
  c6: v128,
  c5: v128,
  c4: v128,
  c3: v128,
  c2: v128,
  c1: v128,
  c0: v128,
): v128 {
  const k = f32x4.sub(z, magic);
  const r = ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(k, ln2, t) : f32x4.sub(k, f32x4.mul(t, scale));
  const series = madd(madd(madd(madd(madd(madd(c6, r, c5), r, c4), r, c3), r, c2), r, c1), r, c0);
  return i32x4.sub(series, i32x4.shl(z, 23));
}

/** Whether all of the values of `shifted` that were joined by `or` had a t that `e` holds for; no if any was a NaN. */
export function allWithin(joined: v128): bool {
  return !v128.any_true(v128.and(v128.xor(joined, i32x4.splat(MAGIC_BITS)), i32x4.splat(0xffffff80)));
}

/** How many bytes eight numbers take. */
export function stride<F>(): usize {
  return sizeof<F>() << 3;
}

// biome-ignore format: one vector a line
const MASKS: usize = memory.data<u32>([
  0x8fffe000, 0x8fffe000, 0x8fffe000, 0x8fffe000,
  0xffff0000, 0xffff0000, 0xffff0000, 0xffff0000,
], 16);

/** What `even` and `odd` are given. */
export function maskOf<F>(): v128 {
  return isSigned<F>() ? v128.load(MASKS, 16) : v128.load(MASKS);
}

/** The first four of the eight numbers at an address, or the even ones. */
export function even<F>(at: usize, mask: v128): v128 {
  if (isFloat<F>()) return v128.load(at);
  const up = i32x4.shl(v128.load(at), 16);
  return isSigned<F>() ? up : v128.and(i32x4.shr_s(up, 3), mask);
}

/** The other four. */
export function odd<F>(at: usize, mask: v128): v128 {
  if (isFloat<F>()) return v128.load(at, 16);
  return v128.and(isSigned<F>() ? v128.load(at) : i32x4.shr_s(v128.load(at), 3), mask);
}

/** What was read, plus a number. */
export function plus<F>(x: v128, added: v128, up: v128): v128 {
  return isHalf<F>() ? madd(x, up, added) : f32x4.add(x, added);
}

/**
 * What `plus` turns logits into differences to the reference with. Not near the lowest halves: there −∞, which is read as a number, would seem
 * to be within reach.
 */
export function minusReference<F>(reference: f64): f32 {
  return isHalf<F>() && reference < -6e4 ? f32.NaN : <f32>-reference;
}

export function isHalf<F>(): bool {
  return !isFloat<F>() && !isSigned<F>();
}

/** One number as `even` and `odd` read it. */
export function raw<F>(at: usize): f32 {
  if (isFloat<F>()) return load<f32>(at);
  const high = (<i32>load<u16>(at)) << 16;
  return reinterpret<f32>(isSigned<F>() ? high : (high >> 3) & 0x8fffe000);
}

/** The largest of four. */
export function largestOf(v: v128): f32 {
  const pairs = f32x4.pmax(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.pmax(pairs, v128.shuffle<f32>(pairs, pairs, 1, 0, 3, 2)), 0);
}

/** The sum of four singles, in doubles. */
export function sumOf(v: v128): f64 {
  const pairs = f64x2.add(
    f64x2.promote_low_f32x4(v),
    f64x2.promote_low_f32x4(v128.shuffle<f32>(v, v, 2, 3, 0, 1)),
  );
  return f64x2.extract_lane(pairs, 0) + f64x2.extract_lane(pairs, 1);
}

// Sums of a block. In memory, because there are not enough registers for those of a run and of a block.
export const CARRIED: usize = memory.data(96, 16);

/** Not `memory.fill`, which engines call a function outside for. */
export function clear(): void {
  const zero = f32x4.splat(0);
  for (let at: usize = 0; at < 96; at += 16) v128.store(CARRIED + at, zero);
}

/** Adds the sum of a run to that of its block. */
export function carry(sum: v128, at: usize): void {
  v128.store(CARRIED + at, f32x4.add(v128.load(CARRIED + at), sum));
}

/** The largest of the four sums, each of every fourth number, that `carried` adds up. */
export function carriedLargest(at: usize): f64 {
  return <f64>largestOf(v128.load(CARRIED + at));
}

export function carried(at: usize): f64 {
  return sumOf(v128.load(CARRIED + at));
}

/** How far ahead memory is touched, and so how far beyond the last row there must be some. */
const AHEAD: usize = 2048;
const TOUCHED: usize = memory.data(16, 16);

/**
 * Reads from each line of cache of the block two blocks ahead, so that it is there when its turn comes. Left to itself a processor fetches ahead
 * to the end of a page only, and rows that come from memory took twice as long.
 */
export function touchAhead<F>(block: usize): void {
  let lines = v128.load(TOUCHED);
  const end = block + AHEAD + <usize>BLOCK * sizeof<F>();
  for (let at = block + AHEAD; at < end; at += 256) {
    lines = v128.or(lines, v128.or(v128.load(at), v128.load(at, 64)));
    lines = v128.or(lines, v128.or(v128.load(at, 128), v128.load(at, 192)));
  }
  v128.store(TOUCHED, lines);
}
