import {
  type EntropyAssumption,
  type EntropyEstimate,
  type EntropyEstimates,
  type EntropyEstimator,
  estimateEntropy,
  inUnit,
  type Unit,
} from "@surprisal/core";
import { estimateInUnit } from "@surprisal/data";
import { type Information, measured } from "../measured.ts";
import { counted, written, writtenAlike } from "../number.ts";
import type { Page } from "../page.ts";
import { remarks, type Source } from "../reading.ts";
import { type Cell, numbers, table } from "../table.ts";
import { UsageError } from "../usage.ts";
import { wrapped } from "../wrapped.ts";
import { readSample } from "./readSample.ts";

export interface EntropyOfSample extends Information, EntropyEstimates {
  low: number;
  high: number;
  level: number;
  p: Source;
}

const entropyNames = {
  plugIn: "plug-in",
  millerMadow: "Miller–Madow",
  jackknife: "jackknife",
  grassberger: "Grassberger",
  chaoShen: "Chao–Shen",
  chaoWangJost: "Chao–Wang–Jost",
  jamesStein: "James–Stein",
  nsb: "NSB",
  dirichlet: "Dirichlet",
} as const satisfies Readonly<Record<EntropyEstimator, string>>;

const assumptions: Readonly<Record<EntropyAssumption, string>> = {
  allSeen: "nothing is unseen",
  rareAlike: "the unseen is as rare as what was seen once",
  alphabet: "the size of the alphabet",
  prior: "a prior",
};

export async function entropyOfSample(
  text: string,
  {
    unit,
    estimator,
    ...options
  }: {
    unit: Unit;
    estimator: EntropyEstimator | "all";
    alphabet?: number;
    level: number;
    concentration: number;
  },
): Promise<EntropyOfSample> {
  const { counts, alphabet, source } = await readSample(text);
  const drawn = Array.from(counts).filter((count) => count > 0).length;
  if (options.alphabet !== undefined && options.alphabet < drawn)
    throw new UsageError(
      `--alphabet is ${options.alphabet}, expected at least the ${drawn} outcomes of ${text}`,
    );
  const { estimates, recommended, ...known } = estimateEntropy(counts, {
    ...(alphabet !== undefined && { alphabet }),
    ...(estimator !== "all" && { estimators: [estimator] }),
    ...options,
  });
  const best = estimates.find((estimate) => estimate.estimator === recommended) ?? estimates[0]!;
  return {
    ...measured("estimateEntropy", "H(P)", best.value, unit),
    low: inUnit(best.low, unit),
    high: inUnit(best.high, unit),
    level: best.level,
    recommended,
    ...known,
    p: source,
    estimates: estimates.map((estimate) => ({ ...estimate, ...estimateInUnit(estimate, unit) })),
  };
}

export function showEntropy(result: EntropyOfSample, page: Page): string[] {
  const { value, low, high, unit, level, estimates, recommended, p } = result;
  const shown = estimates.length === 1 ? estimates[0]!.estimator : recommended;
  const values = numbers(
    estimates.map((estimate) => estimate.value),
    5,
  );
  const isNarrow = page.width < narrow;
  const rows = estimates.map((estimate, i): Cell[] => [
    { words: `${entropyNames[estimate.estimator]}${estimate.estimator === recommended ? " *" : ""}` },
    values[i]!,
    interval(estimate.low, estimate.high),
    { words: isNarrow ? "" : assumed(estimate) },
  ]);
  const titles = ["estimator", unit, "interval", ...(isNarrow ? [] : ["assumes"])];
  const share = written(100 * level, 6);
  return [
    ...wrapped(
      `H(P) ≈ ${counted(written(value, 5), unit)}   ${interval(low, high)} at ${share} %, by ${entropyNames[shown]}`,
      page.width,
    ),
    ...wrapped(met(result), page.width),
    "",
    ...table([titles.map((title): Cell => ({ title })), ...rows], page),
    ...(isNarrow ? ["", ...assumedBy(estimates).flatMap((line) => wrapped(line, page.width))] : []),
    "",
    ...wrapped(`${estimates.length === 1 ? "" : "* "}Recommended: ${reason(result)}`, page.width),
    ...wrapped(enough(result), page.width),
    ...remarks(page, p),
  ];
}

/** Columns below which what is assumed stands under the table. */
const narrow = 64;

function assumed({ assumes }: EntropyEstimate): string {
  return assumes.map((key) => assumptions[key]).join(", ");
}

/** What is assumed, once each, with those that assume it. */
function assumedBy(estimates: readonly EntropyEstimate[]): string[] {
  return Array.from(new Set(estimates.map(assumed)), (what) => {
    const those = estimates.filter((estimate) => assumed(estimate) === what);
    return `Assumed: ${what} (${those.map(({ estimator }) => entropyNames[estimator]).join(", ")})`;
  });
}

/** `1.2 to 3.4` */
export function interval(low: number, high: number): string {
  return writtenAlike([low, high], 5).join(" to ");
}

function met({ draws, seen, coverage, alphabet, outcomesAtLeast }: EntropyEstimates): string {
  const outcomes =
    alphabet === undefined ? counted(String(seen), "outcomes") : `${seen} of ${alphabet} outcomes`;
  const others = alphabet === undefined ? `; there are ${Math.ceil(outcomesAtLeast)} or more` : "";
  const share = written(100 * coverage, 3);
  return `${counted(String(draws), "draws")} met ${outcomes}, about ${share} % of the distribution${others}`;
}

function reason({ recommended, because }: EntropyEstimates): string {
  const why = {
    wellSampled: "hardly anything is unseen, and there are ten draws or more an outcome",
    someUnseen: "how much is unseen can be told from what was seen once and twice",
    mostUnseen: "most of the distribution is unseen, and the size of the alphabet known",
  };
  return `${entropyNames[recommended]}, because ${why[because]}.`;
}

function enough({ isEnough, drawsWanted, draws }: EntropyEstimates): string {
  return isEnough
    ? "Enough draws for intervals to be relied on, if the draws are independent."
    : `Too few draws: ${draws}. Intervals may miss the truth more often than they say; about ${drawsWanted} or more would do.`;
}
