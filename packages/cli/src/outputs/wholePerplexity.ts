import {
  type Estimate,
  emptyRowMeasures,
  estimateRate,
  tokenResampling,
  tokenStatistics,
  type Unit,
} from "@surprisal/core";
import {
  estimateInUnit,
  type NamedOutput,
  type Whole,
  type WholeScores,
  wholeScores,
  wholeSizes,
} from "@surprisal/data";
import { refuseWholeOptions } from "./wholeOptions.ts";

export interface WholeOptions {
  unit: Unit;
  level: number;
  top: number;
}

/** What one model says of whole documents, or of the right continuation of each: how many tokens these have is not known. */
export interface WholePerplexity {
  measure: "wholePerplexity";
  file: string;
  of: "documents" | "continuations";
  /** Whether the right continuation was one of several. */
  hasChoices: boolean;
  documents: number;
  bytes?: number;
  words?: number;
  unit: Unit;
  /** In the unit, a document or continuation. */
  surprise: Estimate;
  /** In the unit: the sums of surprise over the sums of bytes and of words. */
  surprisePerByte?: Estimate;
  surprisePerWord?: Estimate;
  /** e to these in nats, as the harness has them. */
  bytePerplexity?: Estimate;
  wordPerplexity?: Estimate;
  /** e to the surprise of a continuation in nats, as the harness has it for tasks without a choice. */
  perplexity?: Estimate;
  /** How often the right continuation is the likeliest of several. */
  likeliest?: Estimate;
  /** How often all tokens of the right continuation are the likeliest. */
  greedy?: Estimate;
  /** Documents to which the model gave probability 0. */
  impossible: { count: number; first: string[] };
}

/** @throws FormatError as the reader does. */
export async function wholePerplexity(
  file: string,
  output: Extract<NamedOutput["output"], { kind: "scores" }>,
  options: WholeOptions,
): Promise<WholePerplexity> {
  const { unit, level, top } = options;
  const scores = await readAndClose(file, output, options);
  const { wholes, hasChoices } = scores;
  const isOfDocuments = scores.unit === "document";
  const resampling = tokenResampling([], { resample: "tokens", level });
  const [bytes, words] = [wholeSizes(wholes, "bytes"), wholeSizes(wholes, "words")];
  const surprise = Float64Array.from(wholes, (whole) => whole.surprise);
  const measures = { ...emptyRowMeasures(0), negativeLogLikelihood: surprise };
  const found = tokenStatistics(measures, {
    ...(bytes && { bytes }),
    ...(words && { words }),
    ...resampling,
  });
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  const rate = (of: "isRight" | "isGreedy") =>
    estimateRate(
      wholes.map((whole) => Number(whole[of])),
      resampling,
    );
  const { perToken, perByte, perWord, perplexity } = found;
  return {
    measure: "wholePerplexity",
    ...{ file, of: isOfDocuments ? "documents" : "continuations", hasChoices, documents: wholes.length },
    ...(bytes && { bytes: sum(bytes) }),
    ...(words && { words: sum(words) }),
    ...{ unit, surprise: inIt(perToken!) },
    ...(perByte && { surprisePerByte: inIt(perByte) }),
    ...(perWord && { surprisePerWord: inIt(perWord) }),
    ...(isOfDocuments && perByte && { bytePerplexity: exponential(perByte) }),
    ...(isOfDocuments && perWord && { wordPerplexity: exponential(perWord) }),
    ...(!(isOfDocuments || hasChoices) && perplexity && { perplexity }),
    ...(hasChoices && { likeliest: rate("isRight") }),
    ...(!isOfDocuments && { greedy: rate("isGreedy") }),
    impossible: impossibleAmong(wholes, top),
  };
}

export function impossibleAmong(wholes: readonly Whole[], top: number): WholePerplexity["impossible"] {
  const found = wholes.filter(({ surprise }) => surprise === Infinity);
  return { count: found.length, first: found.slice(0, top).map(({ id }) => id) };
}

async function readAndClose(
  file: string,
  output: Extract<NamedOutput["output"], { kind: "scores" }>,
  options: WholeOptions,
): Promise<WholeScores> {
  try {
    refuseWholeOptions(options);
    return await wholeScores(file, output);
  } finally {
    await output.close();
  }
}

function exponential(estimate: Estimate): Estimate {
  const { value, low, high } = estimate;
  return { ...estimate, value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) };
}

function sum(column: Float64Array): number {
  return column.reduce((total, x) => total + x, 0);
}
