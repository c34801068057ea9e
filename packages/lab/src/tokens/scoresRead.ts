import {
  besideCandidate,
  compareByBytes,
  emptyRowMeasures,
  estimateRate,
  listedComparison,
  scoredComparison,
  scoreTable,
  type TokenComparison,
  type TokenTable,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import {
  type ModelOutput,
  type NamedOutput,
  type ScorePairs,
  scoredFile,
  scoredTokens,
  scorePairs,
  tokenCard,
} from "@surprisal/data";
import { scoreAlternatives } from "./alternatives.ts";
import type { Answer } from "./engine.ts";
import type { Reading } from "./question.ts";

type Scores = Extract<ModelOutput, { kind: "scores" }>;

/**
 * Reads one file of log-probabilities of tokens, or two of the same text.
 *
 * @throws FormatError if they are no scores of tokens, or of two texts.
 */
export async function readScoreFiles(files: readonly NamedOutput[]): Promise<Answer> {
  const read = [];
  for (const { path, output } of files) read.push(await readOne(path, output as Scores));
  const [base, candidate] = read;
  const compared = candidate && comparedScores(base!, candidate);
  const shown = compared?.byBytes ? read.slice(0, 1) : read;
  return {
    reading: {
      table: base!.table,
      p: base!.source,
      ...(candidate && { q: candidate.source }),
      ...compared,
      coded: [],
    },
    alternatives: scoreAlternatives(shown.map(({ file }) => file.sequences)),
  };
}

type Read = Awaited<ReturnType<typeof readOne>>;

async function readOne(path: string, output: Scores) {
  const file = await scoredFile(path, output);
  const again: Scores = {
    ...output,
    async *sequences() {
      yield* file.sequences;
    },
  };
  const { surprise, sequence, lengths, formats, quirks } = await scoredTokens(path, again);
  const measures = emptyRowMeasures(surprise.length);
  const statistics = tokenStatistics(
    { ...measures, negativeLogLikelihood: surprise },
    { ...lengths, ...tokenResampling(sequence) },
  );
  return {
    file,
    table: scoreTable(file.sequences),
    source: {
      ...{ name: path, format: formats.join(", "), rows: surprise.length, sequences: file.sequences.length },
      statistics,
      card: { ...tokenCard, tokensScored: statistics.scored },
      quirks,
    },
  };
}

function comparedScores(
  base: Read,
  candidate: Read,
): Pick<Reading, "comparison" | "listed" | "byBytes"> & Partial<Pick<Reading, "table">> {
  const pairs = scorePairs(base.file, candidate.file);
  const { sequence } = pairs;
  if (pairs.by === "bytes") {
    const { spans } = pairs;
    const ofCandidate = { ...spans, one: spans.other, other: spans.one };
    return spans.from.length === 0 ? {} : { byBytes: compareByBytes(ofCandidate, tokenResampling(sequence)) };
  }
  const table = besideCandidate(base.table, candidate.table);
  const listed = listedComparison(pairs.lists, tokenResampling(sequence));
  return { table, comparison: comparisonOf(pairs, table), ...(listed && { listed }) };
}

/** As much of a comparison as scores allow. */
function comparisonOf(
  { base, candidate, top1Agrees, sequence }: Extract<ScorePairs, { by: "tokens" }>,
  { tokens }: TokenTable,
): TokenComparison {
  const scored = scoredComparison(base, candidate, tokenResampling(sequence));
  const known = Int32Array.from(top1Agrees.keys()).filter((row) => !Number.isNaN(top1Agrees[row]!));
  const among = tokenResampling(known.map((row) => sequence[row]!));
  const compared = scored?.tokens ?? 0;
  return {
    ...{ rows: tokens, compared, scored: compared, buckets: [], faults: { base: [], candidate: [] } },
    ...(scored && { scoredTokens: scored }),
    ...(known.length > 0 && {
      top1Agreement: estimateRate(
        Float64Array.from(known, (row) => top1Agrees[row]!),
        among,
      ),
    }),
  };
}
