import {
  type ByteComparison,
  boundedComparison,
  type Candidate,
  type CandidateComparison,
  type ComparabilityCard,
  compareByBytes,
  compareCandidates,
  type Estimate,
  estimateRate,
  type ListedMeasure,
  listedMeasures,
  type Resample,
  scoredComparison,
  tokenResampling,
  type Unit,
} from "@surprisal/core";
import {
  addQuirks,
  boundedPerplexities,
  byteDiff,
  candidateFirst,
  candidatesInUnit,
  GrowingText,
  type QuirkTotal,
  type ScoreDiff,
  type ScoredSequence,
  ScorePairing,
  type ScorePairs,
  sideBySide,
  type TokensFound,
  tokenBytes,
  tokenCard,
  tokenDiff,
} from "@surprisal/data";
import type { ReportedScores } from "../report/reportedScores.ts";
import type { TargetOptions } from "./modelRows.ts";
import { refuseFloor } from "./refuseFloor.ts";
import { scoresBeside } from "./scoresBeside.ts";
import { refuseRowOptions } from "./tokenOptions.ts";

export interface ScoreDiffOptions extends TargetOptions {
  unit: Unit;
  resample: Resample;
  level: number;
  /** A probability below which no outcome is assumed to be; 0 for none. */
  floor: number;
}

/** What was compared, for those who want more than the answer; nats. */
export interface KeptScores {
  candidates: (KeptCandidate & (TokensFound | { byBytes: ByteComparison | undefined }))[];
  /** What is known of the text. */
  text?: Pick<ComparabilityCard, "textHash">;
  lessSurprised?: CandidateComparison;
}

interface KeptCandidate {
  file: string;
  base: ReportedScores;
  candidate: ReportedScores;
}

export async function scoreDiff(
  files: readonly string[],
  options: ScoreDiffOptions,
  kept?: KeptScores,
): Promise<ScoreDiff> {
  const { unit, level, floor } = options;
  const [base, ...others] = files as [string, ...string[]];
  refuseRowOptions(options, `${base} says itself what came, and how it reads`);
  const { pairings, counts, texts, text } = await readFiles(files, floor, kept !== undefined);
  const candidates: ScoreDiff["candidates"] = [];
  const surprises: (Candidate & { values: Float64Array })[] = [];
  let sequence: Int32Array = new Int32Array();
  for (const [i, file] of others.entries()) {
    // What has been compared is not needed any more.
    const pairs = pairings.shift()!.whole();
    const about = { file, ...peculiar(counts[i + 1]!) };
    const scores = { file, base: texts[0]!, candidate: texts[i + 1]! };
    if (pairs.by === "bytes") {
      const byBytes = comparedBytes(pairs, file, options);
      kept?.candidates.push({ ...scores, byBytes });
      candidates.push(byteDiff(about, byBytes, unit));
    } else {
      const found = comparedTokens(pairs, file, options);
      kept?.candidates.push({ ...scores, ...found });
      candidates.push(tokenDiff(about, found, unit));
      const ends = pairs.withheld.candidate.ends(pairs.candidate, floor);
      surprises.push({ name: file, values: pairs.candidate, ...(ends && { ends }) });
      sequence = pairs.sequence;
    }
  }
  const canCompare = surprises.length > 1 && surprises.length === others.length && haveCommon(surprises);
  const lessSurprised = canCompare
    ? compareCandidates(surprises, tokenResampling(sequence, options))
    : undefined;
  if (kept) {
    kept.text = text;
    if (lessSurprised) kept.lessSurprised = lessSurprised;
  }
  const scored = Math.max(...candidates.map((one) => (one.by === "tokens" ? (one.scored?.tokens ?? 0) : 0)));
  const { tokens, sequences } = counts[0]!;
  return {
    measure: "scoreDiff",
    ...{ base, unit, level, ...(floor > 0 && { floor }) },
    ...{ tokens, sequences },
    ...(scored > 0 && { card: { ...tokenCard, ...text, tokensScored: scored } }),
    ...peculiar(counts[0]!),
    candidates,
    ...(lessSurprised && { lessSurprised: candidatesInUnit(lessSurprised, unit) }),
  };
}

/** What the sequences of one file come to. */
interface Counts {
  tokens: number;
  sequences: number;
  quirks: Map<QuirkTotal["code"], QuirkTotal>;
  withheld: number;
}

function peculiar({ quirks, withheld }: Counts): Pick<ScoreDiff, "quirks" | "withheld"> {
  return { quirks: [...quirks.values()], ...(withheld > 0 && { withheld }) };
}

/** Reads the files side by side, a sequence of each at a time. */
async function readFiles([base, ...others]: readonly string[], floor: number, areKept: boolean) {
  const questions = { measures: listedMeasures, ...(floor > 0 && { floor }) };
  const pairings = others.map((file) => new ScorePairing(base!, file, questions));
  const files = [base!, ...others];
  const counts = files.map((): Counts => ({ tokens: 0, sequences: 0, quirks: new Map(), withheld: 0 }));
  const texts = areKept ? await reportedScores(files) : [];
  const text = new GrowingText();
  for await (const [one, ...candidates] of sideBySide(files.map((file) => scoresBeside(base!, file)))) {
    for (const [i, sequence] of [one, ...candidates].entries()) {
      if (sequence === undefined) continue;
      count(counts[i]!, sequence);
      texts[i]?.add(sequence);
    }
    if (one) text.add(tokenBytes(one));
    for (const [i, pairing] of pairings.entries()) pairing.take(one, candidates[i]);
  }
  return { pairings, counts, texts, text: await text.hash() };
}

async function reportedScores(files: readonly string[]): Promise<ReportedScores[]> {
  const { ReportedScores } = await import("../report/reportedScores.ts");
  return files.map(() => new ReportedScores());
}

function count(counts: Counts, sequence: ScoredSequence): void {
  counts.tokens += sequence.scores.length;
  counts.sequences++;
  for (const { isWithheld } of sequence.scores) if (isWithheld) counts.withheld++;
  addQuirks(counts.quirks, sequence);
}

/** Whether there are tokens that all of them have scored, and none has ruled out. */
function haveCommon(surprises: readonly { values: Float64Array }[]): boolean {
  const areFinite = surprises.every(({ values }) => !values.includes(Infinity));
  const [first] = surprises;
  return areFinite && first!.values.some((_, i) => surprises.every(({ values }) => !Number.isNaN(values[i])));
}

function comparedTokens(
  pairs: Extract<ScorePairs<ListedMeasure>, { by: "tokens" }>,
  file: string,
  options: ScoreDiffOptions,
): TokensFound {
  const { floor } = options;
  const { boundsOf, least, top1Agrees, sequence, withheld } = pairs;
  refuseFloor(least, file, floor);
  const resampling = tokenResampling(sequence, options);
  const listed = boundedComparison(boundsOf, resampling);
  pairs.dropBounds();
  const perplexityBounds = boundedPerplexities(pairs, resampling, floor);
  if (perplexityBounds)
    for (const { leastListed } of Object.values(withheld)) refuseFloor(leastListed, file, floor);
  return {
    listed,
    perplexityBounds,
    scored: scoredComparison(pairs.base, pairs.candidate, resampling),
    top1Agreement: agreementOf(top1Agrees, sequence, options),
  };
}

function agreementOf(
  top1Agrees: Int8Array,
  sequence: Int32Array,
  options: ScoreDiffOptions,
): Estimate | undefined {
  const isKnown = (i: number) => top1Agrees[i]! >= 0;
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

function comparedBytes(
  { spans, sequence, leastListed }: Extract<ScorePairs, { by: "bytes" }>,
  file: string,
  options: ScoreDiffOptions,
): ByteComparison | undefined {
  if (spans.atMost) refuseFloor(leastListed, file, options.floor);
  return compareByBytes(candidateFirst(spans), tokenResampling(sequence, options));
}
