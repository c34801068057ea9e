import type { CandidateComparison } from "@surprisal/core";
import { compareCandidates } from "@surprisal/core";
import {
  compareWholes,
  FormatError,
  type WholeDiff,
  type WholeScores,
  type WholesCompared,
  wholeDiffAnswer,
  wholeResampling,
  wholeScores,
} from "@surprisal/data";
import { openOutput } from "./outputNamed.ts";
import type { WholeOptions } from "./wholePerplexity.ts";

/** What was compared, for those who want more than the answer; nats. */
export interface KeptWholePairs {
  base?: WholeScores;
  candidates: { name: string; found: WholesCompared }[];
  lessSurprised?: CandidateComparison;
}

/** @throws FormatError as the reader does, or if the files are not of the same documents. */
export async function wholeDiff(
  files: readonly string[],
  options: WholeOptions,
  kept: KeptWholePairs = { candidates: [] },
): Promise<WholeDiff> {
  const { level } = options;
  const [name, ...others] = files as [string, ...string[]];
  const base = await wholesNamed(name);
  const { candidates } = kept;
  for (const file of others)
    candidates.push({ name: file, found: compareWholes(base, await wholesNamed(file), level) });
  kept.base = base;
  if (others.length > 1 && candidates.every(({ found }) => found.surprise))
    kept.lessSurprised = compareCandidates(
      candidates.map(({ name, found }) => ({
        name,
        values: Float64Array.from(found.candidate, ({ surprise }) => surprise),
      })),
      wholeResampling(level),
    );
  return wholeDiffAnswer(name, base, kept, options);
}

export async function wholesNamed(text: string): Promise<WholeScores> {
  const { path, output } = await openOutput(text);
  try {
    if (output.kind === "scores") return await wholeScores(path, output);
    throw new FormatError({
      code: "unsupported",
      source: path,
      problem: "holds rows of logits",
      expected: "samples of lm-evaluation-harness, as the base has",
    });
  } finally {
    await output.close();
  }
}
