import type { BoundedMean, ByteComparison, Estimate, Spread } from "@surprisal/core";
import { type Column, columnOfMean } from "./columns.ts";
import type { Reading } from "./question.ts";
import type { TokensWords } from "./words/en.ts";

/** A row of the table of numbers: a mean, or one number for all, and how the tokens are spread about it where that is known. */
export interface NumberRow {
  readonly key: keyof TokensWords["rows"];
  readonly symbol: string;
  readonly quantity: "information" | "plain";
  readonly estimate: Estimate;
  readonly median?: number;
  readonly high?: number;
  readonly most?: number;
  readonly column?: Column;
}

type Known = [NumberRow["key"], NumberRow["quantity"], Estimate | Spread | undefined];

/** Of what is at least, or at most, so much they are the same. */
const symbols: Partial<Record<NumberRow["key"], string>> = {
  surpriseP: "−log P",
  surpriseQ: "−log Q",
  entropyP: "H(P)",
  entropyQ: "H(Q)",
  forwardKl: "D(P‖Q)",
  reverseKl: "D(Q‖P)",
  jensenShannon: "JS",
  totalVariation: "TV",
  entropyChange: "H(Q) − H(P)",
  byteP: "−log P / B",
  byteQ: "−log Q / B",
};

/** All the numbers of a reading, in the order in which they are told. */
export function numberRows(reading: Reading, columns: readonly Column[]): NumberRow[] {
  const { p, comparison, listed, byBytes } = reading;
  const q = comparison && reading.q;
  const ofP = p.statistics;
  const ofQ = q?.statistics;
  const scored = comparison?.scoredTokens;
  const byToken: Known[] = [
    ["forwardKl", "information", comparison?.forwardKl],
    ["reverseKl", "information", comparison?.reverseKl],
    ["jensenShannon", "information", comparison?.jensenShannon],
    ["totalVariation", "plain", comparison?.totalVariation],
    ["forwardKlLeast", "information", listed?.forwardKl.lower],
    ["reverseKlLeast", "information", listed?.reverseKl.lower],
    ["jensenShannonLeast", "information", listed?.jensenShannon.lower],
    ["jensenShannonMost", "information", listed?.jensenShannon.upper],
    ["totalVariationLeast", "plain", listed?.totalVariation.lower],
    ["totalVariationMost", "plain", listed?.totalVariation.upper],
    ["entropyChange", "information", comparison?.entropyChange],
    ["top1Agreement", "plain", comparison?.top1Agreement],
    ["surpriseP", "information", ofP.perToken],
    ["surpriseQ", "information", ofQ?.perToken],
    ["perplexityRatio", "plain", scored?.perplexityRatio],
    ["surpriseBytes", "information", q ? undefined : ofP.perByte],
    ["surpriseWords", "information", q ? undefined : ofP.perWord],
    ["entropyP", "information", ofP.entropy],
    ["entropyQ", "information", ofQ?.entropy],
    ["entropyLeastP", "information", ofP.entropyBounds?.lower],
    ["entropyMostP", "information", finite(ofP.entropyBounds?.upper)],
    ["entropyLeastQ", "information", ofQ?.entropyBounds?.lower],
    ["entropyMostQ", "information", finite(ofQ?.entropyBounds?.upper)],
    ["medianRank", "plain", q ? undefined : ofP.medianRank],
    ["top1", "plain", q ? undefined : ofP.topRates[0]?.rate],
  ];
  return (byBytes ? byteRows(byBytes) : byToken).flatMap(([key, quantity, found]) => {
    if (!found) return [];
    const column = columnOfMean(columns, key);
    const common = {
      key,
      quantity,
      symbol: symbols[key.replace(/Least|Most/, "") as NumberRow["key"]] ?? "",
      ...(column && { column }),
    };
    if (!("mean" in found)) return [{ ...common, estimate: found, ...(column && quantilesOf(column)) }];
    const at = (share: number) => found.quantiles.find((one) => one.share === share)!.estimate.value;
    return [{ ...common, estimate: found.mean, median: at(0.5), high: at(0.99), most: found.maximum }];
  });
}

const leastOf = { byteP: "byteLeastP", byteQ: "byteLeastQ", byteDifference: "byteDifferenceLeast" } as const;
const mostOf = { byteP: "byteMostP", byteQ: "byteMostQ", byteDifference: "byteDifferenceMost" } as const;

/** Of tokens nothing is said: those of the two are others. */
function byteRows({ one, other, difference, bounds }: ByteComparison): Known[] {
  const known = (key: "byteP" | "byteQ" | "byteDifference", { lower, upper }: BoundedMean): Known[] =>
    lower.value === upper.value
      ? [[key, "information", lower]]
      : [
          [leastOf[key], "information", finite(lower)],
          [mostOf[key], "information", finite(upper)],
        ];
  return [
    ...known("byteP", bounds?.other ?? { lower: other, upper: other }),
    ...known("byteQ", bounds?.one ?? { lower: one, upper: one }),
    ...known("byteDifference", bounds?.difference ?? { lower: difference, upper: difference }),
  ];
}

/** What is not bounded is no row: that it is not is said elsewhere. */
function finite(estimate: Estimate | undefined): Estimate | undefined {
  return estimate && Number.isFinite(estimate.value) ? estimate : undefined;
}

function quantilesOf({ values }: Column): Pick<NumberRow, "median" | "high" | "most"> {
  const known = Float64Array.from(values)
    .filter((x) => !Number.isNaN(x))
    .sort();
  if (known.length === 0) return {};
  return { median: quantile(known, 0.5), high: quantile(known, 0.99), most: known.at(-1)! };
}

/** Linear between neighbours, as the library's own quantiles. */
function quantile(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const [low, high] = [ascending[Math.floor(place)]!, ascending[Math.ceil(place)]!];
  return low === high ? low : low + (place - Math.floor(place)) * (high - low);
}
