import { type LlamaColumns, widen } from "@surprisal/core";
import type { RowPlace } from "@surprisal/data";
import { open, openRows } from "@surprisal/data/node";

/** Log-probabilities of the base that are as low or lower are left out of the divergence. */
const cut = -16;

/** About how many bytes are read at once. */
const blockLength = 1 << 20;

const single = Math.fround;

interface Coded {
  place: RowPlace;
  /** Whether rows are codes of llama.cpp, which are log-probabilities as they stand. */
  coded: boolean;
}

/**
 * What llama-perplexity has of rows whose base is a file of codes, in single precision where it has it; NaN where nothing came. It takes the stored log-probabilities as they are, though cut ones are
 * stored too likely and the rows sum to more than 1. The rows are read once more.
 */
export async function codedColumns(
  p: Coded,
  q: Coded,
  targets: Int32Array,
): Promise<Omit<LlamaColumns, "sameTop">> {
  const { rows, vocabulary } = p.place;
  const [base, model, kl] = [0, 1, 2].map(() => new Float64Array(rows).fill(Number.NaN));
  const readers = await Promise.all([p, q].map(({ place }) => openRows(place, open)));
  try {
    const atOnce = Math.max(1, Math.floor(blockLength / (4 * vocabulary)));
    for (let start = 0; start < rows; start += atOnce) {
      const count = Math.min(atOnce, rows - start);
      const [blockOfP, blockOfQ] = await Promise.all(
        readers.map(async (reader) => {
          const Values = reader.format === "f32" ? Float32Array : Uint16Array;
          const values = new Values(count * vocabulary);
          await reader.readRows(start, count, new Uint8Array(values.buffer));
          return widen(reader.format, values);
        }),
      );
      for (let row = start; row < start + count; row++) {
        const target = targets[row]!;
        if (target < 0) continue;
        const [x, y] = [blockOfP!, blockOfQ!].map((block) =>
          block.subarray((row - start) * vocabulary, (row - start + 1) * vocabulary),
        ) as [Float32Array, Float32Array];
        const total = q.coded ? 0 : logSumExp(y);
        base![row] = 0 - x[target]!;
        model![row] = single(total - y[target]!);
        kl![row] = divergence(x, y, total);
      }
    }
  } finally {
    for (const reader of readers) await reader.close?.();
  }
  return { base: base!, model: model!, kl: kl! };
}

function logSumExp(y: Float32Array): number {
  let largest = -Infinity;
  for (let i = 0; i < y.length; i++) largest = Math.max(largest, y[i]!);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += single(Math.exp(single(y[i]! - largest)));
  return single(largest + single(Math.log(sum)));
}

function divergence(x: Float32Array, y: Float32Array, total: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++)
    if (x[i]! > cut) sum += single(single(Math.exp(x[i]!)) * single(single(x[i]! - y[i]!) + total));
  return sum;
}
