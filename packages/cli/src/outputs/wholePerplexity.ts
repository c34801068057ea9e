import type { Unit } from "@surprisal/core";
import {
  type NamedOutput,
  type WholePerplexity,
  type WholeScores,
  type WholeStatistics,
  wholePerplexityAnswer,
  wholeScores,
  wholeStatistics,
} from "@surprisal/data";
import { refuseWholeOptions } from "./wholeOptions.ts";

export interface WholeOptions {
  unit: Unit;
  level: number;
  top: number;
}

/** What was read, and what was found, for those who want more than the answer; nats. */
export interface KeptWholes {
  scores?: WholeScores;
  found?: WholeStatistics;
}

/** @throws FormatError as the reader does. */
export async function wholePerplexity(
  file: string,
  output: Extract<NamedOutput["output"], { kind: "scores" }>,
  options: WholeOptions,
  kept: KeptWholes = {},
): Promise<WholePerplexity> {
  const scores = await readAndClose(file, output, options);
  const found = wholeStatistics(scores, options.level);
  Object.assign(kept, { scores, found });
  return wholePerplexityAnswer(file, scores, found, options);
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
