import {
  besideCandidate,
  boundedComparison,
  compareByBytes,
  emptyRowMeasures,
  estimateRate,
  listedMeasures,
  scoredComparison,
  scoreTable,
  type TokenComparison,
  type TokenTable,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import {
  boundedPerplexities,
  byteCard,
  candidateFirst,
  type ModelOutput,
  type NamedOutput,
  type ScoredSequence,
  ScorePairing,
  scoredTokens,
  type TokensSideBySide,
  tokenCard,
  tokenSequences,
  unsaidByScores,
} from "@surprisal/data";
import { scoreAlternatives } from "./alternatives.ts";
import type { Answer } from "./engine.ts";
import type { Reading, Source } from "./question.ts";
import { whereBoth } from "./whereBoth.ts";

type Scores = Extract<ModelOutput, { kind: "scores" }>;

/**
 * Reads one file of log-probabilities of tokens, or two of the same text.
 *
 * @param outcomes How many tokens there are, listed or not, if that is known.
 * @param onRead Called when all is read, and nothing computed yet.
 * @throws FormatError if they are no scores of tokens, or of two texts.
 */
export async function readScoreFiles(
  files: readonly NamedOutput[],
  outcomes?: Source["outcomes"],
  onRead?: () => void,
): Promise<Answer> {
  const read: Read[] = [];
  for (const { path, output } of files) read.push(await readOne(path, output as Scores, outcomes));
  onRead?.();
  const [base, candidate] = read;
  const compared = candidate && comparedScores(base!, candidate);
  const isSame = compared?.comparison !== undefined;
  const shown = compared?.byBytes ? read.slice(0, 1) : read;
  const source = (read: Read, other: Read | undefined) =>
    compared?.byBytes ? perByte(sourceOf(read, undefined)) : sourceOf(read, isSame ? other : undefined);
  return {
    reading: {
      table: base!.table,
      p: source(base!, candidate),
      ...(candidate && {
        q: source(candidate, base),
        unsaid: unsaidByScores,
      }),
      ...compared,
      ...{ coded: [], narrowed: [] },
    },
    alternatives: scoreAlternatives(shown.map(({ sequences }) => sequences)),
  };
}

type Read = Awaited<ReturnType<typeof readOne>>;

async function readOne(path: string, output: Scores, outcomes: Source["outcomes"]) {
  const sequences: ScoredSequence[] = [];
  for await (const sequence of tokenSequences(path, output)) sequences.push(sequence);
  const again: Scores = {
    ...output,
    async *sequences() {
      yield* sequences;
    },
  };
  const scored = await scoredTokens(path, again, outcomes?.count);
  return { path, outcomes, sequences, table: scoreTable(sequences), scored };
}

/** @param other Of the same tokens. */
function sourceOf({ path, outcomes, sequences, scored }: Read, other: Read | undefined): Source {
  const { surprise, sequence, lengths, entropyEnds, withheld, formats, models, quirks, textHash } = scored;
  const surpriseEnds = withheld.ends(surprise);
  const listed = entropyEnds && {
    ...entropyEnds,
    lower: whereBoth(entropyEnds.lower, other?.scored.entropyEnds?.lower),
  };
  const statistics = tokenStatistics(
    {
      ...emptyRowMeasures(0),
      negativeLogLikelihood: whereBoth(surprise, other?.scored.surprise),
    },
    {
      ...lengths,
      ...(listed && { entropyEnds: listed }),
      ...(surpriseEnds && { surpriseEnds }),
      ...tokenResampling(sequence),
    },
  );
  return {
    ...{ name: path, format: formats.join(", "), models, rows: surprise.length, sequences: sequences.length },
    ...(outcomes && entropyEnds && { outcomes }),
    ...(withheld.count > 0 && { withheld: withheld.count }),
    statistics,
    card: { ...tokenCard, ...(textHash !== undefined && { textHash }), tokensScored: statistics.scored },
    quirks,
  };
}

function perByte(source: Source): Source {
  return { ...source, card: { ...source.card, ...byteCard } };
}

function comparedScores(
  base: Read,
  candidate: Read,
): Pick<Reading, "comparison" | "listed" | "byBytes" | "perplexityBounds"> & Partial<Pick<Reading, "table">> {
  const pairing = new ScorePairing(base.path, candidate.path, { measures: listedMeasures });
  const longest = Math.max(base.sequences.length, candidate.sequences.length);
  for (let i = 0; i < longest; i++) pairing.take(base.sequences[i], candidate.sequences[i]);
  const pairs = pairing.whole();
  const { sequence } = pairs;
  if (pairs.by === "bytes") {
    const byBytes = compareByBytes(candidateFirst(pairs.spans), tokenResampling(sequence));
    return byBytes ? { byBytes } : {};
  }
  const table = besideCandidate(base.table, candidate.table);
  const listed = boundedComparison(pairs.boundsOf, tokenResampling(sequence));
  const perplexityBounds = boundedPerplexities(pairs, tokenResampling(sequence));
  return {
    ...{ table, comparison: comparisonOf(pairs, table) },
    ...(listed && { listed }),
    ...(perplexityBounds && { perplexityBounds }),
  };
}

/** As much of a comparison as scores allow. */
function comparisonOf(
  {
    base,
    candidate,
    top1Agrees,
    sequence,
  }: Pick<TokensSideBySide<never>, "base" | "candidate" | "top1Agrees" | "sequence">,
  { tokens }: TokenTable,
): TokenComparison {
  const scored = scoredComparison(base, candidate, tokenResampling(sequence));
  const known = Int32Array.from(top1Agrees.keys()).filter((row) => top1Agrees[row]! >= 0);
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
