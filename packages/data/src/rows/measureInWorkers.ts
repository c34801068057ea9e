import { fleeting, release } from "@surprisal/core/rows";
import { FormatError } from "../formatError.ts";
import { type CollectedRows, collectRows } from "./collectedRows.ts";
import { columnsIn } from "./columnSlots.ts";
import type { MeasuredRows } from "./measureBlocks.ts";
import type { FromRowWorker, Line, RowJob, ToRowWorker } from "./rowJob.ts";

/** What is measured of the first so many rows of a job. */
export type MeasuredPart = { readonly rows: number; readonly measured: MeasuredRows };

export type WorkerOptions = {
  /** Starts the worker of a number, from 0 on, that does what `serveRows` does. */
  readonly start: (index: number) => Line<ToRowWorker, FromRowWorker>;
  readonly workers: number;
  /** Where what is measured is put; in memory unless given. */
  readonly collect?: (job: RowJob) => CollectedRows;
  /** The target of each row; −1 for none, −2 for padding, which is left out of everything. Without targets no row has one. */
  readonly targets?: Int32Array;
  readonly onProgress?: (rowsDone: number, rows: number) => void;
  /** Ends the workers at once. */
  readonly signal?: AbortSignal;
  /** What `onPart` was given in another run of the same job, to go on from. */
  readonly from?: MeasuredPart;
  /** Is given from time to time what there is to go on from: some times a second, or less often if it takes long. */
  readonly onPart?: (part: MeasuredPart) => void;
};

/** About how many bytes of a file a block has: some milliseconds of work, and many blocks in a big file; and how many rows at most, of which there is more to say than the file holds. */
const blockLength = 16 << 20;
const mostRows = 16_384;
/** A block is no more than this share of what each worker still has before it: they end together. */
const lastBlocks = 8;
/** How many blocks a worker has at once: who hands them out may be measuring one itself. */
const ahead = 4;
/** Milliseconds between parts, at least, and how many times as long as giving one takes. */
const pause = 100;
const rest = 20;

type WorkerLine = Line<ToRowWorker, FromRowWorker>;

/**
 * Measures rows in several workers. Blocks are handed out by message to whoever is free, in the order of the rows.
 *
 * @throws FormatError as a worker's reader does; the signal's reason, if it is given up.
 */
export function measureInWorkers(job: RowJob, options: WorkerOptions): Promise<MeasuredRows> {
  const { workers, collect = collectRows, signal, onProgress, onPart, from } = options;
  const { rows, vocabulary } = job.p;
  const targets = options.targets ?? new Int32Array(rows).fill(-1);
  const rowsPerBlock = Math.max(1, Math.min(mostRows, Math.floor(blockLength / (4 * vocabulary))));
  const collected = collect(job);
  if (from) {
    collected.place(from.measured, 0);
    if (from.measured.kind === "pair") collected.sum(from.measured.measures.outcomes);
  }
  const lines: WorkerLine[] = [];

  return new Promise<MeasuredRows>((resolve, reject) => {
    let next = from?.rows ?? 0;
    let done = next;
    let awaited = 0;
    let settled = () => {};
    let partDue = performance.now() + pause;
    const give = () => reject(signal?.reason);
    if (signal?.aborted) return give();
    signal?.addEventListener("abort", give, { once: true });

    const handOut = (line: WorkerLine) => {
      if (next >= rows) return;
      const start = next;
      const share = Math.floor((rows - start) / (lastBlocks * workers));
      next = start + Math.max(1, Math.min(rowsPerBlock, share));
      const given = targets.slice(start, next);
      line.send({ say: "measure", start, targets: given }, [given.buffer]);
    };
    /** Calls back once all that is handed out is measured and in the sums: a worker answers in the order it is asked. */
    const settle = (then: () => void) => {
      awaited = lines.length;
      settled = then;
      for (const line of lines) line.send({ say: "sum" });
    };
    const finish = () => settle(() => resolve(collected.first(rows)));
    const part = () => {
      const upTo = next;
      settle(() => {
        const start = performance.now();
        onPart!({ rows: upTo, measured: collected.first(upTo) });
        const end = performance.now();
        partDue = end + Math.max(pause, rest * (end - start));
        if (done === rows) finish();
      });
    };
    const hear = (line: WorkerLine, said: FromRowWorker) => {
      if (said.say === "failed") {
        reject(said.fault ? new FormatError(said.fault) : new Error(said.message));
      } else if (said.say === "summed") {
        collected.sum(said.outcomes);
        if (--awaited === 0) settled();
      } else {
        collected.place(said.measured, said.start);
        release(...columnsIn(said.measured.measures).map(fleeting));
        done += said.count;
        onProgress?.(done, rows);
        handOut(line);
        if (awaited > 0) return;
        if (done === rows) finish();
        else if (onPart && performance.now() >= partDue) part();
      }
    };
    for (let i = 0; i < workers; i++) {
      const line = options.start(i);
      lines.push(line);
      line.listen((said) => {
        try {
          hear(line, said);
        } catch (fault) {
          reject(fault);
        }
      }, reject);
      line.send({ say: "open", job });
      for (let block = 0; block < ahead; block++) handOut(line);
    }
    if (done === rows) finish();
  }).finally(() => {
    for (const line of lines) line.close();
  });
}
