import type { RowFormat } from "@surprisal/core/rows";

/** Rows of logits that can be read by blocks. Each worker opens its own. */
export interface RowReader {
  readonly rows: number;
  readonly vocabulary: number;
  readonly format: RowFormat;
  /** If the rows are log-probabilities that were cut: how far below its largest the lowest of a row are. */
  readonly cutNats?: number;
  /** Writes rows into `into`, little end first, from its first byte on. */
  readRows(start: number, count: number, into: Uint8Array): void | Promise<void>;
  /** Lets go of what was opened; a worker's end does so too. */
  close?(): void | Promise<void>;
}
