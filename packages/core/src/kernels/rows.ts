import type { Nats } from "../units.ts";
import type { OutcomeSums } from "./outcomeSums.ts";

/** How a number of a row is stored: IEEE single or half precision, or the upper half of a single (bfloat16). */
export type RowFormat = "f32" | "f16" | "bf16";

/**
 * Rows of logits, or of log-probabilities, which are logits too: n·V numbers, one row after the other. 16-bit numbers are given by their bits.
 */
export type Rows =
  | { readonly format: "f32"; readonly vocabulary: number; readonly values: Float32Array }
  | { readonly format: "f16" | "bf16"; readonly vocabulary: number; readonly values: Uint16Array };

/** What to compute besides the core set. Each takes a second sweep, over rows that are still in the cache. */
export type RowQuestions = {
  /** Ranks of the targets. */
  readonly ranks?: boolean;
  /** Of two rows: Jensen–Shannon divergence and total variation. */
  readonly symmetric?: boolean;
  /** Of two rows: how many of the k likeliest outcomes they share; k in 1 … 256. */
  readonly top?: number;
  /** Of two rows: sums over all rows for each outcome, which say where the divergences come from. */
  readonly outcomes?: boolean;
};

/** Why a row is no distribution: it holds a NaN or a +∞, or nothing but −∞. */
export type RowFault = "NaN" | "+∞" | "all −∞";

/**
 * One entry for each row. A row that is no distribution is named in `faults`, and has NaN, or −1 in the columns of integers, everywhere else:
 * leave it out of every mean. So has a row of padding, which is no fault.
 */
export type RowMeasures = {
  /** ln Σ e^x; 0 to rounding if the row holds log-probabilities. */
  readonly logSumExp: Float64Array;
  /** −ln of the target's probability, in [0, ∞]; NaN where there is no target. */
  readonly negativeLogLikelihood: Float64Array;
  /** In [0, ln V]. */
  readonly entropy: Float64Array;
  /** The likeliest outcome; of equals, the first. */
  readonly top1: Int32Array;
  /** ln of its probability. */
  readonly top1LogProbability: Float64Array;
  /** 1 for the likeliest outcome, equals in the order of their indices; −1 where there is no target. Empty unless asked for. */
  readonly rank: Int32Array;
  readonly faults: readonly { readonly row: number; readonly fault: RowFault }[];
};

/** Rows of P beside the rows of Q for the same places. Where either row is no distribution, what compares them is NaN, or −1. */
export type RowPairMeasures = {
  readonly p: RowMeasures;
  readonly q: RowMeasures;
  /** D(P‖Q), in [0, ∞]. An outcome has probability 0 if its logit is −∞ or so low that a double cannot hold the probability (e^−745). */
  readonly forwardKl: Float64Array;
  /** D(Q‖P), in [0, ∞]. */
  readonly reverseKl: Float64Array;
  /** 1 where both have the same likeliest outcome, else 0. */
  readonly top1Agrees: Int8Array;
  /** In [0, ln 2]. Empty unless asked for. */
  readonly jensenShannon: Float64Array;
  /** In [0, 1]. Empty unless asked for. */
  readonly totalVariation: Float64Array;
  /** How many outcomes are among the `top` likeliest of both. Outcomes at −∞ are among nobody's. Empty unless asked for. */
  readonly topOverlap: Int16Array;
  /** Not there unless asked for. */
  readonly outcomes?: OutcomeSums;
};

/** The measures of one row, or why it has none. */
export type RowAnswer = {
  logSumExp: number;
  negativeLogLikelihood: Nats;
  entropy: Nats;
  top1: number;
  top1LogProbability: number;
  rank: number;
};

export type PairAnswer = {
  forwardKl: Nats;
  reverseKl: Nats;
  jensenShannon: Nats;
  totalVariation: number;
  topOverlap: number;
};

/** A target that is none: the row's negative log-likelihood and rank are not computed. */
export const noTarget = -1;

/** The target of a row that is padding, whatever it holds: nothing is measured of it, and it is in no sum. */
export const paddingTarget = -2;

export const bytesPerNumber = { f32: 4, f16: 2, bf16: 2 } as const;

/** Columns to write the measures of rows into. */
export type RowColumns = ReturnType<typeof emptyRowMeasures>;
export type RowPairColumns = ReturnType<typeof emptyRowPairMeasures>;

/**
 * Columns for n rows, with "no value" everywhere.
 *
 * @example emptyRowMeasures(2).top1 // Int32Array.of(-1, -1)
 */
export function emptyRowMeasures(n: number, { ranks = false }: RowQuestions = {}) {
  return {
    logSumExp: new Float64Array(n).fill(Number.NaN),
    negativeLogLikelihood: new Float64Array(n).fill(Number.NaN),
    entropy: new Float64Array(n).fill(Number.NaN),
    top1: new Int32Array(n).fill(-1),
    top1LogProbability: new Float64Array(n).fill(Number.NaN),
    rank: new Int32Array(ranks ? n : 0).fill(-1),
    faults: [] as { row: number; fault: RowFault }[],
  };
}

/**
 * The same for pairs of rows.
 *
 * @example emptyRowPairMeasures(2, { symmetric: true }).totalVariation.length // 2
 */
export function emptyRowPairMeasures(n: number, questions: RowQuestions = {}) {
  const symmetric = questions.symmetric ? n : 0;
  return {
    p: emptyRowMeasures(n, questions),
    q: emptyRowMeasures(n, questions),
    forwardKl: new Float64Array(n).fill(Number.NaN),
    reverseKl: new Float64Array(n).fill(Number.NaN),
    top1Agrees: new Int8Array(n).fill(-1),
    jensenShannon: new Float64Array(symmetric).fill(Number.NaN),
    totalVariation: new Float64Array(symmetric).fill(Number.NaN),
    topOverlap: new Int16Array(questions.top ? n : 0).fill(-1),
  };
}
