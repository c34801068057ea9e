import {
  emptyRowMeasures,
  type Resample,
  type RowMeasures,
  type TokenStatistics,
  tokenResampling,
  tokenStatistics,
  type Unit,
} from "@surprisal/core";
import {
  cameCut,
  type DoubtfulAlignment,
  impossibleTokens,
  type ModelPerplexity,
  type NamedOutput,
  paddingRows,
  perplexityAnswer,
  type RowPlace,
  rowName,
  scoredTokens,
  targetLengths,
  unnamedTokens,
  type Vocabulary,
} from "@surprisal/data";
import { floor as floorOption, vocabulary } from "../options.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { measureWatched } from "./measureWatched.ts";
import { modelRows, type TargetOptions, tokenCard } from "./modelRows.ts";
import { refuseFloor } from "./refuseFloor.ts";
import { refuseNothing } from "./refuseNothing.ts";
import { refuseRowOptions, refuseTargetOptions } from "./tokenOptions.ts";
import { outcomesNamed, vocabularyNamed } from "./vocabularyNamed.ts";

export interface OutputOptions extends TargetOptions {
  unit: Unit;
  top: number;
  resample: Resample;
  level: number;
  /** Where to keep what is measured, or "none". */
  resume: string;
  /** A file that says what tokens stand for, or "none". */
  vocabulary: string;
  /** A probability below which no outcome is assumed to be; 0 for none. */
  floor: number;
}

/** What it was computed from, for those who want more than the answer; nats. */
export interface KeptPerplexity {
  statistics?: TokenStatistics;
  /** Of scores: how many outcomes there are, as a file says. */
  outcomes?: { count: number; from: string };
  /** Of logits. */
  rows?: {
    measures: RowMeasures;
    place: RowPlace;
    sequence: Int32Array;
    targets: Int32Array | undefined;
    vocabulary: Vocabulary | undefined;
    doubtful: DoubtfulAlignment | undefined;
  };
}

/** How many likeliest outcomes are looked among for what came. */
const topRates = [1, 5, 10, 100];

export async function modelPerplexity(
  named: NamedOutput,
  options: OutputOptions,
  kept: KeptPerplexity = {},
): Promise<ModelPerplexity> {
  const { path: file, output } = named;
  try {
    return output.kind === "scores"
      ? await ofScores(file, output, options, kept)
      : await ofRows(named, options, kept);
  } finally {
    await output.close();
  }
}

async function ofRows(
  named: NamedOutput,
  options: OutputOptions,
  kept: KeptPerplexity,
): Promise<ModelPerplexity> {
  refuseUnused({ floor: floorOption }, options, "with scores of tokens only");
  const rowsOf = await modelRows(named, options);
  refuseTargetOptions(options, rowsOf);
  const { place, rowsPerSequence, targets, targetsFrom, doubtful, possibleTargets, ...about } = rowsOf;
  const vocabulary = await vocabularyNamed(options.vocabulary, about);
  const checkpoint = openCheckpoint(options.resume);
  const job = { p: place, ranks: true };
  const { kind, measures } = await measureWatched(named.path, job, targets, checkpoint);
  if (kind !== "alone") throw new Error("modelPerplexity: rows were measured in pairs, expected alone");
  const sequence = Int32Array.from({ length: about.rows }, (_, row) => Math.floor(row / rowsPerSequence));
  const lengths = targets && vocabulary && targetLengths(targets, rowsPerSequence, vocabulary);
  const found = tokenStatistics(measures, {
    ...(targets && { targets }),
    ...lengths,
    top: topRates.filter((k) => k < about.vocabulary),
    ...tokenResampling(sequence, options),
  });
  checkpoint.remove();
  kept.statistics = found;
  kept.rows = { measures, place, sequence, targets, vocabulary, doubtful };
  const padding = paddingRows(targets);
  const cut = about.cutNats === undefined ? 0 : cameCut(measures, about.cutNats);
  if (!found.entropy) refuseNothing(about.file, padding, found.faults);
  const came = targets!;
  const nameOf = (row: number) => rowName(row, came[row]!, vocabulary?.textOf(came[row]!));
  const unnamed =
    vocabulary &&
    unnamedTokens(targets, (row) => vocabulary.bytesOf(came[row]!) !== undefined, options.vocabulary);
  const { file, format, rows, card, narrowed = false } = about;
  return perplexityAnswer(
    {
      ...{ file, format, rows, vocabulary: about.vocabulary, sequences: Math.ceil(rows / rowsPerSequence) },
      ...(targetsFrom !== undefined && { targets: targetsFrom }),
      ...(possibleTargets && { possibleTargets }),
      ...{ statistics: found, padding, narrowed, card: { ...card, tokensScored: found.scored } },
      ...(doubtful && { doubtful }),
      ...(unnamed && { unnamed }),
      ...(cut > 0 && { cameCut: cut }),
      impossible: impossibleTokens(measures.negativeLogLikelihood, nameOf, options.top),
      quirks: [],
    },
    options.unit,
  );
}

async function ofScores(
  file: string,
  output: Extract<NamedOutput["output"], { kind: "scores" }>,
  options: OutputOptions,
  kept: KeptPerplexity,
): Promise<ModelPerplexity> {
  refuseRowOptions({ ...options, vocabulary: "none" }, `${file} says itself what came, and how it reads`);
  const outcomes = await outcomesNamed(options.vocabulary);
  const {
    surprise,
    sequence,
    sequences,
    lengths,
    entropyEnds,
    withheld,
    formats,
    models,
    quirks,
    label,
    textHash,
  } = await scoredTokens(file, output, outcomes);
  const { floor } = options;
  if (withheld.count === 0)
    refuseUnused(
      { floor: floorOption },
      options,
      `with tokens whose log-probability is withheld, and ${file} has none`,
    );
  else refuseFloor(withheld.leastListed, file, floor);
  const surpriseEnds = withheld.ends(surprise, floor);
  if (!entropyEnds)
    refuseUnused({ vocabulary }, options, `with lists of the likeliest tokens, and ${file} has none`);
  const measures = emptyRowMeasures(0);
  const found = tokenStatistics(
    { ...measures, negativeLogLikelihood: surprise },
    {
      ...lengths,
      ...(entropyEnds && { entropyEnds }),
      ...(surpriseEnds && { surpriseEnds }),
      ...tokenResampling(sequence, options),
    },
  );
  kept.statistics = found;
  if (outcomes !== undefined) kept.outcomes = { count: outcomes, from: options.vocabulary };
  return perplexityAnswer(
    {
      ...{ file, format: formats.join(", "), rows: surprise.length, sequences, statistics: found, quirks },
      ...(models.length > 0 && { models }),
      ...(kept.outcomes && { outcomes: kept.outcomes }),
      ...(floor > 0 && { floor }),
      ...{
        padding: 0,
        narrowed: false,
        card: { ...tokenCard, ...(textHash !== undefined && { textHash }), tokensScored: found.scored },
      },
      impossible: impossibleTokens(surprise, label, options.top),
    },
    options.unit,
  );
}
