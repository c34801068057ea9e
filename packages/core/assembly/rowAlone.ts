/** Rows on their own: log-sum-exp, entropy and the likeliest outcome in one sweep. Per block of 256, by singles, unless `rowCareful` must. */
import { locateBest, noteBestOf } from "./rowBest";
import { addAlone, STAGE, staged } from "./rowCareful";
import {
  allWithin,
  BLOCK,
  CONSTANTS,
  carried,
  carry,
  clear,
  e,
  even,
  madd,
  maskOf,
  minusReference,
  odd,
  plus,
  RUN,
  shifted,
  stride,
  touchAhead,
} from "./rowLanes";
import { begin, FAULTS, M, S, STATE_SIZE, survey, T } from "./rowState";

/** `rows` rows of `vocabulary` numbers at `row`, one state each at `state`. */
export function alone<F>(row: usize, rows: i32, vocabulary: i32, state: usize): void {
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
  const up = v128.load(CONSTANTS, 160);
  const mask = maskOf<F>();
  for (; rows > 0; rows--, row += <usize>vocabulary * sizeof<F>(), state += STATE_SIZE) {
    begin(state);
    if (vocabulary >= BLOCK) survey(staged<F>(row, BLOCK, STAGE), state, 0, 0);
    let at = 0;
    for (; at + BLOCK <= vocabulary; at += BLOCK) {
      const block = row + <usize>at * sizeof<F>();
      const minus = minusReference<F>(load<f64>(state, M));
      touchAhead<F>(block);
      clear();
      let joined = f32x4.splat(0);
      for (let run = block; run < block + <usize>BLOCK * sizeof<F>(); run += <usize>RUN * sizeof<F>()) {
        let partS = f32x4.splat(0);
        let partT = partS;
        for (let i = run; i < run + <usize>RUN * sizeof<F>(); i += stride<F>()) {
          const t0 = plus<F>(even<F>(i, mask), minus, up);
          const z0 = shifted(t0, scale, magic);
          const e0 = e(t0, z0, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
          const t1 = plus<F>(odd<F>(i, mask), minus, up);
          const z1 = shifted(t1, scale, magic);
          const e1 = e(t1, z1, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
          joined = v128.or(v128.or(joined, z0), z1);
          partS = f32x4.add(partS, f32x4.add(e0, e1));
          partT = madd(e1, t1, madd(e0, t0, partT));
        }
        carry(partS, 0);
        carry(partT, 16);
      }
      if (allWithin(joined)) {
        const sum = carried(0);
        store<f64>(state, load<f64>(state, S) + sum, S);
        store<f64>(state, load<f64>(state, T) + carried(16), T);
        noteBestOf<F>(block, sum, state, at);
      } else {
        addAlone(staged<F>(block, BLOCK, STAGE), state, at);
        if (load<i32>(state, FAULTS)) break;
      }
    }
    if (at < vocabulary && !load<i32>(state, FAULTS))
      addAlone(staged<F>(row + <usize>at * sizeof<F>(), vocabulary - at, STAGE), state, at);
    locateBest<F>(row, vocabulary, state);
  }
}
