import { createRowEngine } from "./createRowEngine.ts";
import type { RowBackend, RowTask } from "./rowEngine.ts";
import {
  emptyRowMeasures,
  emptyRowPairMeasures,
  noTarget,
  paddingTarget,
  type RowMeasures,
  type RowPairMeasures,
  type RowQuestions,
  type Rows,
} from "./rows.ts";

/** What is asked, of which targets: one index a row, −1 for a row without one, or −2 for padding, which is left out of everything. */
export type RowRequest = RowQuestions & {
  readonly targets?: ArrayLike<number>;
  /** The engine's maker; the fastest that works here unless given. */
  readonly backend?: RowBackend;
};

/**
 * Log-sum-exp, negative log-likelihood of the target, entropy and likeliest outcome of every row of logits, in one sweep; ranks of the targets
 * in a second one if asked for.
 *
 * @returns Nats. Against double precision on the same numbers every entry is within 10⁻⁶, and means over rows within 10⁻⁷.
 * @throws RangeError if the numbers are not whole rows, or a target is no index.
 * @example
 * const rows = { format: "f32", vocabulary: 3, values: Float32Array.of(0, Math.log(2), 0, -1, -Infinity, -1) } as const;
 * measureRows(rows, { targets: [1, 1] }).negativeLogLikelihood.map((x) => Math.round(x * 1e6) / 1e6) // Float64Array.of(0.693147, Infinity)
 * @example measureRows({ format: "f32", vocabulary: 2, values: Float32Array.of(1, NaN) }).faults // [{ row: 0, fault: "NaN" }]
 */
export function measureRows(rows: Rows, request: RowRequest = {}): RowMeasures {
  const count = rowCount("measureRows", rows);
  const targets = checkedTargets("measureRows", request.targets, rows.vocabulary, count);
  const engine = createRowEngine(taskOf(rows, request), request.backend);
  const bytes = bytesOf(rows);
  const bytesPerRow = bytes.length / Math.max(1, count);
  const measures = emptyRowMeasures(count, request);
  for (let start = 0; start < count; start += engine.capacity) {
    const end = Math.min(start + engine.capacity, count);
    engine.p.set(bytes.subarray(start * bytesPerRow, end * bytesPerRow));
    engine.measure(end - start, targets.subarray(start, end), measures, start);
  }
  return measures;
}

/**
 * Two models over the same places: what `measureRows` gives of each, both divergences, and whether they agree on the likeliest outcome, in one
 * sweep; `symmetric`, `top`, `ranks` and `outcomes` take further ones.
 *
 * @param p Rows of the truth P, or of the base.
 * @param q As many rows of the model Q, in the same format, over the same vocabulary.
 * @returns Nats. Against double precision a divergence below 1 is within 3·10⁻⁷; less than that is not told from 0.
 * @throws RangeError if the rows do not match, or a target is no index.
 * @example
 * const p = { format: "f32", vocabulary: 2, values: Float32Array.of(0, 0) } as const;
 * const q = { format: "f32", vocabulary: 2, values: Float32Array.of(0, -Infinity) } as const;
 * compareRows(p, q).forwardKl // Float64Array.of(Infinity)
 * compareRows(p, q).reverseKl[0].toFixed(6) // "0.693147"
 */
export function compareRows(p: Rows, q: Rows, request: RowRequest = {}): RowPairMeasures {
  const count = rowCount("compareRows", p);
  if (q.format !== p.format || q.vocabulary !== p.vocabulary || q.values.length !== p.values.length)
    throw new RangeError(
      `compareRows: q is ${rowCount("compareRows", q)} rows of ${q.vocabulary} ${q.format}, expected ${count} of ${p.vocabulary} ${p.format} as in p`,
    );
  const targets = checkedTargets("compareRows", request.targets, p.vocabulary, count);
  const engine = createRowEngine(taskOf(p, request), request.backend);
  const [bytesOfP, bytesOfQ] = [bytesOf(p), bytesOf(q)];
  const bytesPerRow = bytesOfP.length / Math.max(1, count);
  const measures = emptyRowPairMeasures(count, request);
  for (let start = 0; start < count; start += engine.capacity) {
    const end = Math.min(start + engine.capacity, count);
    engine.p.set(bytesOfP.subarray(start * bytesPerRow, end * bytesPerRow));
    engine.q.set(bytesOfQ.subarray(start * bytesPerRow, end * bytesPerRow));
    engine.compare(end - start, targets.subarray(start, end), measures, start);
  }
  const outcomes = engine.takeOutcomes();
  return { ...measures, ...(outcomes && { outcomes }) };
}

function taskOf({ format, vocabulary }: Rows, { ranks, symmetric, top, outcomes }: RowRequest): RowTask {
  return {
    format,
    vocabulary,
    ...(ranks !== undefined && { ranks }),
    ...(symmetric !== undefined && { symmetric }),
    ...(top !== undefined && { top }),
    ...(outcomes !== undefined && { outcomes }),
  };
}

function bytesOf({ values }: Rows): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function rowCount(caller: string, { vocabulary, values }: Rows): number {
  const count = values.length / vocabulary;
  if (!(vocabulary >= 1 && Number.isInteger(count)))
    throw new RangeError(
      `${caller}: ${values.length} numbers are not whole rows of vocabulary ${vocabulary}, expected a multiple`,
    );
  return count;
}

/** A copy of the targets, or none for every row. */
function checkedTargets(
  caller: string,
  targets: ArrayLike<number> | undefined,
  vocabulary: number,
  count: number,
): Int32Array {
  if (targets === undefined) return new Int32Array(count).fill(noTarget);
  if (targets.length !== count)
    throw new RangeError(`${caller}: targets has ${targets.length} entries, expected ${count}, one a row`);
  for (let row = 0; row < count; row++) {
    const target = targets[row];
    if (!(Number.isInteger(target) && target >= paddingTarget && target < vocabulary))
      throw new RangeError(
        `${caller}: targets[${row}] is ${target}, expected an index below ${vocabulary}, -1 or -2`,
      );
  }
  return Int32Array.from(targets);
}
