import type { Estimate, Spread } from "@surprisal/core";
import { counted, written } from "../number.ts";
import { carrierTable } from "./carriers.ts";
import { cardNames } from "./comparability.ts";
import { interval } from "./estimateTable.ts";
import { faultNotes } from "./faultNotes.ts";
import { llamaBlocks } from "./llamaBlocks.ts";
import type { ModelDiff } from "./modelDiff.ts";
import type { Part } from "./report.ts";
import { fewUnits, methodText } from "./resampling.ts";

type Candidate = ModelDiff["candidates"][number];

/** What a person reads of it, in a terminal or as Markdown. */
export function diffReport(result: ModelDiff): Part[] {
  const { base, rows, vocabulary, sequences, targets, again } = result;
  return [
    {
      words: `P is ${base}, the base: ${counted(String(rows), "rows")} over ${vocabulary} outcomes, in ${counted(String(sequences), "sequences")}${targets === undefined ? "" : `; what came is from ${targets}`}${again === undefined ? "" : `; ${again} is a second run of it`}.`,
    },
    ...result.candidates.flatMap((candidate) => ofOne(candidate, result)),
    ...(result.nearer ? nearer(result.nearer, result) : []),
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
  { file, comparison, infinite, carriers, unsaid, coded }: Candidate,
  { unit }: ModelDiff,
): Part[] {
  const { forwardKl, reverseKl, jensenShannon, totalVariation, entropyChange, top1Agreement } = comparison;
  const { scoredTokens: scored, noiseFloor: floor, buckets, compared, rows, faults } = comparison;
  const mean = (name: string, estimate: Estimate | undefined, of = ""): string[][] =>
    estimate ? [[name, written(estimate.value, 5), of, interval(estimate), "", "", ""]] : [];
  const spread = (name: string, of: string, found: Spread | undefined): string[][] => {
    if (!found) return [];
    const at = (share: number) =>
      found.quantiles.find((quantile) => quantile.share === share)!.estimate.value;
    const rest = [at(0.5), at(0.99), found.maximum].map((value) => written(value, 4));
    return [[name, written(found.mean.value, 5), of, interval(found.mean), ...rest]];
  };
  const worth = forwardKl?.mean.effectiveSampleSize;
  return [
    { heading: `Q is ${file}` },
    {
      titles: ["", "#mean", "", "interval", "#median", "#99 %", "#maximum"],
      rows: [
        ...spread("D(P‖Q)", unit, forwardKl),
        ...spread("D(Q‖P)", unit, reverseKl),
        ...spread("Jensen–Shannon", unit, jensenShannon),
        ...spread("total variation", "", totalVariation),
        ...spread("H(Q) − H(P)", unit, entropyChange),
        ...mean("same likeliest outcome", top1Agreement),
        ...mean("perplexity of P", scored?.basePerplexity, "outcomes"),
        ...mean("perplexity of Q", scored?.candidatePerplexity, "outcomes"),
        ...mean("Q's over P's", scored?.perplexityRatio),
        ...mean("Q's less P's", scored?.perplexityDifference, "outcomes"),
        ...mean("log of the ratio", scored?.logPerplexityRatio, unit),
        ...mean("correlation of surprises", scored?.correlation),
        ...spread("probability of what came, Q's less P's", "", scored?.probabilityChange),
        ...mean("its root mean square", scored?.rmsProbabilityChange),
        ...mean("D(P‖second run)", floor?.mean, unit),
        ...mean("D(P‖Q) beyond that", floor?.excess, unit),
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
              bucket.shareOfKl === undefined ? "" : written(bucket.shareOfKl, 3),
              written(bucket.top1Agreement.value, 3),
            ]),
          },
        ]),
    ...(carriers.length > 0 ? [carrierTable(carriers, unit)] : []),
    ...[
      ...(forwardKl ? [methodText(forwardKl.mean, { rates: true, medians: false })] : []),
      ...(worth === undefined
        ? []
        : [
            Math.min(worth, compared) < fewUnits
              ? `Note: intervals from fewer than ${fewUnits} independent rows are too short`
              : `D(P‖Q) is as well known as by ${written(worth, 3)} independent rows.`,
          ]),
      ...(floor?.verdict === "not distinguishable"
        ? ["Q is not distinguishable from a second run of P by its divergence."]
        : []),
      ...(infinite.count > 0
        ? [
            `Note: infinite, because Q rules out what P allows at ${counted(String(infinite.count), "rows")}: ${infinite.first.join(", ")}${infinite.first.length < infinite.count ? ", …" : ""}`,
          ]
        : []),
      ...faultNotes(faults.base, " of P").map((note) => `Note: ${note}`),
      ...faultNotes(faults.candidate, " of Q").map((note) => `Note: ${note}`),
      ...(compared < rows ? [`Note: ${compared} of ${counted(String(rows), "rows")} are compared`] : []),
      ...(coded.length > 0
        ? [
            `Note: rows of ${coded.join(" and ")} are 16-bit codes, cut 16 nats below their likeliest outcome, and made to sum to 1 again: divergences are known no finer than a step of them`,
          ]
        : []),
      ...(unsaid.length > 0
        ? [
            `Note: taken to be the same, as the files do not say it: ${unsaid.map((field) => cardNames[field]).join(", ")}`,
          ]
        : []),
    ].map((words) => ({ words })),
  ];
}

function nearer({ candidates, pairs }: NonNullable<ModelDiff["nearer"]>, result: ModelDiff): Part[] {
  const { unit } = result;
  const meanOf = (name: string) =>
    result.candidates.find(({ file }) => file === name)!.comparison.forwardKl!.mean;
  const verdicts = {
    better: "is nearer to P than",
    worse: "is farther from P than",
    "not distinguishable": "is not distinguishable from",
  };
  return [
    { heading: "Candidates, the nearest to P first" },
    {
      titles: ["Q", `#D(P‖Q), ${unit}`, "interval"],
      rows: candidates.map(({ name }) => [name, written(meanOf(name).value, 5), interval(meanOf(name))]),
    },
    {
      titles: ["pair, on the same rows", `#difference, ${unit}`, "interval"],
      rows: pairs.map(({ one, other, difference, verdict }) => [
        `${one} ${verdicts[verdict]} ${other}`,
        written(difference.value, 5),
        interval(difference),
      ]),
    },
  ];
}
