import type { Nats } from "@surprisal/core";
import type { RowMeasures } from "@surprisal/core/rows";
import { blockMeter } from "./measureBlocks.ts";
import { readRow } from "./readRow.ts";
import type { RowReader } from "./rowReader.ts";

/** A token at a row, by its number. */
export interface LikelyToken {
  readonly id: number;
  readonly logProbability: Nats;
}

/** A row of logits, and what takes them to log-probabilities. */
export interface ReadRow {
  readonly logits: Float32Array;
  readonly logSumExp: Nats;
}

/** Finds the likeliest tokens of rows. */
export interface LikeliestTokens {
  /** @returns `undefined` if the row is no distribution. */
  read(row: number): Promise<ReadRow | undefined>;
  /**
   * Those at a row, likeliest first; of equals the first. The one that came is among them, last if it is not as likely.
   *
   * @param came −1 for none.
   * @returns Nothing if the row is no distribution.
   */
  at(row: number, count: number, came?: number): Promise<LikelyToken[]>;
}

/** A finder of the likeliest tokens at single rows of logits. */
export function likeliestTokens(reader: RowReader): LikeliestTokens {
  const meter = blockMeter(reader);
  const none = Int32Array.of(-1);
  async function read(row: number): Promise<ReadRow | undefined> {
    const { measures } = await meter.measure(row, 1, none);
    const { logSumExp, faults } = measures as RowMeasures;
    if (faults.length > 0) return undefined;
    return { logits: await readRow(reader, row), logSumExp: logSumExp[0]! };
  }
  return {
    read,
    async at(row, count, came = -1) {
      const found = await read(row);
      if (!found) return [];
      const { logits, logSumExp } = found;
      const shown = likeliestIn(logits, count);
      if (came >= 0 && !shown.includes(came)) shown.push(came);
      return shown.map((id) => ({ id, logProbability: Math.min(0, logits[id]! - logSumExp) }));
    },
  };
}

/** The indices of the largest numbers, largest first and of equals the first, without sorting all of them. */
export function likeliestIn(numbers: Float32Array, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    if (found.length === count && !(numbers[i]! > numbers[found.at(-1)!]!)) continue;
    const above = found.findIndex((other) => numbers[i]! > numbers[other]!);
    found.splice(above < 0 ? found.length : above, 0, i);
    found.length = Math.min(found.length, count);
  }
  return found;
}
