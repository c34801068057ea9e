/** Two rows at once: what `rowAlone` finds of each, and what both divergences need, in one sweep. */
import { locateBest, noteBestOf } from "./rowBest";
import { pairBlock } from "./rowBlock";
import { addPair, SECOND_STAGE, STAGE, staged } from "./rowCareful";
import { BLOCK, carried, carriedLargest, minusReference } from "./rowLanes";
import { begin, D, FAULTS, M, S, STATE_SIZE, survey, T } from "./rowState";

/** `rows` rows each at `p` and `q`; two states a row at `state`. It stops within a row that has a fault. */
export function pair<F>(p: usize, q: usize, rows: i32, vocabulary: i32, state: usize): void {
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
      if (pairBlock<F>(p + start, q + start, minusP, minusQ)) {
        store<f64>(state, load<f64>(state, S) + carried(0), S);
        store<f64>(state, load<f64>(state, T) + carried(16), T);
        store<f64>(state, load<f64>(state, D) + carried(32), D);
        store<f64>(stateOfQ, load<f64>(stateOfQ, S) + carried(48), S);
        store<f64>(stateOfQ, load<f64>(stateOfQ, T) + carried(64), T);
        store<f64>(stateOfQ, load<f64>(stateOfQ, D) - carried(80), D);
        noteBestOf<F>(p + start, carriedLargest(0), state, at);
        noteBestOf<F>(q + start, carriedLargest(48), stateOfQ, at);
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
