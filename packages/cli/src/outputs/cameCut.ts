import type { RowMeasures } from "@surprisal/core";
import type { LlamaBase } from "@surprisal/data";

/** At how many rows of a base file what came is stored at the cut: the model may have given it far less. */
export function cameCut(
  { negativeLogLikelihood, top1LogProbability }: RowMeasures,
  { cutNats }: LlamaBase,
): number {
  const halfStep = cutNats / 65535 / 2;
  let count = 0;
  for (const [row, nats] of negativeLogLikelihood.entries())
    if (nats + top1LogProbability[row]! > cutNats - halfStep) count++;
  return count;
}
