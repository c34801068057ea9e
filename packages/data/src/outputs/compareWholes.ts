import {
  bootstrap,
  compareByBytes,
  type Estimate,
  estimateRate,
  estimateRateChange,
  meanStatistic,
  pairedDifference,
  type Resampling,
  type Verdict,
  verdictOf,
} from "@surprisal/core";
import { pairWholes, type WholePairs } from "./pairWholes.ts";
import { type WholeScores, wholeSizes } from "./wholeScores.ts";
import { flagsOf, surpriseOf, wholeResampling } from "./wholeStatistics.ts";

/** A mean by the base and by a candidate, and that of the candidate's less the base's, document by document. */
export interface PairedMeans {
  base: Estimate;
  candidate: Estimate;
  difference: Estimate;
  /** Of the candidate's. */
  verdict: Verdict;
}

/** What a candidate makes of the documents of a base. Nats. */
export interface WholesCompared extends WholePairs {
  /** Neither is there if one of the two gives a document probability 0. */
  readonly surprise?: PairedMeans;
  readonly surprisePerByte?: PairedMeans;
  /** How often a continuation is the likeliest of several, or else greedy. Not of documents. */
  readonly right?: PairedMeans;
}

/** @throws FormatError if the two are not of the same documents. */
export function compareWholes(base: WholeScores, candidate: WholeScores, level?: number): WholesCompared {
  const pairs = pairWholes(base, candidate);
  const resampling = wholeResampling(level);
  const [one, other] = [surpriseOf(pairs.candidate), surpriseOf(pairs.base)];
  const bytes = wholeSizes(pairs.base, "bytes");
  const areFinite = [...one, ...other].every(Number.isFinite);
  const right = (wholes: WholePairs["base"]) => flagsOf(wholes, "isRight");
  return {
    ...pairs,
    ...(areFinite && { surprise: pairedMeans(one, other, resampling) }),
    ...(areFinite && bytes && { surprisePerByte: byBytes(one, other, bytes, resampling) }),
    ...(base.unit === "continuation" && {
      right: pairedRates(right(pairs.candidate), right(pairs.base), resampling),
    }),
  };
}

function pairedMeans(candidate: Float64Array, base: Float64Array, resampling: Resampling): PairedMeans {
  const { difference, verdict } = pairedDifference(candidate, base, resampling);
  const mean = (column: Float64Array) => bootstrap(meanStatistic(column), resampling);
  return { base: mean(base), candidate: mean(candidate), difference, verdict };
}

function pairedRates(candidate: Float64Array, base: Float64Array, resampling: Resampling): PairedMeans {
  const difference = estimateRateChange(
    candidate.map((right, i) => right - base[i]!),
    resampling,
  );
  const rate = (column: Float64Array) => estimateRate(column, resampling);
  return { base: rate(base), candidate: rate(candidate), difference, verdict: verdictOf(difference) };
}

/** Documents one after the other are stretches of one text. */
function byBytes(
  candidate: Float64Array,
  base: Float64Array,
  bytes: Float64Array,
  resampling: Resampling,
): PairedMeans {
  let end = 0;
  const to = bytes.map((length) => (end += length));
  const from = to.map((at, i) => at - bytes[i]!);
  // Of each of them −ln p is known.
  const found = compareByBytes({ from, to, one: candidate, other: base }, resampling)!;
  return {
    base: found.other,
    candidate: found.one,
    difference: found.difference,
    verdict: found.verdict,
  };
}
