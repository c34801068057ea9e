import {
  type Estimate,
  emptyRowMeasures,
  estimateRate,
  increasing,
  type Resampling,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import { type Whole, type WholeScores, wholeSizes } from "./wholeScores.ts";

/** What one model says of whole documents, or of the right continuation of each: how many tokens these have is not known. Nats. */
export interface WholeStatistics {
  readonly bytes?: number;
  readonly words?: number;
  /** A document or continuation. */
  readonly surprise: Estimate;
  /** The sums of surprise over the sums of bytes and of words. */
  readonly surprisePerByte?: Estimate;
  readonly surprisePerWord?: Estimate;
  /** e to these, as the harness has them. */
  readonly bytePerplexity?: Estimate;
  readonly wordPerplexity?: Estimate;
  /** e to the surprise of a continuation, as the harness has it for tasks without a choice. */
  readonly perplexity?: Estimate;
  /** How often the right continuation is the likeliest of several. */
  readonly likeliest?: Estimate;
  /** How often all tokens of the right continuation are the likeliest. */
  readonly greedy?: Estimate;
}

/** Documents are resampled, as if these were independent. */
export function wholeResampling(level?: number): Resampling {
  return tokenResampling([], { resample: "tokens", ...(level !== undefined && { level }) });
}

export function wholeStatistics({ unit, hasChoices, wholes }: WholeScores, level?: number): WholeStatistics {
  const resampling = wholeResampling(level);
  const [bytes, words] = [wholeSizes(wholes, "bytes"), wholeSizes(wholes, "words")];
  const measures = { ...emptyRowMeasures(0), negativeLogLikelihood: surpriseOf(wholes) };
  const found = tokenStatistics(measures, {
    ...(bytes && { bytes }),
    ...(words && { words }),
    ...resampling,
  });
  const { perToken, perByte, perWord, perplexity } = found;
  const isOfDocuments = unit === "document";
  const rate = (of: "isRight" | "isGreedy") => estimateRate(flagsOf(wholes, of), resampling);
  return {
    ...(bytes && { bytes: sum(bytes) }),
    ...(words && { words: sum(words) }),
    surprise: perToken!,
    ...(perByte && { surprisePerByte: perByte }),
    ...(perWord && { surprisePerWord: perWord }),
    ...(isOfDocuments && perByte && { bytePerplexity: increasing(perByte, Math.exp) }),
    ...(isOfDocuments && perWord && { wordPerplexity: increasing(perWord, Math.exp) }),
    ...(!(isOfDocuments || hasChoices) && perplexity && { perplexity }),
    ...(hasChoices && { likeliest: rate("isRight") }),
    ...(!isOfDocuments && { greedy: rate("isGreedy") }),
  };
}

export function surpriseOf(wholes: readonly Whole[]): Float64Array {
  return Float64Array.from(wholes, ({ surprise }) => surprise);
}

export function flagsOf(wholes: readonly Whole[], name: "isRight" | "isGreedy"): Float64Array {
  return Float64Array.from(wholes, (whole) => Number(whole[name]));
}

function sum(column: Float64Array): number {
  return column.reduce((total, x) => total + x, 0);
}
