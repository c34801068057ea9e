import type { MeasuredRows, RowJob } from "@surprisal/data";
import { measureRowFiles } from "@surprisal/data/node";
import { heedSignals } from "../heedSignals.ts";
import { rowsWatched } from "../progress.ts";
import type { Checkpoint } from "./checkpoint.ts";

/** As many as some 300 000 rows of two models take. */
const bytesInMemory = 32 << 20;

/**
 * Measures the rows of files, with progress on a terminal, from where a checkpoint left off and keeping more in it.
 *
 * @param checkpoint Not there for commands that cannot go on.
 */
export async function measureWatched(
  name: string,
  asked: RowJob,
  targets: Int32Array | undefined,
  checkpoint?: Checkpoint,
): Promise<MeasuredRows> {
  const { job, from } = checkpoint?.begin(asked, targets) ?? { job: asked };
  const unheed = heedSignals();
  const { end, onProgress } = rowsWatched(name, from?.rows);
  try {
    const measured = await measureRowFiles(job, {
      bytesInMemory,
      ...(onProgress && { onProgress }),
      ...(targets && { targets }),
      ...(from && { from }),
      ...(checkpoint?.path !== undefined && { onPart: checkpoint.keep }),
    });
    checkpoint?.keep({ rows: job.p.rows, measured });
    return measured;
  } finally {
    end();
    await unheed();
  }
}
