import {
  type BoundedMean,
  type Calibration,
  type ComparabilityCard,
  type Estimate,
  emptyRowMeasures,
  type Resample,
  type RowMeasures,
  type TokenStatistics,
  tokenResampling,
  tokenStatistics,
  type Unit,
} from "@surprisal/core";
import {
  type DoubtfulAlignment,
  type NamedOutput,
  paddingRows,
  type QuirkTotal,
  type RowPlace,
  scoredTokens,
  targetLengths,
  type Vocabulary,
} from "@surprisal/data";
import { vocabulary } from "../options.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { alignmentInUnit } from "./alignmentNotes.ts";
import { cameCut } from "./cameCut.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { boundsInUnit } from "./comparisonInUnit.ts";
import { estimateInUnit } from "./estimateInUnit.ts";
import { measureWatched } from "./measureWatched.ts";
import { modelRows, type TargetOptions, tokenCard } from "./modelRows.ts";
import { refuseNothing } from "./refuseNothing.ts";
import { refuseRowOptions, refuseTargetOptions } from "./tokenOptions.ts";
import { type UnnamedTokens, unnamedTokens } from "./unnamedTokens.ts";
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
}

/** What one model says of one text. */
export interface ModelPerplexity {
  measure: "modelPerplexity";
  file: string;
  format: string;
  models?: string[];
  rows: number;
  vocabulary?: number;
  sequences: number;
  tokensScored: number;
  targets?: string;
  unit: Unit;
  perplexity?: Estimate;
  /** In the unit. */
  surprisePerToken?: Estimate;
  surprisePerByte?: Estimate;
  surprisePerWord?: Estimate;
  entropy?: Estimate;
  /** Between which values the mean entropy lies of the tokens that list the likeliest outcomes; in the unit. */
  entropyBounds?: BoundedMean & {
    tokens: number;
    /** If there are no more than so many, listed or not; without them, there is no upper bound. */
    outcomes?: number;
    /** The file that says so. */
    vocabulary?: string;
  };
  medianRank?: Estimate;
  reciprocalRank?: Estimate;
  topRates: TokenStatistics["topRates"];
  calibration?: Calibration;
  /** What has to be the same for two perplexities to be compared, as far as the file says it. */
  card: ComparabilityCard;
  /** That targets seem to be put a place too early or too late; in the unit. */
  alignment?: DoubtfulAlignment;
  /** Rows whose target is padding, left out of everything; not there if there are none. */
  padding?: number;
  unnamed?: UnnamedTokens;
  /** Rows of a base file of llama.cpp at which what came is stored at the cut; not there if there are none. */
  cameCut?: number;
  /** Its numbers are doubles, and are measured as singles. */
  narrowed?: true;
  /** Rows that are no distributions, left out of everything. */
  faults: RowMeasures["faults"];
  /** Tokens to which the model gave probability 0: they make the perplexity ∞. */
  impossible: { count: number; first: string[] };
  quirks: QuirkTotal[];
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
  const rowsOf = await modelRows(named, options);
  refuseTargetOptions(options, rowsOf);
  const { place, rowsPerSequence, targets, targetsFrom, doubtful, ...about } = rowsOf;
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
  const cut = named.output.kind === "base" ? cameCut(measures, named.output.base) : 0;
  if (!found.entropy) refuseNothing(about.file, padding, found.faults);
  const label = (row: number) => {
    const text = vocabulary?.textOf(targets![row]!);
    return `row ${row} (token ${targets![row]}${text === undefined ? "" : `, ${JSON.stringify(text)}`})`;
  };
  return {
    measure: "modelPerplexity",
    ...{ file: about.file, format: about.format, rows: about.rows, vocabulary: about.vocabulary },
    sequences: Math.ceil(about.rows / rowsPerSequence),
    ...(targetsFrom !== undefined && { targets: targetsFrom }),
    ...(doubtful && { alignment: alignmentInUnit(doubtful, options.unit) }),
    ...(padding > 0 && { padding }),
    ...(cut > 0 && { cameCut: cut }),
    ...(about.narrowed && { narrowed: true as const }),
    ...unnamedTokens(targets, vocabulary, options.vocabulary),
    ...said(found, options.unit),
    card: { ...about.card, tokensScored: found.scored },
    impossible: impossible(measures.negativeLogLikelihood, label, options.top),
    quirks: [],
  };
}

async function ofScores(
  file: string,
  output: Extract<NamedOutput["output"], { kind: "scores" }>,
  options: OutputOptions,
  kept: KeptPerplexity,
): Promise<ModelPerplexity> {
  refuseRowOptions({ ...options, vocabulary: "none" }, `${file} says itself what came, and how it reads`);
  const outcomes = await outcomesNamed(options.vocabulary);
  const { surprise, sequence, sequences, lengths, entropyEnds, formats, models, quirks, label } =
    await scoredTokens(file, output, outcomes);
  if (!entropyEnds)
    refuseUnused({ vocabulary }, options, `with lists of the likeliest tokens, and ${file} has none`);
  const measures = emptyRowMeasures(0);
  const found = tokenStatistics(
    { ...measures, negativeLogLikelihood: surprise },
    { ...lengths, ...(entropyEnds && { entropyEnds }), ...tokenResampling(sequence, options) },
  );
  kept.statistics = found;
  const { entropyBounds } = found;
  if (outcomes !== undefined) kept.outcomes = { count: outcomes, from: options.vocabulary };
  return {
    measure: "modelPerplexity",
    ...{ file, format: formats.join(", "), rows: surprise.length, sequences },
    ...(models.length > 0 && { models }),
    ...said(found, options.unit),
    ...(entropyBounds && {
      entropyBounds: {
        ...boundsInUnit(entropyBounds, options.unit),
        ...(outcomes !== undefined && { outcomes, vocabulary: options.vocabulary }),
      },
    }),
    card: { ...tokenCard, tokensScored: found.scored },
    impossible: impossible(surprise, label, options.top),
    quirks,
  };
}

function said(found: TokenStatistics, unit: Unit) {
  const { scored, perplexity, perToken, perByte, perWord, entropy, medianRank, reciprocalRank, calibration } =
    found;
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return {
    tokensScored: scored,
    unit,
    ...(perplexity && { perplexity }),
    ...(perToken && { surprisePerToken: inIt(perToken) }),
    ...(perByte && { surprisePerByte: inIt(perByte) }),
    ...(perWord && { surprisePerWord: inIt(perWord) }),
    ...(entropy && { entropy: inIt(entropy) }),
    ...(medianRank && { medianRank }),
    ...(reciprocalRank && { reciprocalRank }),
    topRates: found.topRates,
    ...(calibration && { calibration }),
    faults: found.faults,
  };
}

function impossible(surprise: Float64Array, label: (row: number) => string, top: number) {
  const first: string[] = [];
  let count = 0;
  for (const [row, nats] of surprise.entries())
    if (nats === Infinity && ++count <= top) first.push(label(row));
  return { count, first };
}
