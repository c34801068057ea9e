import { createRowEngine, emptyRowMeasures, type RowFault } from "@surprisal/core";
import { areProbabilities, logitRows, type StoredArray } from "@surprisal/data";

/** What up to three rows say of all. */
export interface Sampled {
  rows: number;
  /** Log-probabilities are logits whose exponentials sum to 1. */
  are: "log-probabilities" | "logits" | "probabilities" | "no logits";
  faults?: { row: number; fault: RowFault }[];
}

/** Coarser than a sum over half-precision log-probabilities is off by, finer than unnormalised logits ever are. */
const tolerance = 0.05;

/** Measures up to three rows; of rows that can only be read in order, the first, and the next two while there is nothing to measure. */
export async function sampled(array: StoredArray): Promise<Sampled> {
  const rows = logitRows(array);
  const isSequential = array.byteOffset === undefined;
  const last = rows.rows - 1;
  const picked = isSequential ? [0, 1, 2].slice(0, rows.rows) : [...new Set([0, Math.floor(last / 2), last])];
  const engine = createRowEngine({ format: rows.format, vocabulary: rows.vocabulary });
  const sums: number[] = [];
  const faults: { row: number; fault: RowFault }[] = [];
  let read = 0;
  for (const row of picked) {
    if (isSequential && sums.length > 0) break;
    read++;
    await rows.readRows(row, 1, engine.p);
    const measures = emptyRowMeasures(1);
    engine.measure(1, Int32Array.of(-1), measures, 0);
    for (const { fault } of measures.faults) faults.push({ row, fault });
    if (measures.faults.length === 0) sums.push(measures.logSumExp[0]!);
  }
  const isNormal = sums.every((sum) => Math.abs(sum) < tolerance);
  const others = (await areProbabilities(array)) ? "probabilities" : "logits";
  const are = sums.length === 0 ? "no logits" : isNormal ? "log-probabilities" : others;
  return { rows: read, are, ...(faults.length > 0 && { faults }) };
}
