/** Two rows at once: what `rowAlone` finds of each, and what both divergences need, in one sweep. */
import { isHigher, locateBest, noteBestOf } from "./rowBest";
import { pairBlock } from "./rowBlock";
import { addPair as addCarefully, SECOND_STAGE, STAGE, staged } from "./rowCareful";
import { heldOfP, heldOfQ, holdNone, holdPair, isMuch, outweighs, releasePair } from "./rowHeld";
import { BLOCK, carried, carriedLargest, FEW, minusReference } from "./rowLanes";
import { begin, D, FAULTS, follow, M, plus, S, STATE_SIZE, survey, T } from "./rowState";

/** `rows` rows each at `p` and `q`; two states a row at `state`. It stops within a row that has a fault. */
export function pair<F>(p: usize, q: usize, rows: i32, vocabulary: i32, state: usize): void {
  const bytesPerRow = <usize>vocabulary * sizeof<F>();
  for (; rows > 0; rows--, p += bytesPerRow, q += bytesPerRow, state += 2 * STATE_SIZE) {
    const stateOfQ = state + STATE_SIZE;
    begin(state);
    begin(stateOfQ);
    holdNone();
    if (vocabulary >= FEW) {
      survey(staged<F>(p, BLOCK, STAGE), state, stateOfQ, 0);
      survey(staged<F>(q, BLOCK, SECOND_STAGE), stateOfQ, state, 0);
    }
    let at = 0;
    for (; at + BLOCK <= vocabulary && !isFaulty(state); at += BLOCK) {
      const x = p + <usize>at * sizeof<F>();
      const y = q + <usize>at * sizeof<F>();
      const minusP = minusReference<F>(load<f64>(state, M));
      const minusQ = minusReference<F>(load<f64>(stateOfQ, M));
      if (vocabulary >= FEW && pairBlock<F>(x, y, minusP, minusQ)) {
        const isOfP = noteBestOf<F>(x, carriedLargest(0), state, at);
        const isOfQ = noteBestOf<F>(y, carriedLargest(48), stateOfQ, at);
        const dOfP = carried(32);
        const dOfQ = carried(80);
        if (isOfP || isOfQ) holdPair(at, isOfP, isOfQ, state);
        else if (isMuch(dOfP, state) || isMuch(dOfQ, stateOfQ)) addApart<F>(p, q, state, at);
        else {
          plus(state, carried(0), S);
          plus(state, carried(16), T);
          plus(state, dOfP, D);
          plus(stateOfQ, carried(48), S);
          plus(stateOfQ, carried(64), T);
          plus(stateOfQ, -dOfQ, D);
        }
      } else addApart<F>(p, q, state, at);
    }
    settle<F>(p, q, state);
    if (at < vocabulary && !isFaulty(state)) carefully<F>(p, q, vocabulary - at, state, at);
    locateBest<F>(p, vocabulary, state);
    locateBest<F>(q, vocabulary, stateOfQ);
  }
}

/** Adds a block that is not for singles. */
function addApart<F>(p: usize, q: usize, state: usize, at: i32): void {
  const start = <usize>at * sizeof<F>();
  if (isHigher<F>(p + start, state) || isHigher<F>(q + start, state + STATE_SIZE)) releasePair(state);
  else settle<F>(p, q, state);
  carefully<F>(p, q, BLOCK, state, at);
}

/** Adds what is held back. */
function settle<F>(p: usize, q: usize, state: usize): void {
  const ofP = heldOfP();
  const ofQ = heldOfQ();
  if (ofP < 0 && ofQ < 0) return;
  if (!outweighs(state) && !outweighs(state + STATE_SIZE)) return releasePair(state);
  holdNone();
  follow(state, state + STATE_SIZE);
  follow(state + STATE_SIZE, state);
  if (ofP >= 0) carefully<F>(p, q, BLOCK, state, ofP);
  if (ofQ >= 0) carefully<F>(p, q, BLOCK, state, ofQ);
}

/** Adds so many numbers of the rows, from number `at` on. */
function carefully<F>(p: usize, q: usize, count: i32, state: usize, at: i32): void {
  const start = <usize>at * sizeof<F>();
  const x = staged<F>(p + start, count, STAGE);
  addCarefully(x, staged<F>(q + start, count, SECOND_STAGE), state, state + STATE_SIZE, at);
}

function isFaulty(state: usize): bool {
  return (load<i32>(state, FAULTS) | load<i32>(state + STATE_SIZE, FAULTS)) !== 0;
}
