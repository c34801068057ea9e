import type { Nats } from "@surprisal/core";
import type { RowMeasures } from "@surprisal/core/rows";

/**
 * At how many rows of a base file of llama.cpp what came is stored at the cut: the model may have given it far less.
 *
 * @param cutNats How far below the likeliest outcome that is.
 */
export function cameCut({ negativeLogLikelihood, top1LogProbability }: RowMeasures, cutNats: Nats): number {
  const halfStep = cutNats / 65535 / 2;
  let count = 0;
  for (const [row, nats] of negativeLogLikelihood.entries())
    if (nats + top1LogProbability[row]! > cutNats - halfStep) count++;
  return count;
}
