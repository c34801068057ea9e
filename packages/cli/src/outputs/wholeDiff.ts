import {
  bootstrap,
  type CandidateComparison,
  compareByBytes,
  compareCandidates,
  type Estimate,
  inUnit,
  meanStatistic,
  pairedDifference,
  type Resampling,
  tokenResampling,
  type Unit,
  type Verdict,
} from "@surprisal/core";
import {
  candidatesInUnit,
  estimateInUnit,
  FormatError,
  pairWholes,
  type Whole,
  type WholePairs,
  type WholeScores,
  wholeScores,
  wholeSizes,
} from "@surprisal/data";
import { openOutput } from "./outputNamed.ts";
import { impossibleAmong, type WholeOptions } from "./wholePerplexity.ts";

/** A mean by the base and by a candidate, and that of the candidate's less the base's, document by document. */
export interface PairedMeans {
  base: Estimate;
  candidate: Estimate;
  difference: Estimate;
  /** Of the candidate's. */
  verdict: Verdict;
}

/** What candidates make of documents, or of the right continuation of each, that a base has scored too. */
export interface WholeDiff {
  measure: "wholeDiff";
  base: string;
  of: "documents" | "continuations";
  hasChoices: boolean;
  documents: number;
  unit: Unit;
  level: number;
  candidates: WholeCandidate[];
  /** Of several: which is less surprised by the same documents. Not there if one of them, or the base, gives one probability 0. */
  lessSurprised?: CandidateComparison;
}

export interface WholeCandidate {
  file: string;
  /** In the unit. Neither is there if one of the two gives a document probability 0. */
  surprise?: PairedMeans;
  surprisePerByte?: PairedMeans;
  /** How often a continuation is the likeliest of several, or else greedy. Not of documents. */
  right?: PairedMeans;
  /** The documents whose surprise differs most, by either sign; in the unit. */
  furthest: { id: string; text: string; base: number; candidate: number; difference: number }[];
  /** Documents before which the two saw other words, as far as the files say it. */
  otherPrompts: number;
  impossible: { base: Impossible; candidate: Impossible };
}

type Impossible = ReturnType<typeof impossibleAmong>;

/** @throws FormatError as the reader does, or if the files are not of the same documents. */
export async function wholeDiff(files: readonly string[], options: WholeOptions): Promise<WholeDiff> {
  const { unit, level } = options;
  const [base, ...others] = files as [string, ...string[]];
  const ofBase = await wholesNamed(base);
  const candidates: WholeCandidate[] = [];
  const surprises: { name: string; values: Float64Array }[] = [];
  const resampling = tokenResampling([], { resample: "tokens", level });
  for (const file of others) {
    const pairs = pairWholes(ofBase, await wholesNamed(file));
    candidates.push({ file, ...compared(pairs, ofBase, resampling, options) });
    surprises.push({ name: file, values: surpriseOf(pairs.candidate) });
  }
  const canCompare = others.length > 1 && candidates.every(({ surprise }) => surprise !== undefined);
  return {
    measure: "wholeDiff",
    ...{ base, of: `${ofBase.unit}s`, hasChoices: ofBase.hasChoices, documents: ofBase.wholes.length },
    ...{ unit, level, candidates },
    ...(canCompare && { lessSurprised: candidatesInUnit(compareCandidates(surprises, resampling), unit) }),
  };
}

export async function wholesNamed(text: string): Promise<WholeScores> {
  const { path, output } = await openOutput(text);
  try {
    if (output.kind === "scores") return await wholeScores(path, output);
    throw new FormatError({
      code: "unsupported",
      source: path,
      problem: "holds rows of logits",
      expected: "samples of lm-evaluation-harness, as the base has",
    });
  } finally {
    await output.close();
  }
}

function compared(
  { base, candidate, otherPrompts }: WholePairs,
  { unit: kind }: WholeScores,
  resampling: Resampling,
  { unit, top }: WholeOptions,
): Omit<WholeCandidate, "file"> {
  const [one, other] = [surpriseOf(candidate), surpriseOf(base)];
  const bytes = wholeSizes(base, "bytes");
  // Of a few that differ, by 1 each, no standard error is known to studentise by.
  const ofCounts = { ...resampling, method: "percentile" } as const;
  const areFinite = [...one, ...other].every(Number.isFinite);
  return {
    ...(areFinite && { surprise: meansInUnit(pairedMeans(one, other, resampling), unit) }),
    ...(areFinite && bytes && { surprisePerByte: meansInUnit(byBytes(one, other, bytes, resampling), unit) }),
    ...(kind === "continuation" && { right: pairedMeans(rightOf(candidate), rightOf(base), ofCounts) }),
    furthest: furthestOf(one, other, top).map((i) => ({
      ...{ id: base[i]!.id, text: base[i]!.text },
      ...{ base: inUnit(other[i]!, unit), candidate: inUnit(one[i]!, unit) },
      difference: inUnit(one[i]! - other[i]!, unit),
    })),
    otherPrompts,
    impossible: { base: impossibleAmong(base, top), candidate: impossibleAmong(candidate, top) },
  };
}

function furthestOf(one: Float64Array, other: Float64Array, top: number): number[] {
  const apart = one.map((nats, i) => Math.abs(nats - other[i]!));
  const differ = Array.from(apart.keys()).filter((i) => apart[i]! > 0);
  return differ.sort((i, k) => (apart[i] === apart[k] ? i - k : apart[k]! - apart[i]!)).slice(0, top);
}

function pairedMeans(candidate: Float64Array, base: Float64Array, resampling: Resampling): PairedMeans {
  const { difference, verdict } = pairedDifference(candidate, base, resampling);
  const mean = (column: Float64Array) => bootstrap(meanStatistic(column), resampling);
  return { base: mean(base), candidate: mean(candidate), difference, verdict };
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
  const found = compareByBytes({ from, to, one: candidate, other: base }, resampling);
  return {
    base: found.other,
    candidate: found.one,
    difference: found.difference,
    verdict: found.verdict,
  };
}

function meansInUnit({ base, candidate, difference, verdict }: PairedMeans, unit: Unit): PairedMeans {
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return { base: inIt(base), candidate: inIt(candidate), difference: inIt(difference), verdict };
}

function surpriseOf(wholes: readonly Whole[]): Float64Array {
  return Float64Array.from(wholes, ({ surprise }) => surprise);
}

function rightOf(wholes: readonly Whole[]): Float64Array {
  return Float64Array.from(wholes, ({ isRight }) => Number(isRight));
}
