import type { OutcomeSums } from "./outcomeSums.ts";
import type { RowColumns, RowFormat, RowPairColumns, RowQuestions } from "./rows.ts";

/** What rows look like, and what is asked of them. */
export type RowTask = RowQuestions & {
  readonly format: RowFormat;
  readonly vocabulary: number;
  /** How many rows a window is to hold. Unless given, about a megabyte of them: two windows then stay in a second-level cache. */
  readonly capacity?: number;
};

/**
 * Something that measures rows a block at a time. Whoever has rows writes their bytes, little end first, to the start of the windows, from a file
 * straight away, and then asks.
 */
export interface RowEngine {
  readonly name: string;
  /** How many rows a window holds, ≥ 1. */
  readonly capacity: number;
  /** Rows of P, or the only rows there are. */
  readonly p: Uint8Array;
  readonly q: Uint8Array;
  /**
   * Measures the first `count` rows of window `p`, and writes what it finds into columns, from entry `at` on.
   *
   * @param targets An index for each row, −1 for none, or −2 for a row that is padding.
   * @param into As `emptyRowMeasures` makes them for the same questions.
   */
  measure(count: number, targets: Int32Array, into: RowColumns, at: number): void;
  /** Measures the first `count` rows of both windows, and compares them; see `measure`. */
  compare(count: number, targets: Int32Array, into: RowPairColumns, at: number): void;
  /** The sums of each outcome over the rows compared since they were taken last; nothing unless `outcomes` are asked for. */
  takeOutcomes(): OutcomeSums | undefined;
}

/** A way to make engines, or nothing where it does not work: no WebAssembly, no such device. */
export type RowBackend = (task: RowTask) => RowEngine | undefined;

// Big enough that a block costs far more than asking for it.
const windowLength = 1 << 20;

export function rowsPerWindow({ capacity }: RowTask, bytesPerRow: number): number {
  return capacity ?? Math.max(1, Math.floor(windowLength / bytesPerRow));
}
