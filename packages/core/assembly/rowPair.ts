/** Two rows at once: what `rowAlone` finds of each, and what both divergences need, in one sweep. */
import { locateBest, noteBestOf } from "./rowBest";
import { addPair, SECOND_STAGE, STAGE, staged } from "./rowCareful";
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
import { begin, D, FAULTS, M, S, STATE_SIZE, survey, T } from "./rowState";

/** `rows` rows each at `p` and `q`; two states a row at `state`. It stops within a row that has a fault. */
export function pair<F>(p: usize, q: usize, rows: i32, vocabulary: i32, state: usize): void {
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
  const bytesPerRow = <usize>vocabulary * sizeof<F>();
  for (; rows > 0; rows--, p += bytesPerRow, q += bytesPerRow, state += 2 * STATE_SIZE) {
    const stateOfQ = state + STATE_SIZE;
    begin(state);
    begin(stateOfQ);
    if (vocabulary >= BLOCK) {
      survey(staged<F>(p, BLOCK, STAGE), state, stateOfQ, 0);
      survey(staged<F>(q, BLOCK, SECOND_STAGE), stateOfQ, state, 0);
    }
    let at = 0;
    for (; at + BLOCK <= vocabulary; at += BLOCK) {
      const start = <usize>at * sizeof<F>();
      const minusP = minusReference<F>(load<f64>(state, M));
      const minusQ = minusReference<F>(load<f64>(stateOfQ, M));
      touchAhead<F>(p + start);
      touchAhead<F>(q + start);
      clear();
      let joined = f32x4.splat(0);
      for (let run = start; run < start + <usize>BLOCK * sizeof<F>(); run += <usize>RUN * sizeof<F>()) {
        let partSP = f32x4.splat(0);
        let partTP = partSP;
        let partDP = partSP;
        let partSQ = partSP;
        let partTQ = partSP;
        let partDQ = partSP;
        for (let i = run; i < run + <usize>RUN * sizeof<F>(); i += stride<F>()) {
          const x0 = plus<F>(even<F>(p + i, mask), minusP, up);
          const zx0 = shifted(x0, scale, magic);
          const ex0 = e(x0, zx0, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
          const y0 = plus<F>(even<F>(q + i, mask), minusQ, up);
          const zy0 = shifted(y0, scale, magic);
          const ey0 = e(y0, zy0, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
          const d0 = f32x4.sub(x0, y0);
          joined = v128.or(v128.or(joined, zx0), zy0);
          partSP = f32x4.add(partSP, ex0);
          partSQ = f32x4.add(partSQ, ey0);
          partTP = madd(ex0, x0, partTP);
          partTQ = madd(ey0, y0, partTQ);
          partDP = madd(ex0, d0, partDP);
          partDQ = madd(ey0, d0, partDQ);
          const x1 = plus<F>(odd<F>(p + i, mask), minusP, up);
          const zx1 = shifted(x1, scale, magic);
          const ex1 = e(x1, zx1, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
          const y1 = plus<F>(odd<F>(q + i, mask), minusQ, up);
          const zy1 = shifted(y1, scale, magic);
          const ey1 = e(y1, zy1, scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0);
          const d1 = f32x4.sub(x1, y1);
          joined = v128.or(v128.or(joined, zx1), zy1);
          partSP = f32x4.add(partSP, ex1);
          partSQ = f32x4.add(partSQ, ey1);
          partTP = madd(ex1, x1, partTP);
          partTQ = madd(ey1, y1, partTQ);
          partDP = madd(ex1, d1, partDP);
          partDQ = madd(ey1, d1, partDQ);
        }
        carry(partSP, 0);
        carry(partTP, 16);
        carry(partDP, 32);
        carry(partSQ, 48);
        carry(partTQ, 64);
        carry(partDQ, 80);
      }
      if (allWithin(joined)) {
        const sumOfP = carried(0);
        const sumOfQ = carried(48);
        store<f64>(state, load<f64>(state, S) + sumOfP, S);
        store<f64>(state, load<f64>(state, T) + carried(16), T);
        store<f64>(state, load<f64>(state, D) + carried(32), D);
        store<f64>(stateOfQ, load<f64>(stateOfQ, S) + sumOfQ, S);
        store<f64>(stateOfQ, load<f64>(stateOfQ, T) + carried(64), T);
        store<f64>(stateOfQ, load<f64>(stateOfQ, D) - carried(80), D);
        noteBestOf<F>(p + start, sumOfP, state, at);
        noteBestOf<F>(q + start, sumOfQ, stateOfQ, at);
      } else {
        carefully<F>(p + start, q + start, BLOCK, state, at);
        if (load<i32>(state, FAULTS) | load<i32>(stateOfQ, FAULTS)) break;
      }
    }
    if (at < vocabulary && !(load<i32>(state, FAULTS) | load<i32>(stateOfQ, FAULTS))) {
      const start = <usize>at * sizeof<F>();
      carefully<F>(p + start, q + start, vocabulary - at, state, at);
    }
    locateBest<F>(p, vocabulary, state);
    locateBest<F>(q, vocabulary, stateOfQ);
  }
}

function carefully<F>(p: usize, q: usize, count: i32, state: usize, at: i32): void {
  addPair(staged<F>(p, count, STAGE), staged<F>(q, count, SECOND_STAGE), state, state + STATE_SIZE, at);
}
