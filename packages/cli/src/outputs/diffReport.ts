import type { CandidateDiff, ModelDiff } from "@surprisal/data";
import { counted, written } from "../number.ts";
import { alignmentNotes } from "./alignmentNotes.ts";
import { carrierTable } from "./carriers.ts";
import { codedNotes } from "./codedNotes.ts";
import { cardParts, unsaidNotes } from "./comparability.ts";
import { interval } from "./estimateTable.ts";
import { faultNotes } from "./faultNotes.ts";
import { fewNotes } from "./fewNotes.ts";
import { llamaBlocks } from "./llamaBlocks.ts";
import { meanRow, meanTitles, scoredRows, scoredSpread } from "./meanRows.ts";
import { methodText } from "./methodText.ts";
import { narrowedNotes } from "./narrowedNotes.ts";
import { paddingNotes } from "./paddingNotes.ts";
import { pairTables } from "./pairTables.ts";
import { possibleTargetsWords } from "./possibleTargetsWords.ts";
import { quantileTables, type SpreadRow } from "./quantileTables.ts";
import type { Part } from "./report.ts";
import { unnamedTokensNotes } from "./unnamedTokensNotes.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function diffReport(result: ModelDiff): Part[] {
  const { base, rows, vocabulary, sequences, targets, again, unit, card } = result;
  const notes = [...alignmentNotes(result.alignment, unit), ...unnamedTokensNotes(result.unnamed)];
  return [
    {
      words: `P is ${base}, the base: ${counted(String(rows), "rows")} over ${counted(String(vocabulary), "outcomes")}, in ${counted(String(sequences), "sequences")}${targets === undefined ? "" : `; what came is from ${targets}`}${again === undefined ? "" : `; ${again} is a second run of it`}.`,
    },
    ...notes.map((note) => ({ words: `Note: ${note}` })),
    ...result.candidates.flatMap((candidate) => ofOne(candidate, result)),
    ...(result.nearer ? nearer(result.nearer, result) : []),
    ...(card ? cardParts(card) : []),
  ];
}

/** What llama-perplexity prints, if that was asked for. */
export function llamaText({ candidates }: ModelDiff): string[] | undefined {
  const asked = candidates.filter(({ llama }) => llama);
  if (asked.length === 0) return undefined;
  return asked.flatMap(({ file, llama }, i) => [
    ...(i > 0 ? [""] : []),
    ...(asked.length > 1 ? [`Q is ${file}`, ""] : []),
    ...llamaBlocks(llama!),
  ]);
}

function ofOne(
  { file, comparison, infinite, carriers = [], unsaid, padding, coded, narrowed }: CandidateDiff,
  { unit, targets, possibleTargets }: ModelDiff,
): Part[] {
  const { forwardKl, reverseKl, jensenShannon, totalVariation, entropyChange, top1Agreement } = comparison;
  const { scoredTokens: scored, noiseFloor: floor, buckets, compared, rows, faults } = comparison;
  const sure = forwardKl?.mean;
  const few = fewNotes([sure, scored?.basePerplexity, scored?.logPerplexityRatio], compared, "rows");
  const spreads: SpreadRow[] = [
    ["D(P‖Q)", forwardKl, unit],
    ["D(Q‖P)", reverseKl, unit],
    ["Jensen–Shannon", jensenShannon, unit],
    ["total variation", totalVariation, ""],
    ["H(Q) − H(P)", entropyChange, unit],
  ];
  return [
    { heading: `Q is ${file}` },
    {
      titles: meanTitles,
      rows: [
        ...spreads.flatMap(([name, found, of]) => meanRow(name, found?.mean, of)),
        ...meanRow("same likeliest outcome", top1Agreement),
        ...scoredRows(scored, unit),
        ...meanRow("D(P‖second run)", floor?.mean, unit),
        ...meanRow("D(P‖Q) beyond that", floor?.excess, unit),
      ],
    },
    ...(buckets.length === 0
      ? []
      : [
          {
            titles: [
              "P's highest probability",
              "#rows",
              `#D(P‖Q), ${unit}`,
              "interval",
              "#share of D(P‖Q)",
              "#same likeliest",
            ],
            rows: buckets.map((bucket) => [
              `${bucket.from} to ${bucket.to}`,
              String(bucket.count),
              written(bucket.forwardKl.value, 4),
              interval(bucket.forwardKl),
              bucket.shareOfKl === undefined ? "" : written(bucket.shareOfKl.value, 3),
              written(bucket.top1Agreement.value, 3),
            ]),
          },
        ]),
    ...(carriers.length > 0 ? [carrierTable(carriers, unit)] : []),
    ...quantileTables([...spreads, scoredSpread(scored)], "rows"),
    ...[
      ...(sure ? [methodText(sure, { rates: true, woodruff: "quantiles" })] : []),
      ...(sure && few.length === 0
        ? [
            `For the mean of D(P‖Q), these ${compared} rows are worth ${written(sure.effectiveSampleSize, 3)} independent ones.`,
          ]
        : []),
      ...few.map((note) => `Note: ${note}`),
      ...(floor?.verdict === "not distinguishable"
        ? ["Q is not distinguishable from a second run of P by its divergence."]
        : []),
      ...(infinite.count > 0
        ? [
            `Note: infinite, because at ${counted(String(infinite.count), "rows")} Q gives probability 0 to what P allows: ${infinite.count === 1 ? "row" : "rows"} ${infinite.first.join(", ")}${infinite.first.length < infinite.count ? ", …" : ""}`,
          ]
        : []),
      ...paddingNotes(padding).map((note) => `Note: ${note}`),
      ...faultNotes(faults.base, " of P").map((note) => `Note: ${note}`),
      ...faultNotes(faults.candidate, " of Q").map((note) => `Note: ${note}`),
      ...(scored
        ? []
        : [
            `Note: what came is not known${targets === undefined ? "" : " at any row that is compared"}, so that perplexities are not compared${targets === undefined ? `: --targets FILE says it${possibleTargetsWords(possibleTargets)}` : ""}`,
          ]),
      ...(compared < rows
        ? [`Note: ${compared} of ${counted(String(rows), "rows")} ${compared === 1 ? "is" : "are"} compared`]
        : []),
      ...codedNotes(coded).map((note) => `Note: ${note}`),
      ...narrowedNotes(narrowed).map((note) => `Note: ${note}`),
      ...unsaidNotes(unsaid).map((note) => `Note: ${note}`),
    ].map((words) => ({ words })),
  ];
}

function nearer(found: NonNullable<ModelDiff["nearer"]>, { candidates, unit }: ModelDiff): Part[] {
  const infinite = candidates.flatMap(({ file, infinite }) => (infinite.count > 0 ? [file] : []));
  const tables = pairTables(
    found,
    {
      heading: "Candidates, the nearest to P first",
      ...{ measure: "D(P‖Q)", unit, on: "rows" },
      verdicts: {
        better: "is nearer to P than",
        worse: "is farther from P than",
        "not distinguishable": "is not distinguishable from",
      },
    },
    (name) => candidates.find(({ file }) => file === name)!.comparison.forwardKl!.mean,
  );
  return infinite.length === 0
    ? tables
    : [...tables, { words: `Farther than these, by a D(P‖Q) of ∞: ${infinite.join(", ")}.` }];
}
