import { addOutcomes, growingSums, takeSums } from "./outcomeSums.ts";
import { type RowEngine, type RowTask, rowsPerWindow } from "./rowEngine.ts";
import { faultOf, pairReference, rowReference } from "./rowReference.ts";
import { bytesPerNumber, paddingTarget, type RowColumns, type RowPairColumns } from "./rows.ts";
import { widen } from "./widen.ts";

/** The float64 reference as an engine: it works everywhere, a hundred times slower than the compiled ones or more. */
export function referenceRowEngine(task: RowTask): RowEngine {
  const { format, vocabulary } = task;
  const bytesPerRow = vocabulary * bytesPerNumber[format];
  const capacity = rowsPerWindow(task, bytesPerRow);
  const p = new Uint8Array(capacity * bytesPerRow);
  const q = new Uint8Array(capacity * bytesPerRow);
  const sums = task.outcomes ? growingSums(vocabulary) : undefined;
  const rowOf = (window: Uint8Array, row: number): Float32Array => {
    const Values = format === "f32" ? Float32Array : Uint16Array;
    return widen(format, new Values(window.buffer as ArrayBuffer, row * bytesPerRow, vocabulary));
  };
  return {
    name: "float64 reference",
    capacity,
    p,
    q,
    measure(count, targets, into, at) {
      for (let row = 0; row < count; row++) measureByReference(into, at + row, rowOf(p, row), targets[row]);
    },
    compare(count, targets, into, at) {
      for (let row = 0; row < count; row++) {
        compareByReference(into, at + row, rowOf(p, row), rowOf(q, row), targets[row], task.top ?? 0);
        if (sums && !Number.isNaN(into.forwardKl[at + row])) addOutcomes(sums, rowOf(p, row), rowOf(q, row));
      }
    },
    takeOutcomes: () => sums && takeSums(sums),
  };
}

/** Writes the measures of one row. */
function measureByReference(into: RowColumns, row: number, x: Float32Array, target: number): void {
  if (target === paddingTarget) return;
  const fault = faultOf(x);
  if (fault) {
    into.faults.push({ row, fault });
    return;
  }
  const answer = rowReference(x, target);
  into.logSumExp[row] = answer.logSumExp;
  into.negativeLogLikelihood[row] = answer.negativeLogLikelihood;
  into.entropy[row] = answer.entropy;
  into.top1[row] = answer.top1;
  into.top1LogProbability[row] = answer.top1LogProbability;
  if (into.rank.length > 0) into.rank[row] = answer.rank;
}

/** Writes the measures of one pair of rows. */
export function compareByReference(
  into: RowPairColumns,
  row: number,
  x: Float32Array,
  y: Float32Array,
  target: number,
  top: number,
): void {
  measureByReference(into.p, row, x, target);
  measureByReference(into.q, row, y, target);
  if (into.p.top1[row] < 0 || into.q.top1[row] < 0) return;
  const answer = pairReference(x, y, top);
  into.forwardKl[row] = answer.forwardKl;
  into.reverseKl[row] = answer.reverseKl;
  into.top1Agrees[row] = into.p.top1[row] === into.q.top1[row] ? 1 : 0;
  if (into.jensenShannon.length > 0) {
    into.jensenShannon[row] = answer.jensenShannon;
    into.totalVariation[row] = answer.totalVariation;
  }
  if (into.topOverlap.length > 0) into.topOverlap[row] = answer.topOverlap;
}
