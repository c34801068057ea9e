/** What depends on the order of the logits: the rank of one, and the likeliest few. Both compare numbers as read, which keeps their order. */
import { even, maskOf, odd, raw, stride } from "./rowLanes";

/** 1 and the number of outcomes that are likelier than the target, or as likely and before it. */
export function rank<F>(row: usize, vocabulary: i32, target: i32): i32 {
  const middle = row + <usize>target * sizeof<F>();
  const end = row + <usize>vocabulary * sizeof<F>();
  const than = raw<F>(middle);
  return 1 + atLeast<F>(row, middle, than) + above<F>(middle, end, than);
}

/** How many of the numbers up to `end` are at least `than`. */
function atLeast<F>(at: usize, end: usize, than: f32): i32 {
  const mask = maskOf<F>();
  const bound = f32x4.splat(than);
  let counts = i32x4.splat(0);
  for (; at + stride<F>() <= end; at += stride<F>()) {
    counts = i32x4.sub(counts, f32x4.ge(even<F>(at, mask), bound));
    counts = i32x4.sub(counts, f32x4.ge(odd<F>(at, mask), bound));
  }
  let count = sumOfCounts(counts);
  for (; at < end; at += sizeof<F>()) if (raw<F>(at) >= than) count++;
  return count;
}

/** How many are above it. */
function above<F>(at: usize, end: usize, than: f32): i32 {
  const mask = maskOf<F>();
  const bound = f32x4.splat(than);
  let counts = i32x4.splat(0);
  for (; at + stride<F>() <= end; at += stride<F>()) {
    counts = i32x4.sub(counts, f32x4.gt(even<F>(at, mask), bound));
    counts = i32x4.sub(counts, f32x4.gt(odd<F>(at, mask), bound));
  }
  let count = sumOfCounts(counts);
  for (; at < end; at += sizeof<F>()) if (raw<F>(at) > than) count++;
  return count;
}

function sumOfCounts(counts: v128): i32 {
  return (
    i32x4.extract_lane(counts, 0) +
    i32x4.extract_lane(counts, 1) +
    i32x4.extract_lane(counts, 2) +
    i32x4.extract_lane(counts, 3)
  );
}

/** The likeliest so far, likeliest first: their logits, then their indices. */
const KEPT: usize = memory.data(2048, 16);
const INDICES: usize = 1024;

/** Finds the k ≤ 256 likeliest outcomes above −∞, of equals the first. @returns How many there are; their indices are at `likeliest()`. */
export function top<F>(row: usize, vocabulary: i32, k: i32): i32 {
  const mask = maskOf<F>();
  // What halves have for −∞ is read as a number.
  const least: f32 = isFloat<F>() || isSigned<F>() ? <f32>-Infinity : raw<u16>(MINUS_INFINITY);
  let count = 0;
  let bound = least;
  let bounds = f32x4.splat(bound);
  let i = 0;
  for (; i < vocabulary; i += 8) {
    const at = row + <usize>i * sizeof<F>();
    if (i + 8 <= vocabulary) {
      const some = v128.or(f32x4.gt(even<F>(at, mask), bounds), f32x4.gt(odd<F>(at, mask), bounds));
      if (!v128.any_true(some)) continue;
    }
    for (let j = i; j < min(i + 8, vocabulary); j++) {
      const value = raw<F>(row + <usize>j * sizeof<F>());
      if (!(value > bound)) continue;
      if (count < k) count++;
      keep(value, j, count);
      if (count === k) bound = load<f32>(KEPT + ((<usize>(k - 1)) << 2));
    }
    bounds = f32x4.splat(bound);
  }
  return count;
}

const MINUS_INFINITY: usize = memory.data<u16>([0xfc00]);

/** Sorts an outcome in among the first `count`, whose last place is free or lost. */
function keep(value: f32, index: i32, count: i32): void {
  let at = KEPT + ((<usize>(count - 1)) << 2);
  for (; at > KEPT && load<f32>(at - 4) < value; at -= 4) {
    store<f32>(at, load<f32>(at - 4));
    store<i32>(at, load<i32>(at - 4, INDICES), INDICES);
  }
  store<f32>(at, value);
  store<i32>(at, index, INDICES);
}

/** Where the indices are that `top` found. */
export function likeliest(): usize {
  return KEPT + INDICES;
}
