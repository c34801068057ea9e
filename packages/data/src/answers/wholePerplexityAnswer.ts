import type { Estimate, Unit } from "@surprisal/core";
import type { WholeScores } from "../outputs/wholeScores.ts";
import type { WholeStatistics } from "../outputs/wholeStatistics.ts";
import { estimateInUnit } from "./estimateInUnit.ts";
import { type Impossible, impossibleAmong } from "./impossibleWholes.ts";

/** What one model says of whole documents, or of the right continuation of each: what `surprisal perplexity --json` prints of samples. Information is in the unit. */
export interface WholePerplexity extends WholeStatistics {
  measure: "wholePerplexity";
  file: string;
  of: "documents" | "continuations";
  /** Whether the right continuation was one of several. */
  hasChoices: boolean;
  documents: number;
  unit: Unit;
  /** Documents to which the model gave probability 0. */
  impossible: Impossible;
}

/** @param top How many impossible ones are named. */
export function wholePerplexityAnswer(
  file: string,
  { unit: whole, hasChoices, wholes }: WholeScores,
  found: WholeStatistics,
  { unit, top }: { unit: Unit; top: number },
): WholePerplexity {
  const { bytes, words, surprise, surprisePerByte, surprisePerWord, ...rest } = found;
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return {
    measure: "wholePerplexity",
    ...{ file, of: `${whole}s`, hasChoices, documents: wholes.length },
    ...(bytes !== undefined && { bytes }),
    ...(words !== undefined && { words }),
    ...{ unit, surprise: inIt(surprise) },
    ...(surprisePerByte && { surprisePerByte: inIt(surprisePerByte) }),
    ...(surprisePerWord && { surprisePerWord: inIt(surprisePerWord) }),
    ...rest,
    impossible: impossibleAmong(wholes, top),
  };
}
