import type { BoundedMean, Estimate, Spread, TokenComparison, TokenStatistics } from "@surprisal/core";
import { wholeOf } from "./boundedReadings.ts";
import type { ReportWords } from "./words/en.ts";
import type { Quantity } from "./writer.ts";

/** An estimate with what it is called, and how it is spread over the tokens where that is known. */
export interface Readout {
  readonly name: string;
  readonly symbol?: string;
  readonly quantity: Quantity;
  readonly estimate: Estimate;
  readonly spread?: Spread;
  /** It is known between these only, and the estimate is its interval. */
  readonly bounds?: BoundedMean;
}

type Row = readonly [name: string, quantity: Quantity, found: Estimate | Spread | undefined, symbol?: string];

type BoundedRow = readonly [name: string, quantity: Quantity, found: Estimate | BoundedMean | undefined];

export function readoutsOfOne(found: TokenStatistics, { readouts: names }: ReportWords): Readout[] {
  return known([
    [names.perplexity, "outcomes", found.perplexity],
    [names.surprisePerToken, "information", found.perToken],
    [names.surprisePerByte, "information", found.perByte],
    [names.surprisePerWord, "information", found.perWord],
    [names.entropy, "information", found.entropy],
    [names.medianRank, "plain", found.medianRank],
    [names.reciprocalRank, "plain", found.reciprocalRank],
    ...found.topRates.map(({ k, rate }): Row => [names.top(String(k)), "share", rate]),
    [names.calibrationError, "plain", found.calibration?.expectedError],
  ]);
}

export function readoutsOfPair(found: TokenComparison, { readouts: names }: ReportWords): Readout[] {
  const { scoredTokens: scored, noiseFloor: floor } = found;
  return known([
    [names.forwardKl, "information", found.forwardKl, "D(P‖Q)"],
    [names.reverseKl, "information", found.reverseKl, "D(Q‖P)"],
    [names.jensenShannon, "information", found.jensenShannon, "JS"],
    [names.totalVariation, "plain", found.totalVariation, "TV"],
    [names.entropyChange, "information", found.entropyChange, "H(Q) − H(P)"],
    [names.top1Agreement, "share", found.top1Agreement],
    [names.topOverlap, "plain", found.topOverlap],
    [names.basePerplexity, "outcomes", scored?.basePerplexity],
    [names.candidatePerplexity, "outcomes", scored?.candidatePerplexity],
    [names.perplexityRatio, "plain", scored?.perplexityRatio],
    [names.perplexityDifference, "outcomes", scored?.perplexityDifference],
    [names.logPerplexityRatio, "information", scored?.logPerplexityRatio],
    [names.correlation, "plain", scored?.correlation],
    [names.probabilityChange, "plain", scored?.probabilityChange, "Δp"],
    [names.rmsProbabilityChange, "plain", scored?.rmsProbabilityChange],
    [names.floor, "information", floor?.mean],
    [names.excess, "information", floor?.excess],
  ]);
}

/** The same, of what lies between bounds these. */
export function bounded(readouts: readonly Readout[], rows: readonly BoundedRow[]): Readout[] {
  const found = new Map(
    rows.flatMap(([name, quantity, found]): [string, Readout][] =>
      found && "lower" in found ? [[name, { name, quantity, estimate: wholeOf(found), bounds: found }]] : [],
    ),
  );
  const others = readouts.map(({ name }) => name);
  const added = [...found.values()].filter(({ name }) => !others.includes(name));
  return [...added, ...readouts.map((readout) => found.get(readout.name) ?? readout)];
}

function known(rows: readonly Row[]): Readout[] {
  return rows.flatMap(([name, quantity, found, symbol]): Readout[] => {
    if (found === undefined) return [];
    const spread = "mean" in found ? found : undefined;
    const estimate = spread?.mean ?? (found as Estimate);
    return [{ name, quantity, estimate, ...(spread && { spread }), ...(symbol && { symbol }) }];
  });
}
