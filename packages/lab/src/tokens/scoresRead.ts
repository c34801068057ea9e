import {
  besideCandidate,
  collectRowMeasures,
  scoreTable,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import {
  FormatError,
  type ModelOutput,
  type NamedOutput,
  type ScoredSequence,
  scoredTokens,
  tokenCard,
} from "@surprisal/data";
import { scoreAlternatives } from "./alternatives.ts";
import type { Answer } from "./engine.ts";

/** Reads one file of log-probabilities of tokens, or two of the same text. */
export async function readScoreFiles(files: readonly NamedOutput[]): Promise<Answer> {
  const read = [];
  for (const file of files) read.push(await readOne(file));
  const [base, candidate] = read;
  return {
    reading: {
      table: candidate ? sideBySide(base!, candidate) : base!.table,
      p: base!.source,
      ...(candidate && { q: candidate.source }),
      quirks: read.flatMap(({ quirks }) => quirks),
      coded: [],
    },
    alternatives: scoreAlternatives(read.map(({ sequences }) => sequences)),
  };
}

type Read = Awaited<ReturnType<typeof readOne>>;

async function readOne({ path, output }: NamedOutput) {
  if (output.kind !== "scores") throw new TypeError(`readOne: ${path} holds ${output.kind}, expected scores`);
  const sequences: ScoredSequence[] = [];
  for await (const one of output.sequences()) sequences.push(one);
  const kept: Extract<ModelOutput, { kind: "scores" }> = {
    ...output,
    async *sequences() {
      yield* sequences;
    },
  };
  const { surprise, sequence, bytes, formats, quirks } = await scoredTokens(path, kept);
  const { measures } = collectRowMeasures(surprise.length);
  const statistics = tokenStatistics(
    { ...measures, negativeLogLikelihood: surprise },
    { ...(bytes && { bytes }), ...tokenResampling(sequence) },
  );
  return {
    sequences,
    quirks,
    table: scoreTable(sequences),
    source: {
      ...{ name: path, format: formats.join(", "), rows: surprise.length, sequences: sequences.length },
      statistics,
      card: { ...tokenCard, tokensScored: statistics.scored },
    },
  };
}

function sideBySide(base: Read, candidate: Read) {
  try {
    return besideCandidate(base.table, candidate.table);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new FormatError({
      code: "lengths",
      source: candidate.source.name,
      problem: "is not of the same tokens",
      expected: `the tokens of ${base.source.name}`,
      cause,
    });
  }
}
