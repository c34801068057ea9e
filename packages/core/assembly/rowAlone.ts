/** Rows on their own: log-sum-exp, entropy and the likeliest outcome in one sweep. Per block of 256, by singles, unless `rowCareful` must. */
import { isHigher, locateBest, noteBestOf } from "./rowBest";
import { aloneBlock } from "./rowBlock";
import { addAlone as addCarefully, STAGE, staged } from "./rowCareful";
import { addSums, heldOfP, holdAlone, holdNone, outweighs, releaseAlone } from "./rowHeld";
import { BLOCK, CARRIED, carriedLargest, FEW, minusReference } from "./rowLanes";
import { begin, FAULTS, follow, M, STATE_SIZE, survey } from "./rowState";

/** `rows` rows of `vocabulary` numbers at `row`, one state each at `state`. */
export function alone<F>(row: usize, rows: i32, vocabulary: i32, state: usize): void {
  for (; rows > 0; rows--, row += <usize>vocabulary * sizeof<F>(), state += STATE_SIZE) {
    begin(state);
    holdNone();
    if (vocabulary >= FEW) survey(staged<F>(row, BLOCK, STAGE), state, 0, 0);
    let at = 0;
    for (; at + BLOCK <= vocabulary && !load<i32>(state, FAULTS); at += BLOCK) {
      const block = row + <usize>at * sizeof<F>();
      if (vocabulary >= FEW && aloneBlock<F>(block, minusReference<F>(load<f64>(state, M)))) {
        if (noteBestOf<F>(block, carriedLargest(0), state, at)) holdAlone(at, state);
        else addSums(CARRIED, state);
      } else addApart<F>(row, state, at);
    }
    settle<F>(row, state);
    if (at < vocabulary && !load<i32>(state, FAULTS)) carefully<F>(row, vocabulary - at, state, at);
    locateBest<F>(row, vocabulary, state);
  }
}

/** Adds a block that is not for singles. */
function addApart<F>(row: usize, state: usize, at: i32): void {
  if (isHigher<F>(row + <usize>at * sizeof<F>(), state)) releaseAlone(state);
  else settle<F>(row, state);
  carefully<F>(row, BLOCK, state, at);
}

/** Adds what is held back. */
function settle<F>(row: usize, state: usize): void {
  const at = heldOfP();
  if (at < 0) return;
  if (!outweighs(state)) return releaseAlone(state);
  holdNone();
  follow(state, 0);
  carefully<F>(row, BLOCK, state, at);
}

/** Adds so many numbers of the row, from number `at` on. */
function carefully<F>(row: usize, count: i32, state: usize, at: i32): void {
  addCarefully(staged<F>(row + <usize>at * sizeof<F>(), count, STAGE), state, at);
}
