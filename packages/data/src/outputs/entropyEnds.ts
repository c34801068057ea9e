import { type Bounds, entropyBounds } from "@surprisal/core";
import { FormatError } from "../formatError.ts";
import { halfUnitOf, listedAlone } from "../scores/listedPair.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";

/**
 * Between which values the entropy lies at each token of a sequence, by the outcomes that are listed there; nothing where none are.
 *
 * @param outcomes How many there are altogether, listed or not; without it there is no upper end.
 * @throws FormatError if the lists leave more than so many outcomes can have.
 */
export function entropyEnds(
  source: string,
  sequence: ScoredSequence,
  outcomes?: number,
): (Bounds | undefined)[] {
  const halfUnit = halfUnitOf(sequence);
  return sequence.scores.map((score, i) => {
    const list = listedAlone(score, halfUnit);
    try {
      return list && entropyBounds({ ...list, ...(outcomes !== undefined && { vocabulary: outcomes }) });
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw new FormatError({
        code: "lengths",
        source,
        place: { line: sequence.line },
        problem: `lists in ${sequence.name}, at token ${i}, what no ${outcomes} outcomes can have`,
        expected: "the vocabulary of the model",
        cause,
      });
    }
  });
}
