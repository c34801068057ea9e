import {
  type ByteComparison,
  type CandidateComparison,
  type ComparabilityCard,
  compareByBytes,
  compareCandidates,
  type Estimate,
  estimateRate,
  type ListedComparison,
  listedComparison,
  type Resample,
  type ScoredComparison,
  scoredComparison,
  tokenResampling,
  type Unit,
} from "@surprisal/core";
import {
  addQuirks,
  FormatError,
  type QuirkTotal,
  type ScoredFile,
  type ScorePairs,
  scoredFile,
  scorePairs,
  tokenCard,
} from "@surprisal/data";
import { candidatesInUnit, listedInUnit, scoredInUnit } from "./comparisonInUnit.ts";
import { estimateInUnit } from "./estimateInUnit.ts";
import type { TargetOptions } from "./modelRows.ts";
import { openOutput } from "./outputNamed.ts";
import { refuseFloor } from "./refuseFloor.ts";
import { refuseRowOptions } from "./tokenOptions.ts";

export interface ScoreDiffOptions extends TargetOptions {
  unit: Unit;
  resample: Resample;
  level: number;
  /** A probability below which no outcome is assumed to be; 0 for none. */
  floor: number;
}

/** What candidates make of a text that a base has scored too, from scores of its tokens. */
export interface ScoreDiff {
  measure: "scoreDiff";
  base: string;
  unit: Unit;
  tokens: number;
  sequences: number;
  level: number;
  floor?: number;
  /** What other perplexities have to have in common with these to be compared; not there without any. */
  card?: ComparabilityCard;
  quirks: QuirkTotal[];
  candidates: (TokenDiff | ByteDiff)[];
  /** Of several: which is less surprised by the same tokens. Not there if one is cut otherwise, or infinitely surprised. */
  lessSurprised?: CandidateComparison;
}

export interface TokenDiff {
  file: string;
  by: "tokens";
  quirks: QuirkTotal[];
  /** Of what came; not there if no token is scored by both. */
  scored?: ScoredComparison;
  top1Agreement?: Estimate;
  /** Not there if they do not list what else could have come. */
  listed?: ListedComparison;
}

export interface ByteDiff {
  file: string;
  by: "bytes";
  quirks: QuirkTotal[];
  spans: number;
  bytes: number;
  /** In the unit, a byte; not there if no stretch is scored by both. */
  base?: Estimate;
  candidate?: Estimate;
  /** The candidate's less the base's. */
  difference?: Estimate;
  /** Of the candidate's. */
  verdict?: ByteComparison["verdict"];
}

/** Whether a file has log-probabilities of tokens, and no rows of logits. */
export async function holdsScores(text: string): Promise<boolean> {
  const { output } = await openOutput(text);
  await output.close();
  return output.kind === "scores";
}

/** What was compared token by token, for those who want more than the answer; nats. */
export interface KeptScores {
  candidates: {
    file: string;
    base: ScoredFile;
    candidate: ScoredFile;
    scored: ScoredComparison | undefined;
    top1Agreement: Estimate | undefined;
    listed: ListedComparison | undefined;
  }[];
  lessSurprised?: CandidateComparison;
}

export async function scoreDiff(
  [base, ...files]: readonly string[],
  options: ScoreDiffOptions,
  kept?: KeptScores,
): Promise<ScoreDiff> {
  const { unit, level, floor } = options;
  refuseRowOptions(options, `${base} says itself what came, and how it reads`);
  const ofBase = await scoresNamed(base!);
  const candidates: ScoreDiff["candidates"] = [];
  const surprises: { name: string; values: Float64Array }[] = [];
  let sequence: Int32Array = new Int32Array();
  for (const file of files) {
    const ofCandidate = await scoresNamed(file);
    const pairs = scorePairs(ofBase, ofCandidate);
    const about = { file, quirks: quirksOf(ofCandidate) };
    if (pairs.by === "bytes") candidates.push({ ...about, ...byteDiff(pairs, options) });
    else {
      const found = tokenDiff(pairs, file, options);
      kept?.candidates.push({ file, base: ofBase, candidate: ofCandidate, ...found });
      candidates.push({ ...about, ...tokenDiffInUnit(found, unit) });
      surprises.push({ name: file, values: pairs.candidate });
      sequence = pairs.sequence;
    }
  }
  const canCompare = surprises.length > 1 && surprises.length === files.length && haveCommon(surprises);
  const lessSurprised = canCompare
    ? compareCandidates(surprises, tokenResampling(sequence, options))
    : undefined;
  if (kept && lessSurprised) kept.lessSurprised = lessSurprised;
  const scored = Math.max(...candidates.map((one) => (one.by === "tokens" ? (one.scored?.tokens ?? 0) : 0)));
  return {
    measure: "scoreDiff",
    ...{ base: base!, unit, level, ...(floor > 0 && { floor }) },
    tokens: ofBase.sequences.reduce((sum, { scores }) => sum + scores.length, 0),
    sequences: ofBase.sequences.length,
    ...(scored > 0 && { card: { ...tokenCard, tokensScored: scored } }),
    quirks: quirksOf(ofBase),
    candidates,
    ...(lessSurprised && { lessSurprised: candidatesInUnit(lessSurprised, unit) }),
  };
}

async function scoresNamed(text: string): Promise<ScoredFile> {
  const { path, output } = await openOutput(text);
  try {
    if (output.kind === "scores") return await scoredFile(path, output);
    throw new FormatError({
      code: "unsupported",
      source: path,
      problem: "holds rows of logits",
      expected: "scores of tokens, as the base has",
    });
  } finally {
    await output.close();
  }
}

function quirksOf({ sequences }: ScoredFile): QuirkTotal[] {
  const totals = new Map<QuirkTotal["code"], QuirkTotal>();
  for (const sequence of sequences) addQuirks(totals, sequence);
  return [...totals.values()];
}

/** Whether there are tokens that all of them have scored, and none has ruled out. */
function haveCommon(surprises: readonly { values: Float64Array }[]): boolean {
  const areFinite = surprises.every(({ values }) => !values.includes(Infinity));
  const [first] = surprises;
  return areFinite && first!.values.some((_, i) => surprises.every(({ values }) => !Number.isNaN(values[i])));
}

function tokenDiff(
  pairs: Extract<ScorePairs, { by: "tokens" }>,
  file: string,
  options: ScoreDiffOptions,
): Omit<KeptScores["candidates"][number], "file" | "base" | "candidate"> {
  const { floor } = options;
  const { lists, top1Agrees, sequence } = pairs;
  if (floor > 0) refuseFloor(lists, file, floor);
  const questions = () => tokenResampling(sequence, options);
  return {
    scored: scoredComparison(pairs.base, pairs.candidate, questions()),
    listed: listedComparison(lists, { ...questions(), ...(floor > 0 && { floor }) }),
    top1Agreement: agreementOf(top1Agrees, sequence, options),
  };
}

function tokenDiffInUnit(
  { scored, listed, top1Agreement }: ReturnType<typeof tokenDiff>,
  unit: Unit,
): Omit<TokenDiff, "file" | "quirks"> {
  return {
    by: "tokens",
    ...(scored && { scored: scoredInUnit(scored, unit) }),
    ...(top1Agreement && { top1Agreement }),
    ...(listed && { listed: listedInUnit(listed, unit) }),
  };
}

function agreementOf(
  top1Agrees: Float64Array,
  sequence: Int32Array,
  options: ScoreDiffOptions,
): Estimate | undefined {
  const isKnown = (i: number) => !Number.isNaN(top1Agrees[i]);
  const known = top1Agrees.filter((_, i) => isKnown(i));
  if (known.length === 0) return undefined;
  return estimateRate(
    known,
    tokenResampling(
      sequence.filter((_, i) => isKnown(i)),
      options,
    ),
  );
}

function byteDiff(
  { spans, sequence }: Extract<ScorePairs, { by: "bytes" }>,
  options: ScoreDiffOptions,
): Omit<ByteDiff, "file" | "quirks"> {
  if (spans.from.length === 0) return { by: "bytes", spans: 0, bytes: 0 };
  const ofCandidate = { ...spans, one: spans.other, other: spans.one };
  const found = compareByBytes(ofCandidate, tokenResampling(sequence, options));
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, options.unit);
  return {
    by: "bytes",
    ...{ spans: found.spans, bytes: found.bytes, verdict: found.verdict },
    ...{ base: inIt(found.other), candidate: inIt(found.one), difference: inIt(found.difference) },
  };
}
