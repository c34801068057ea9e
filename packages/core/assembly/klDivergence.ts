/**
 * D(P‖Q) = Σ (p ln(p/q) − p + q) over a block of pairs, two at a time. Two methods with one interface:
 *
 *   wide   ln(q/p) from a table and a short polynomial, good to the last place of 1: for pairs that differ visibly, the usual case
 *   close  every term to its own last places, whatever the pair, at twice the time
 *
 * Each answers with the sum of the first n pairs (n a multiple of 32, at most 1024) or with −1, "not within my bounds": `wide` then leaves
 * the block to `close`, and `close` leaves it to the plain loop. What the bounds are is derived beside each. u is 2⁻⁵³.
 */

const P: usize = 0;
const Q: usize = 8192;
const RATIOS: usize = 16384;
const TABLE: usize = 20480;
const REFUSED: f64 = -1;
const LEAST: f64 = 1.0261342003245941e-289; // 2⁻⁹⁶⁰

// Each twice, for two lanes, and in memory: some engines rebuild a literal vector in every turn of a loop.
// biome-ignore format: one vector a line
const WIDE: usize = memory.data<f64>([
  -1, -1,
  // (ln(1 + f) − f)/f² for |f| ≤ 1.01·2⁻⁸, within 7.9e-17/f²
  0.2000022236650875, 0.2000022236650875,
  -0.2500025942749539, -0.2500025942749539,
  0.3333333333290068, 0.3333333333290068,
  -0.49999999999495237, -0.49999999999495237,
], 16);

// biome-ignore format: one vector a line
const CLOSE: usize = memory.data<f64>([
  1, 1,
  2, 2,
  0.6931471805599453, 0.6931471805599453,
  4503599627372544, 4503599627372544, // 2⁵² + 2048
  // 2(artanh(s) − s)/s³ in s², for s² ≤ 0.0401, within 2.9e-15
  0.1511848710872457, 0.1511848710872457,
  0.15283703752403147, 0.15283703752403147,
  0.18184610246294064, 0.18184610246294064,
  0.22222182776674482, 0.22222182776674482,
  0.2857142883604555, 0.2857142883604555,
  0.39999999999335556, 0.39999999999335556,
  0.6666666666666694, 0.6666666666666694,
], 16);

// biome-ignore format: one vector a line
const BITS: usize = memory.data<u64>([
  0x8008000000000000, 0x8008000000000000, // 2048 exponents, and half of one to round
  0xfff0000000000000, 0xfff0000000000000, // sign and exponent
  0x4330000000000000, 0x4330000000000000, // of 2⁵²
  0x7ff0000000000000, 0x7ff0000000000000, // +∞
], 16);

/** a·b + c, in one rounding where the build may use it. */
function madd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f64x2.relaxed_madd(a, b, c) : f64x2.add(f64x2.mul(a, b), c);
}

/** c − a·b */
function nmadd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f64x2.relaxed_nmadd(a, b, c) : f64x2.sub(c, f64x2.mul(a, b));
}

function horizontalSum(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** The table's address of the entry (1/c, 1 + ln c) for a ratio with these high bits: 5 of its exponent, 7 of its significand. */
function entry(high: u32): usize {
  return (high >>> 9) & 0xfff0;
}

/** q − p·(1 + ln(q/p)) for the two pairs at `at`, whose ratios q/p lie at `ratio`. */
function wideTerm(at: usize, ratio: usize, minusOne: v128, c0: v128, c1: v128, c2: v128, c3: v128): v128 {
  const first = v128.load(entry(load<u32>(ratio, RATIOS + 4)), TABLE);
  const second = v128.load(entry(load<u32>(ratio, RATIOS + 12)), TABLE);
  const f = madd(v128.load(ratio, RATIOS), v128.shuffle<f64>(first, second, 0, 2), minusOne);
  const series = madd(madd(madd(c0, f, c1), f, c2), f, c3);
  const log = f64x2.add(madd(series, f64x2.mul(f, f), f), v128.shuffle<f64>(first, second, 1, 3));
  return nmadd(v128.load(at, P), log, v128.load(at, Q));
}

/**
 * The ratios must lie in [2⁻¹⁶, 2¹⁶), which the table covers. Rounding moves 1 + ln(q/p) by at most (3 + 3.5·|1 + ln(q/p)|)·u, and
 * p·|1 + ln(q/p)| ≤ 1.31·(p + t) for every term t, so the sum D is off by at most (8Σp + 6D)·u and 16u·D for adding up in runs of 16:
 * within 86u relatively if D ≥ Σp/8.
 */
function isWide(sum: v128, mass: v128, smallest: v128, largest: v128): bool {
  return (
    horizontalSum(sum) * 8 >= horizontalSum(mass) &&
    f64x2.extract_lane(smallest, 0) >= 1 / 65536.0 &&
    f64x2.extract_lane(smallest, 1) >= 1 / 65536.0 &&
    f64x2.extract_lane(largest, 0) < 65536.0 &&
    f64x2.extract_lane(largest, 1) < 65536.0
  );
}

export function wide(n: i32): f64 {
  const minusOne = v128.load(WIDE);
  const c0 = v128.load(WIDE, 16);
  const c1 = v128.load(WIDE, 32);
  const c2 = v128.load(WIDE, 48);
  const c3 = v128.load(WIDE, 64);
  let sum = f64x2.splat(0);
  let lost = f64x2.splat(0);
  let mass = f64x2.splat(0);
  let smallest = f64x2.splat(1);
  let largest = f64x2.splat(1);
  const end = (<usize>n) << 3;
  for (let run: usize = 0; run < end; run += 256) {
    // All divisions first: their latency would otherwise hold up everything behind them.
    for (let i: usize = 0; i < 256; i += 64) {
      const p0 = v128.load(run + i, P);
      const p1 = v128.load(run + i, P + 16);
      const p2 = v128.load(run + i, P + 32);
      const p3 = v128.load(run + i, P + 48);
      const r0 = f64x2.div(v128.load(run + i, Q), p0);
      const r1 = f64x2.div(v128.load(run + i, Q + 16), p1);
      const r2 = f64x2.div(v128.load(run + i, Q + 32), p2);
      const r3 = f64x2.div(v128.load(run + i, Q + 48), p3);
      v128.store(i, r0, RATIOS);
      v128.store(i, r1, RATIOS + 16);
      v128.store(i, r2, RATIOS + 32);
      v128.store(i, r3, RATIOS + 48);
      mass = f64x2.add(mass, f64x2.add(f64x2.add(p0, p1), f64x2.add(p2, p3)));
      smallest = f64x2.pmin(smallest, f64x2.pmin(f64x2.pmin(r0, r1), f64x2.pmin(r2, r3)));
      largest = f64x2.pmax(largest, f64x2.pmax(f64x2.pmax(r0, r1), f64x2.pmax(r2, r3)));
    }
    let part = f64x2.splat(0);
    for (let i: usize = 0; i < 256; i += 32) {
      part = f64x2.add(part, wideTerm(run + i, i, minusOne, c0, c1, c2, c3));
      part = f64x2.add(part, wideTerm(run + i + 16, i + 16, minusOne, c0, c1, c2, c3));
    }
    const next = f64x2.add(sum, part);
    lost = f64x2.add(lost, f64x2.sub(part, f64x2.sub(next, sum)));
    sum = next;
    if (run == 768 && !isWide(sum, mass, smallest, largest)) return REFUSED;
  }
  return isWide(sum, mass, smallest, largest) ? horizontalSum(f64x2.add(sum, lost)) : REFUSED;
}

/**
 * With y = p·2ᵏ, k such that ⅔ ≤ q/y ≤ 3/2 (from the exponents and, as a linear guess of the logarithm, the significands), q − y is exact. With
 * s = (q − y)/(q + y), ln(q/p) = k ln 2 + 2 artanh(s), and since q − y − 2ys = s(q − y),
 *
 *   p ln(p/q) − p + q = s(q − y) + (y − p)(1 + 2s) − p·(k ln 2 + 2(artanh(s) − s)).
 *
 * For k = 0 the middle vanishes and nothing cancels; else the term is at least 0.04·max(p, q), against summands of at most 0.7 of it: 40u.
 * All values but 0 must be at least 2⁻⁹⁶⁰, for y and the products to be normal.
 */
export function close(n: i32): f64 {
  const one = v128.load(CLOSE);
  const two = v128.load(CLOSE, 16);
  const ln2 = v128.load(CLOSE, 32);
  const shift = v128.load(CLOSE, 48);
  const c0 = v128.load(CLOSE, 64);
  const c1 = v128.load(CLOSE, 80);
  const c2 = v128.load(CLOSE, 96);
  const c3 = v128.load(CLOSE, 112);
  const c4 = v128.load(CLOSE, 128);
  const c5 = v128.load(CLOSE, 144);
  const c6 = v128.load(CLOSE, 160);
  const bias = v128.load(BITS);
  const exponent = v128.load(BITS, 16);
  const integer = v128.load(BITS, 32);
  const infinity = v128.load(BITS, 48);
  const zero = f64x2.splat(0);
  let sum = zero;
  let lost = zero;
  let hasZeros = false;
  const end = (<usize>n) << 3;
  let run: usize = 0;
  while (run < end) {
    let part = zero;
    let smallest = one;
    for (let i = run; i < run + 256; i += 16) {
      let p = v128.load(i, P);
      let q = v128.load(i, Q);
      if (hasZeros) {
        p = v128.bitselect(one, p, f64x2.eq(p, zero));
        q = v128.bitselect(one, q, f64x2.eq(q, zero));
      }
      smallest = f64x2.pmin(smallest, f64x2.pmin(p, q));
      const biased = i64x2.add(i64x2.sub(q, p), bias);
      const minusY = i64x2.add(p, v128.and(biased, exponent));
      const k = f64x2.sub(v128.or(i64x2.shr_u(biased, 52), integer), shift);
      const difference = f64x2.add(q, minusY);
      const s = f64x2.div(difference, f64x2.sub(q, minusY));
      const z = f64x2.mul(s, s);
      const z2 = f64x2.mul(z, z);
      const low = madd(madd(c3, z, c4), z2, madd(c5, z, c6));
      const high = madd(c0, z2, madd(c1, z, c2));
      const series = madd(high, f64x2.mul(z2, z2), low);
      const rest = madd(f64x2.mul(s, z), series, f64x2.mul(k, ln2));
      const near = nmadd(f64x2.add(minusY, p), madd(s, two, one), f64x2.mul(s, difference));
      let term = nmadd(p, rest, near);
      if (hasZeros) {
        const noP = f64x2.eq(v128.load(i, P), zero);
        const noQ = f64x2.eq(v128.load(i, Q), zero);
        term = v128.bitselect(v128.load(i, Q), term, noP);
        term = v128.bitselect(infinity, term, v128.andnot(noQ, noP));
      }
      part = f64x2.add(part, term);
    }
    if (min(f64x2.extract_lane(smallest, 0), f64x2.extract_lane(smallest, 1)) < LEAST) {
      if (hasZeros) return REFUSED;
      hasZeros = true; // perhaps: this run again, with zeros in mind
      continue;
    }
    const next = f64x2.add(sum, part);
    lost = f64x2.add(lost, f64x2.sub(part, f64x2.sub(next, sum)));
    sum = next;
    run += 256;
  }
  const total = horizontalSum(f64x2.add(sum, lost));
  return isNaN(total) ? Infinity : total;
}
