import type { OutcomeSums, RowFormat, RowQuestions } from "@surprisal/core/rows";
import type { Fault } from "../formatError.ts";
import type { MeasuredRows } from "./measureBlocks.ts";

/** Where rows are, for a worker to open: in a file that a path or a Blob stands for. */
export type RowPlace = {
  readonly source: string | Blob;
  /** Where they lie one after the other, little end first. Without it the file is opened for what it is, and its rows are converted. */
  readonly byteOffset?: number;
  /** Which of the arrays of such a file. */
  readonly array?: string;
  readonly rows: number;
  readonly vocabulary: number;
  readonly format: RowFormat;
};

/** What to measure: the rows of P, or of P and Q. */
export type RowJob = RowQuestions & {
  readonly p: RowPlace;
  readonly q?: RowPlace;
};

/** What is said to a worker. */
export type ToRowWorker =
  | { readonly say: "open"; readonly job: RowJob }
  | { readonly say: "measure"; readonly start: number; readonly targets: Int32Array }
  /** Asks for the sums of outcomes over what it was told to measure since it was asked last. */
  | { readonly say: "sum" }
  /** Ends the job; another may be opened. It is not answered. */
  | { readonly say: "close" };

/** What a worker says. */
export type FromRowWorker =
  | {
      readonly say: "measured";
      readonly start: number;
      readonly count: number;
      readonly measured: MeasuredRows;
    }
  | { readonly say: "summed"; readonly outcomes: OutcomeSums | undefined }
  | { readonly say: "failed"; readonly message: string; readonly fault?: Fault };

/** One end of a line between two threads, as in Node and in browsers. */
export type Line<Said, Heard> = {
  /** @param given Buffers in the message that are the listener's from now on. */
  send(message: Said, given?: ArrayBuffer[]): void;
  listen(hear: (message: Heard) => void, fail: (error: Error) => void): void;
  close(): void;
};
