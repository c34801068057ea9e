import { availableParallelism } from "node:os";
import { open } from "./node.ts";
import { collectRowsInFile, columnBytesOf } from "./nodeCollectedRows.ts";
import { openRows } from "./nodeRowReader.ts";
import { rowThread } from "./nodeRowThread.ts";
import type { MeasuredRows } from "./rows/measureBlocks.ts";
import { measureInWorkers, type WorkerOptions } from "./rows/measureInWorkers.ts";
import type { RowJob } from "./rows/rowJob.ts";
import { thisThread } from "./rows/thisThread.ts";

export type RowFileOptions = Omit<WorkerOptions, "start" | "workers" | "collect"> & {
  /**
   * How many threads measure, ≥ 1. This one is the first, and does what else there is to do between blocks of some milliseconds. Unless given, one for each
   * processor, up to four (another takes 40 MB, and a few seconds longer, in case there are more files to measure), and no other for files that are measured sooner than one starts.
   */
  readonly threads?: number;
  /**
   * How many bytes of columns are held in memory; all of them unless given. More are in a temporary file while they are needed: then each is read anew whenever its property is touched, and belongs in a
   * variable where it is gone through.
   */
  readonly bytesInMemory?: number;
};

/**
 * Measures rows of logits in files on disk, in this thread and others, each with its own memory of a few megabytes: files may be of any size.
 *
 * @throws FormatError if there is no room for a temporary file, or a file is shorter than its place says; what the system says, if it cannot be opened.
 */
export async function measureRowFiles(job: RowJob, options: RowFileOptions = {}): Promise<MeasuredRows> {
  const {
    threads = isSmall(job) ? 1 : Math.min(4, availableParallelism()),
    bytesInMemory = Infinity,
    ...rest
  } = options;
  const isLong = columnBytesOf(job) > bytesInMemory;
  // This thread measures before another has started, which takes longer than some files do.
  const start = (index: number) =>
    index === 0 ? thisThread((place) => openRows(place, open)) : rowThread(!isLong);
  return measureInWorkers(job, {
    ...rest,
    workers: threads,
    start,
    ...(isLong && { collect: collectRowsInFile }),
  });
}

function isSmall({ p, q }: RowJob): boolean {
  return 4 * p.rows * p.vocabulary * (q ? 2 : 1) < 64 << 20;
}
