import { measureRows, type Nats, widen } from "@surprisal/core";
import { bytesOfFormat } from "../logits/logitRows.ts";
import type { RowReader } from "./rowReader.ts";

/** A token at a row, by its number. */
export interface LikelyToken {
  readonly id: number;
  readonly logProbability: Nats;
}

/**
 * The likeliest tokens at a row of logits, likeliest first; of equals the first. The one that came is among them, last if it is not as likely.
 *
 * @param came −1 for none.
 * @returns Nothing if the row is no distribution.
 */
export async function likeliestAt(
  reader: RowReader,
  row: number,
  count: number,
  came = -1,
): Promise<LikelyToken[]> {
  const { format, vocabulary } = reader;
  const { buffer } = await readRow(reader, row);
  const stored = format === "f32" ? new Float32Array(buffer) : new Uint16Array(buffer);
  const values = widen(format, stored);
  const { logSumExp, faults } = measureRows({ format: "f32", vocabulary, values });
  if (faults.length > 0) return [];
  const shown = largest(values, count);
  if (came >= 0 && !shown.includes(came)) shown.push(came);
  return shown.map((id) => ({ id, logProbability: Math.min(0, values[id]! - logSumExp[0]!) }));
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
