import {
  compareWholes,
  type NamedOutput,
  type ScoredSequence,
  type WholeScores,
  type WholeStatistics,
  type WholesCompared,
  wholeScores,
  wholeStatistics,
} from "@surprisal/data";
import { openGiven, type Watch } from "./opened.ts";
import type { Question } from "./question.ts";

/** What samples of lm-evaluation-harness say, which score documents and no tokens: of one model, or of two on the same documents. Nats. */
export interface WholesReading {
  readonly scores: WholeScores;
  readonly alone: WholeStatistics;
  readonly candidate?: { readonly name: string; readonly found: WholesCompared };
}

/**
 * Reads one file of samples, or two of the same documents.
 *
 * @returns undefined where one of the files is something else.
 * @throws FormatError if they cannot be read, or not be compared.
 */
export async function readWholes({ p, q }: Question, watch: Watch): Promise<WholesReading | undefined> {
  const named: NamedOutput[] = [];
  try {
    for (const given of [p, ...(q ? [q] : [])]) named.push(await openGiven(given, watch));
    const read: WholeScores[] = [];
    for (const { output } of named) if (!(await isOfWholes(output))) return undefined;
    for (const { path, output } of named)
      if (output.kind === "scores") read.push(await wholeScores(path, output));
    const [scores, candidate] = read as [WholeScores, WholeScores?];
    return {
      ...{ scores, alone: wholeStatistics(scores) },
      ...(candidate && {
        candidate: { name: candidate.source, found: compareWholes(scores, candidate) },
      }),
    };
  } finally {
    await Promise.all(named.map(({ output }) => output.close()));
  }
}

async function isOfWholes(output: NamedOutput["output"]): Promise<boolean> {
  if (output.kind !== "scores") return false;
  const sequences = output.sequences();
  const first: ScoredSequence | undefined = (await sequences.next()).value ?? undefined;
  await sequences.return(undefined);
  return first !== undefined && first.unit !== "token";
}
