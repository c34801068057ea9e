import { type ModelPerplexity, sourceName } from "@surprisal/data";
import { counted, written } from "../number.ts";
import { alignmentNotes } from "./alignmentNotes.ts";
import { boundTable, boundWords } from "./boundTable.ts";
import { cardParts } from "./comparability.ts";
import { estimateTable } from "./estimateTable.ts";
import { faultNotes } from "./faultNotes.ts";
import { fewNotes } from "./fewNotes.ts";
import { methodText } from "./methodText.ts";
import { narrowedNotes } from "./narrowedNotes.ts";
import { paddingNotes } from "./paddingNotes.ts";
import { possibleTargetsWords } from "./possibleTargetsWords.ts";
import { quirkNotes } from "./quirkNotes.ts";
import type { Part } from "./report.ts";
import { unnamedTokensNotes } from "./unnamedTokensNotes.ts";
import { withheldNotes, withheldWords } from "./withheldWords.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function perplexityReport(result: ModelPerplexity): Part[] {
  const { file, rows, vocabulary, tokensScored, sequences, targets, unit, calibration } = result;
  const { entropyBounds, perplexityBounds } = result;
  const all =
    vocabulary === undefined
      ? counted(String(rows), "tokens")
      : `${counted(String(rows), "rows")} over ${counted(String(vocabulary), "outcomes")}`;
  const from = targets === undefined ? "" : `; what came is from ${targets}`;
  const sure = result.perplexity ?? result.entropy ?? perplexityBounds?.lower ?? entropyBounds?.lower;
  return [
    {
      words: `${sourceName(file)}: ${tokensScored} of ${all} scored, in ${counted(String(sequences), "sequences")}${from}`,
    },
    ...estimateTable([
      ["perplexity", result.perplexity, "outcomes"],
      ["surprise a token", result.surprisePerToken, unit],
      ["surprise a byte", result.surprisePerByte, unit],
      ["surprise a word", result.surprisePerWord, unit],
      ["entropy of a row", result.entropy, unit],
      ["median rank", result.medianRank, ""],
      ["mean of 1/rank", result.reciprocalRank, ""],
      ...result.topRates.map(
        ({ k, rate }) =>
          [k === 1 ? "the likeliest came" : `one of the ${k} likeliest came`, rate, ""] as const,
      ),
      ["calibration error", calibration?.expectedError, ""],
    ]),
    ...(perplexityBounds || entropyBounds
      ? [
          boundTable([
            ...(perplexityBounds ? [["perplexity", perplexityBounds, "outcomes"] as const] : []),
            ...(entropyBounds ? [["entropy of a token", entropyBounds, unit] as const] : []),
          ]),
        ]
      : []),
    ...(sure === undefined
      ? []
      : [
          {
            words: methodText(sure, {
              rates: result.topRates.length > 0,
              ...(result.medianRank && { woodruff: "medians" }),
            }),
          },
        ]),
    ...(perplexityBounds ? [{ words: withheldWords(perplexityBounds.floor) }] : []),
    ...(entropyBounds ? aboutBounds(entropyBounds, result) : []),
    ...remarksOn(result).map((note) => ({ words: `Note: ${note}` })),
    ...cardParts(result.card),
  ];
}

function aboutBounds(
  { tokens, outcomes, vocabulary, upper }: NonNullable<ModelPerplexity["entropyBounds"]>,
  { rows, unit }: ModelPerplexity,
): Part[] {
  return [
    boundWords(tokens, rows, "lists"),
    {
      words:
        outcomes === undefined
          ? "The entropy has no upper bound unless it is known how many outcomes there are: --vocabulary FILE names them."
          : `At most ${written(upper.value, 4)} ${unit}, if there are no more than the ${outcomes} outcomes of ${vocabulary}: the scores do not say it.`,
    },
  ];
}

function remarksOn(result: ModelPerplexity): string[] {
  const { format, faults, impossible, quirks, tokensScored, vocabulary, perplexity, calibration } = result;
  const { count, first } = impossible;
  const some = first.length < count ? `${first.join(", ")}, …` : first.join(", ");
  return [
    ...(tokensScored === 0 && vocabulary !== undefined && result.targets === undefined
      ? [
          `without targets nothing is scored: --targets FILE says what came${possibleTargetsWords(result.possibleTargets)}`,
        ]
      : []),
    ...(count > 0
      ? [
          `infinite, because the model gives probability 0 to ${counted(String(count), "tokens")} that came: ${some}`,
        ]
      : []),
    ...alignmentNotes(result.alignment, result.unit),
    ...unnamedTokensNotes(result.unnamed),
    ...paddingNotes(result.padding),
    ...faultNotes(faults),
    ...quirkNotes(quirks),
    ...withheldNotes(result.perplexityBounds?.withheld, result.rows),
    ...narrowedNotes(result.narrowed ? [result.file] : []),
    ...(format === "llama.cpp base"
      ? [
          "rows are 16-bit codes, cut 16 nats below their likeliest outcome: what was below the cut counts as if it were at it, so that entropies come out too high, and what came from there too likely",
        ]
      : []),
    ...(result.cameCut
      ? [
          `at ${result.cameCut} of ${counted(String(result.rows), "rows")} what came is at the cut, however far below it was: the perplexity is too low`,
        ]
      : []),
    ...fewNotes(
      [perplexity, result.entropy, result.perplexityBounds?.lower, result.entropyBounds?.lower],
      tokensScored || result.rows,
    ),
    ...(calibration
      ? [`a calibration error of ${written(calibration.errorByChance, 3)} is to be expected by chance alone`]
      : []),
  ];
}
