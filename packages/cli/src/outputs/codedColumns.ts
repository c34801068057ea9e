import { type RowPairMeasures, widen } from "@surprisal/core";
import type { RowPlace } from "@surprisal/data";
import { open, openRows } from "@surprisal/data/node";

/** Log-probabilities of the base that are as low or lower are left out of the divergence. */
const cut = -16;

/** About how many bytes are read at once. */
const blockLength = 1 << 20;

interface Coded {
  place: RowPlace;
  /** Whether rows are codes of llama.cpp, which are log-probabilities as they stand. */
  coded: boolean;
}

/**
 * What llama-perplexity has of rows whose base is a file of codes, in doubles. It takes the stored log-probabilities as they are, though cut ones are stored too likely and the rows sum to
 * more than 1. The rows are read once more.
 */
export async function codedColumns(
  p: Coded,
  q: Coded,
  { p: ofP, q: ofQ, forwardKl }: RowPairMeasures,
): Promise<{ base: Float64Array; model: Float64Array; kl: Float64Array }> {
  const shift = (nats: Float64Array, logSumExp: Float64Array) => nats.map((x, row) => x - logSumExp[row]!);
  const kl = forwardKl.slice();
  const { rows, vocabulary } = p.place;
  const readers = await Promise.all([p, q].map(({ place }) => openRows(place, open)));
  try {
    const atOnce = Math.max(1, Math.floor(blockLength / (4 * vocabulary)));
    for (let start = 0; start < rows; start += atOnce) {
      const count = Math.min(atOnce, rows - start);
      const [x, y] = await Promise.all(
        readers.map(async (reader) => {
          const Values = reader.format === "f32" ? Float32Array : Uint16Array;
          const values = new Values(count * vocabulary);
          await reader.readRows(start, count, new Uint8Array(values.buffer));
          return widen(reader.format, values);
        }),
      );
      for (let row = start; row < start + count; row++) {
        const total = q.coded ? 0 : ofQ.logSumExp[row]!;
        let sum = 0;
        for (let i = (row - start) * vocabulary; i < (row - start + 1) * vocabulary; i++)
          if (x![i]! > cut) sum += Math.exp(x![i]!) * (x![i]! - y![i]! + total);
        if (!Number.isNaN(kl[row])) kl[row] = sum;
      }
    }
  } finally {
    for (const reader of readers) await reader.close?.();
  }
  return {
    base: shift(ofP.negativeLogLikelihood, ofP.logSumExp),
    model: q.coded ? shift(ofQ.negativeLogLikelihood, ofQ.logSumExp) : ofQ.negativeLogLikelihood,
    kl,
  };
}
