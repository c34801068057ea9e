import {
  type BoundedMean,
  type BoundedPerplexity,
  type Calibration,
  type ComparabilityCard,
  type Estimate,
  inUnit,
  type Nats,
  type TokenStatistics,
  type Unit,
} from "@surprisal/core";
import type { DoubtfulAlignment } from "../outputs/alignment.ts";
import type { QuirkTotal } from "../scores/quirkTotals.ts";
import { boundsInUnit } from "./comparisonInUnit.ts";
import { estimateInUnit } from "./estimateInUnit.ts";
import type { UnnamedTokens } from "./unnamedTokens.ts";

/** What a file is, and what is to be known of what came in it. */
interface AboutPerplexity {
  file: string;
  format: string;
  models?: readonly string[];
  rows: number;
  vocabulary?: number;
  sequences: number;
  targets?: string;
  /** Arrays of which nothing tells which says what came. */
  possibleTargets?: readonly string[];
  /** What has to be the same for two perplexities to be compared, as far as the file says it. */
  card: ComparabilityCard;
  unnamed?: UnnamedTokens;
  /** Rows of a base file of llama.cpp at which what came is stored at the cut; not there if there are none. */
  cameCut?: number;
  /** Tokens to which the model gave probability 0: they make the perplexity ∞. */
  impossible: { count: number; first: readonly string[] };
  quirks: readonly QuirkTotal[];
}

/** What one model says of one text: what `surprisal perplexity --json` prints. */
export interface ModelPerplexity extends AboutPerplexity {
  measure: "modelPerplexity";
  tokensScored: number;
  unit: Unit;
  perplexity?: Estimate;
  /** Of scores: between which values it lies if the tokens count too whose log-probability is withheld; not there if none is. */
  perplexityBounds?: BoundedPerplexity & {
    /** How many those are. */
    withheld: number;
    /** If no outcome is below it; without it, there is no upper bound. */
    floor?: number;
  };
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
  /** That targets seem to be put a place too early or too late; in the unit. */
  alignment?: DoubtfulAlignment;
  /** Rows whose target is padding, left out of everything; not there if there are none. */
  padding?: number;
  /** Its numbers are doubles, and are measured as singles. */
  narrowed?: true;
  /** Rows that are no distributions, left out of everything. */
  faults: TokenStatistics["faults"];
}

/** What was measured and read; nats. */
export interface PerplexityFound extends AboutPerplexity {
  statistics: TokenStatistics;
  /** Of scores: how many outcomes there are, as a file says. */
  outcomes?: { readonly count: number; readonly from: string };
  /** Of scores: the probability below which no outcome is assumed to be. */
  floor?: number;
  doubtful?: DoubtfulAlignment;
  padding: number;
  narrowed: boolean;
}

/** With all that is information in the unit. */
export function perplexityAnswer(
  { statistics: found, outcomes, floor, doubtful, padding, narrowed, ...about }: PerplexityFound,
  unit: Unit,
): ModelPerplexity {
  const { perplexity, perplexityBounds, perToken, perByte, perWord, entropy, entropyBounds } = found;
  const { medianRank, reciprocalRank, calibration } = found;
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return {
    measure: "modelPerplexity",
    ...about,
    ...{ tokensScored: found.scored, unit },
    ...(perplexity && { perplexity }),
    ...(perplexityBounds && {
      perplexityBounds: {
        ...{ ...perplexityBounds, withheld: perplexityBounds.tokens - found.scored },
        ...(floor !== undefined && { floor }),
      },
    }),
    ...(perToken && { surprisePerToken: inIt(perToken) }),
    ...(perByte && { surprisePerByte: inIt(perByte) }),
    ...(perWord && { surprisePerWord: inIt(perWord) }),
    ...(entropy && { entropy: inIt(entropy) }),
    ...(entropyBounds && {
      entropyBounds: {
        ...boundsInUnit(entropyBounds, unit),
        ...(outcomes && { outcomes: outcomes.count, vocabulary: outcomes.from }),
      },
    }),
    ...(medianRank && { medianRank }),
    ...(reciprocalRank && { reciprocalRank }),
    topRates: found.topRates,
    ...(calibration && { calibration }),
    ...(doubtful && { alignment: alignmentInUnit(doubtful, unit) }),
    ...(padding > 0 && { padding }),
    ...(narrowed && { narrowed: true as const }),
    faults: found.faults,
  };
}

export function alignmentInUnit(found: DoubtfulAlignment, unit: Unit): DoubtfulAlignment {
  return { ...found, asked: inUnit(found.asked, unit), other: inUnit(found.other, unit) };
}

/**
 * @param surprise −ln p of what came.
 * @param most How many of them are named.
 */
export function impossibleTokens(
  surprise: ArrayLike<Nats>,
  nameOf: (row: number) => string,
  most: number,
): ModelPerplexity["impossible"] {
  const { count, first } = infiniteRows(surprise, most);
  return { count, first: first.map(nameOf) };
}

/** What a token is called that came at a row of logits. */
export function rowName(row: number, token: number, text: string | undefined): string {
  return `row ${row} (token ${token}${text === undefined ? "" : `, ${JSON.stringify(text)}`})`;
}

/** How many values are +∞, and where the first are. */
export function infiniteRows(values: ArrayLike<Nats>, most: number): { count: number; first: number[] } {
  const first: number[] = [];
  let count = 0;
  for (let row = 0; row < values.length; row++)
    if (values[row] === Infinity && ++count <= most) first.push(row);
  return { count, first };
}
