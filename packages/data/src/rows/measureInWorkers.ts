import { collectRowMeasures, collectRowPairMeasures } from "@surprisal/core";
import { FormatError } from "../formatError.ts";
import type { MeasuredRows } from "./measureBlocks.ts";
import type { FromRowWorker, Line, RowJob, ToRowWorker } from "./rowJob.ts";

export type WorkerOptions = {
  /** Starts a worker that does what `serveRows` does. */
  readonly start: () => Line<ToRowWorker, FromRowWorker>;
  readonly workers: number;
  /** The target of each row; −1 for none. Without targets no row has one. */
  readonly targets?: Int32Array;
  readonly onProgress?: (rowsDone: number, rows: number) => void;
  /** Ends the workers at once. */
  readonly signal?: AbortSignal;
};

/** About how many bytes of a file a block has: some milliseconds of work, and many blocks in a big file. */
const blockLength = 4 << 20;
/** A worker has its next block before it has done the last one. */
const ahead = 2;

/**
 * Measures rows in several workers. Blocks are handed out by message to whoever is free, in the order of the rows.
 *
 * @throws FormatError as a worker's reader does; the signal's reason, if it is given up.
 */
export function measureInWorkers(job: RowJob, options: WorkerOptions): Promise<MeasuredRows> {
  const { workers, signal, onProgress } = options;
  const { rows, vocabulary } = job.p;
  const targets = options.targets ?? new Int32Array(rows).fill(-1);
  const rowsPerBlock = Math.max(1, Math.floor(blockLength / (4 * vocabulary)));
  const alone = collectRowMeasures(job.q ? 0 : rows, job);
  const pair = collectRowPairMeasures(job.q ? rows : 0, job);
  const lines: Line<ToRowWorker, FromRowWorker>[] = [];

  return new Promise<MeasuredRows>((resolve, reject) => {
    let next = 0;
    let done = 0;
    const give = () => reject(signal?.reason);
    if (signal?.aborted) return give();
    signal?.addEventListener("abort", give, { once: true });

    const handOut = (line: Line<ToRowWorker, FromRowWorker>) => {
      if (next >= rows) return;
      const start = next;
      next = Math.min(rows, start + rowsPerBlock);
      line.send({ say: "measure", start, targets: targets.slice(start, next) });
    };
    const finish = () =>
      resolve(
        job.q ? { kind: "pair", measures: pair.measures } : { kind: "alone", measures: alone.measures },
      );
    const hear = (line: Line<ToRowWorker, FromRowWorker>) => (said: FromRowWorker) => {
      if (said.say === "failed") {
        reject(said.fault ? new FormatError(said.fault) : new Error(said.message));
      } else if (said.say === "opened") {
        for (let i = 0; i < ahead; i++) handOut(line);
        if (rows === 0) finish();
      } else {
        if (said.measured.kind === "pair") pair.place(said.measured.measures, said.start);
        else alone.place(said.measured.measures, said.start);
        done += said.count;
        onProgress?.(done, rows);
        if (done === rows) finish();
        else handOut(line);
      }
    };
    for (let i = 0; i < workers; i++) {
      const line = options.start();
      lines.push(line);
      line.listen(hear(line), reject);
      line.send({ say: "open", job });
    }
  }).finally(() => {
    for (const line of lines) line.close();
  });
}
