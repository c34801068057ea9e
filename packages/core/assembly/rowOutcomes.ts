/**
 * Adds to each outcome's sums p, q, p·d and −q·d for d = ln p − ln q, of some rows, given their normalisers. Every term is rounded to a multiple of 2⁻³⁶
 * first: such sums are exact, in whatever order, until they pass 2¹⁷.
 */
import { SECOND_STAGE, STAGE, staged } from "./rowCareful";
import { BLOCK, BLOCK_BYTES, CONSTANTS, e, LOWEST, shifted } from "./rowLanes";
import {
  FACTOR_OF_P,
  FACTOR_OF_Q,
  LOG_OF_P,
  LOG_OF_Q,
  M_OF_P,
  M_OF_Q,
  NORMALISER_SIZE,
  ROW,
  SHIFT,
} from "./rowNormaliser";

// Added to a number and taken away again, 1.5·2⁵²·2⁻³⁶ rounds it.
const ROUNDING: usize = memory.data<f64>([98304, 98304], 16);
const INFINITIES: usize = memory.data<f32>([Infinity, Infinity, Infinity, Infinity], 16);

/** Below this a logarithm is of no probability that a double holds: ln 2⁻¹⁰⁷⁵. */
const LEAST: f32 = -745.1332;

/** @param sums Four columns of doubles, each of whole blocks: `column` bytes apart. */
export function outcomes<F>(
  p: usize,
  q: usize,
  vocabulary: i32,
  normalisers: usize,
  rows: i32,
  sums: usize,
  column: usize,
): void {
  const scale = v128.load(CONSTANTS);
  const magic = v128.load(CONSTANTS, 16);
  const ln2 = v128.load(CONSTANTS, 32);
  const c6 = v128.load(CONSTANTS, 48);
  const c5 = v128.load(CONSTANTS, 64);
  const c4 = v128.load(CONSTANTS, 80);
  const c3 = v128.load(CONSTANTS, 96);
  const c2 = v128.load(CONSTANTS, 112);
  const c1 = v128.load(CONSTANTS, 128);
  const c0 = v128.load(CONSTANTS, 144);
  const rounding = v128.load(ROUNDING);
  const infinities = v128.load(INFINITIES);
  const lowest = f32x4.splat(LOWEST);
  const least = f32x4.splat(LEAST);
  const bytesPerRow = <usize>vocabulary * sizeof<F>();
  const last = normalisers + <usize>rows * NORMALISER_SIZE;
  for (let at = 0; at < vocabulary; at += BLOCK, sums += BLOCK << 3) {
    const count = min(BLOCK, vocabulary - at);
    for (let row = normalisers; row < last; row += NORMALISER_SIZE) {
      const start = <usize>load<i32>(row, ROW) * bytesPerRow + <usize>at * sizeof<F>();
      const x = staged<F>(p + start, count, STAGE);
      const y = staged<F>(q + start, count, SECOND_STAGE);
      const referenceP = v128.load32_splat(row, M_OF_P);
      const logP = v128.load32_splat(row, LOG_OF_P);
      const factorP = v128.load32_splat(row, FACTOR_OF_P);
      const referenceQ = v128.load32_splat(row, M_OF_Q);
      const logQ = v128.load32_splat(row, LOG_OF_Q);
      const factorQ = v128.load32_splat(row, FACTOR_OF_Q);
      const shift = v128.load32_splat(row, SHIFT);
      for (let i: usize = 0; i < BLOCK_BYTES; i += 16) {
        const tp = f32x4.sub(f32x4.sub(v128.load(x + i), referenceP), logP);
        const tq = f32x4.sub(f32x4.sub(v128.load(y + i), referenceQ), logQ);
        const heldP = f32x4.pmax(tp, lowest);
        const heldQ = f32x4.pmax(tq, lowest);
        const someP = f32x4.ge(tp, lowest);
        const someQ = f32x4.ge(tq, lowest);
        const rawP = e(heldP, shifted(heldP, scale, magic), scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
        const rawQ = e(heldQ, shifted(heldQ, scale, magic), scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
        const ep = v128.and(f32x4.mul(rawP, factorP), someP);
        const eq = v128.and(f32x4.mul(rawQ, factorQ), someQ);
        const d = f32x4.add(f32x4.sub(tp, tq), shift);
        const onlyP = v128.and(f32x4.gt(tp, least), f32x4.eq(f32x4.neg(tq), infinities));
        const onlyQ = v128.and(f32x4.gt(tq, least), f32x4.eq(f32x4.neg(tp), infinities));
        const forward = v128.and(f32x4.mul(ep, d), someP);
        const reverse = v128.and(f32x4.mul(eq, f32x4.neg(d)), someQ);
        const to = sums + (i << 1);
        addTo(to, ep, rounding);
        addTo(to + column, eq, rounding);
        addTo(to + 2 * column, v128.bitselect(infinities, forward, onlyP), rounding);
        addTo(to + 3 * column, v128.bitselect(infinities, reverse, onlyQ), rounding);
      }
    }
  }
}

/** Adds four singles to four sums, each rounded. */
function addTo(sums: usize, terms: v128, rounding: v128): void {
  const low = f64x2.promote_low_f32x4(terms);
  const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(terms, terms, 2, 3, 0, 1));
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.sub(f64x2.add(low, rounding), rounding)));
  v128.store(sums, f64x2.add(v128.load(sums, 16), f64x2.sub(f64x2.add(high, rounding), rounding)), 16);
}
