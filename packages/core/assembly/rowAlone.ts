/** Rows on their own: log-sum-exp, entropy and the likeliest outcome in one sweep. Per block of 256, by singles, unless `rowCareful` must. */
import { locateBest, noteBestOf } from "./rowBest";
import { aloneBlock } from "./rowBlock";
import { addAlone, STAGE, staged } from "./rowCareful";
import { BLOCK, carried, carriedLargest, minusReference } from "./rowLanes";
import { begin, FAULTS, M, S, STATE_SIZE, survey, T } from "./rowState";

/** `rows` rows of `vocabulary` numbers at `row`, one state each at `state`. */
export function alone<F>(row: usize, rows: i32, vocabulary: i32, state: usize): void {
  for (; rows > 0; rows--, row += <usize>vocabulary * sizeof<F>(), state += STATE_SIZE) {
    begin(state);
    if (vocabulary >= BLOCK) survey(staged<F>(row, BLOCK, STAGE), state, 0, 0);
    let at = 0;
    for (; at + BLOCK <= vocabulary; at += BLOCK) {
      const block = row + <usize>at * sizeof<F>();
      if (aloneBlock<F>(block, minusReference<F>(load<f64>(state, M)))) {
        store<f64>(state, load<f64>(state, S) + carried(0), S);
        store<f64>(state, load<f64>(state, T) + carried(16), T);
        noteBestOf<F>(block, carriedLargest(0), state, at);
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
