import type { RowFormat } from "@surprisal/core/rows";
import { readRow } from "../rows/readRow.ts";
import { type LogitRows, logitRows } from "./logitRows.ts";
import type { StoredArray } from "./storedArray.ts";

/** How many rows are looked at. */
const looked = 8;

/**
 * Whether rows are probabilities, and so neither logits nor log-probabilities: softmax would take them for something else without a word. Some of them are looked at, all over the file, or where that would be
 * slow, at its beginning; rows of nothing but zeros, as padding is, do not tell.
 */
export async function areProbabilities(array: StoredArray): Promise<boolean> {
  const rows = logitRows(array);
  const count = Math.min(looked, rows.rows);
  const isSequential = array.byteOffset === undefined;
  const at = (k: number) =>
    isSequential || count === 1 ? k : Math.floor((k * (rows.rows - 1)) / (count - 1));
  const tolerance = toleranceOf(rows);
  let seen = 0;
  for (let k = 0; k < count; k++) {
    const row = await readRow(rows, at(k));
    if (row.every((x) => x === 0)) continue;
    if (!isDistribution(row, tolerance)) return false;
    seen++;
  }
  return seen > 0;
}

/** Half the distance of neighbouring numbers around 1. */
const unitRoundoff: Record<RowFormat, number> = { f32: 2 ** -24, f16: 2 ** -11, bf16: 2 ** -8 };

/**
 * How far from 1 a sum of n probabilities may be: off by n·2⁻²³ if they were divided by a sum of singles that was accumulated naively, by the unit roundoff u once they were stored, and of half precision, which has no
 * more than multiples of 2⁻²⁴ near 0, by half of one for each.
 */
function toleranceOf({ vocabulary, format }: LogitRows): number {
  return vocabulary * 2 ** -23 + unitRoundoff[format] + (format === "f16" ? vocabulary * 2 ** -25 : 0);
}

function isDistribution(row: Float32Array, tolerance: number): boolean {
  let sum = 0;
  for (const x of row) {
    if (!(x >= 0)) return false;
    sum += x;
  }
  return Math.abs(sum - 1) <= tolerance;
}
