/** The sums of a block of 256 numbers, or of two, by singles: left where `carried` finds them. */
import {
  allWithin,
  BLOCK,
  CONSTANTS,
  carry,
  clear,
  e,
  even,
  madd,
  maskOf,
  odd,
  plus,
  RUN,
  shifted,
  stride,
  touchAhead,
} from "./rowLanes";

/** S and T of a block; whether they hold, for all of it is within reach of the reference. */
export function aloneBlock<F>(block: usize, minusReference: f32): bool {
  const scale = v128.load(CONSTANTS);
  const magic = v128.load(CONSTANTS, 16);
  const ln2 = v128.load(CONSTANTS, 32);
  const c6 = v128.load(CONSTANTS, 48);
  const c5 = v128.load(CONSTANTS, 64);
  const c4 = v128.load(CONSTANTS, 80);
  const c3 = v128.load(CONSTANTS, 96);
  const c2 = v128.load(CONSTANTS, 112);
  const c0 = v128.load(CONSTANTS, 144);
  // Both are 256 there: a register is saved.
  const c1 = ASC_FEATURE_RELAXED_SIMD ? c0 : v128.load(CONSTANTS, 128);
  const up = v128.load(CONSTANTS, 160);
  const mask = maskOf<F>();
  const minus = f32x4.splat(minusReference);
  const end = block + <usize>BLOCK * sizeof<F>();
  let joined = f32x4.splat(0);
  touchAhead<F>(block);
  clear();
  for (let run = block; run < end; run += <usize>RUN * sizeof<F>()) {
    let partS = f32x4.splat(0);
    let partT = partS;
    const stop = run + <usize>RUN * sizeof<F>();
    let i = run;
    do {
      const t0 = plus<F>(even<F>(i, mask), minus, up);
      const z0 = shifted(t0, scale, magic);
      const e0 = e(t0, z0, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
      joined = v128.or(joined, z0);
      partS = f32x4.add(partS, e0);
      partT = madd(e0, t0, partT);
      const t1 = plus<F>(odd<F>(i, mask), minus, up);
      const z1 = shifted(t1, scale, magic);
      const e1 = e(t1, z1, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
      joined = v128.or(joined, z1);
      partS = f32x4.add(partS, e1);
      partT = madd(e1, t1, partT);
      i += stride<F>();
    } while (i < stop);
    carry(partS, 0);
    carry(partT, 16);
  }
  return allWithin(joined);
}

/** S, T and D of P and of Q, the latter's D with its sign turned. */
export function pairBlock<F>(p: usize, q: usize, minusReferenceP: f32, minusReferenceQ: f32): bool {
  const scale = v128.load(CONSTANTS);
  const magic = v128.load(CONSTANTS, 16);
  const ln2 = v128.load(CONSTANTS, 32);
  const c6 = v128.load(CONSTANTS, 48);
  const c5 = v128.load(CONSTANTS, 64);
  const c4 = v128.load(CONSTANTS, 80);
  const c3 = v128.load(CONSTANTS, 96);
  const c2 = v128.load(CONSTANTS, 112);
  const c0 = v128.load(CONSTANTS, 144);
  const c1 = ASC_FEATURE_RELAXED_SIMD ? c0 : v128.load(CONSTANTS, 128);
  const up = v128.load(CONSTANTS, 160);
  const mask = maskOf<F>();
  const minusP = f32x4.splat(minusReferenceP);
  const minusQ = f32x4.splat(minusReferenceQ);
  const toQ = q - p;
  const end = p + <usize>BLOCK * sizeof<F>();
  let joined = f32x4.splat(0);
  touchAhead<F>(p);
  touchAhead<F>(q);
  clear();
  for (let run = p; run < end; run += <usize>RUN * sizeof<F>()) {
    let partSP = f32x4.splat(0);
    let partTP = partSP;
    let partDP = partSP;
    let partSQ = partSP;
    let partTQ = partSP;
    let partDQ = partSP;
    const stop = run + <usize>RUN * sizeof<F>();
    let i = run;
    do {
      const x0 = plus<F>(even<F>(i, mask), minusP, up);
      const zx0 = shifted(x0, scale, magic);
      const ex0 = e(x0, zx0, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
      joined = v128.or(joined, zx0);
      partSP = f32x4.add(partSP, ex0);
      partTP = madd(ex0, x0, partTP);
      const y0 = plus<F>(even<F>(i + toQ, mask), minusQ, up);
      const zy0 = shifted(y0, scale, magic);
      const ey0 = e(y0, zy0, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
      joined = v128.or(joined, zy0);
      partSQ = f32x4.add(partSQ, ey0);
      partTQ = madd(ey0, y0, partTQ);
      const d0 = f32x4.sub(x0, y0);
      partDP = madd(ex0, d0, partDP);
      partDQ = madd(ey0, d0, partDQ);
      const x1 = plus<F>(odd<F>(i, mask), minusP, up);
      const zx1 = shifted(x1, scale, magic);
      const ex1 = e(x1, zx1, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
      joined = v128.or(joined, zx1);
      partSP = f32x4.add(partSP, ex1);
      partTP = madd(ex1, x1, partTP);
      const y1 = plus<F>(odd<F>(i + toQ, mask), minusQ, up);
      const zy1 = shifted(y1, scale, magic);
      const ey1 = e(y1, zy1, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
      joined = v128.or(joined, zy1);
      partSQ = f32x4.add(partSQ, ey1);
      partTQ = madd(ey1, y1, partTQ);
      const d1 = f32x4.sub(x1, y1);
      partDP = madd(ex1, d1, partDP);
      partDQ = madd(ey1, d1, partDQ);
      i += stride<F>();
    } while (i < stop);
    carry(partSP, 0);
    carry(partTP, 16);
    carry(partDP, 32);
    carry(partSQ, 48);
    carry(partTQ, 64);
    carry(partDQ, 80);
  }
  return allWithin(joined);
}
