import type { Nats } from "@surprisal/core";
import { type RowMeasures, widen } from "@surprisal/core/rows";
import { bytesOfFormat } from "../logits/logitRows.ts";
import { blockMeter } from "./measureBlocks.ts";
import type { RowReader } from "./rowReader.ts";

/** A token at a row, by its number. */
export interface LikelyToken {
  readonly id: number;
  readonly logProbability: Nats;
}

/** Finds the likeliest tokens of rows. */
export interface LikeliestTokens {
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
  return {
    async at(row, count, came = -1) {
      const { measures } = await meter.measure(row, 1, none);
      const { logSumExp, faults } = measures as RowMeasures;
      if (faults.length > 0) return [];
      const { buffer } = await readRow(reader, row);
      const stored = reader.format === "f32" ? new Float32Array(buffer) : new Uint16Array(buffer);
      const values = widen(reader.format, stored);
      const shown = largest(values, count);
      if (came >= 0 && !shown.includes(came)) shown.push(came);
      return shown.map((id) => ({ id, logProbability: Math.min(0, values[id]! - logSumExp[0]!) }));
    },
  };
}

async function readRow(reader: RowReader, row: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(reader.vocabulary * bytesOfFormat[reader.format]);
  await reader.readRows(row, 1, bytes);
  return bytes;
}

/** The indices of the largest numbers, without sorting all of them. */
function largest(numbers: Float32Array, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < numbers.length; i++) {
    if (found.length === count && !(numbers[i]! > numbers[found.at(-1)!]!)) continue;
    const above = found.findIndex((other) => numbers[i]! > numbers[other]!);
    found.splice(above < 0 ? found.length : above, 0, i);
    found.length = Math.min(found.length, count);
  }
  return found;
}
