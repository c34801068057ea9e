import type { RowReader } from "./rowReader.ts";
import { widened } from "./widened.ts";

/**
 * The same rows as log-probabilities in singles, none lower than so far below its largest: as files of llama.cpp store theirs. Compared with rows that are not cut, what is cut there would look as if the other
 * model had ruled it out, and a divergence come out many times too large.
 */
export function likewiseCut(reader: RowReader, nats: number): RowReader {
  const singles = widened(reader);
  const { vocabulary } = reader;
  return {
    ...singles,
    cutNats: nats,
    async readRows(start, count, into) {
      await singles.readRows(start, count, into);
      const rows = new Float32Array(into.buffer, into.byteOffset, count * vocabulary);
      for (let row = 0; row < count; row++)
        cut(rows.subarray(row * vocabulary, (row + 1) * vocabulary), nats);
    },
  };
}

function cut(row: Float32Array, nats: number): void {
  let largest = -Infinity;
  for (let i = 0; i < row.length; i++) if (row[i]! > largest) largest = row[i]!;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += Math.exp(row[i]! - largest);
  const total = largest + Math.log(sum);
  // What is no distribution stays as it is, to be named.
  if (!Number.isFinite(total)) return;
  const lowest = largest - total - nats;
  for (let i = 0; i < row.length; i++) row[i] = Math.max(row[i]! - total, lowest);
}
