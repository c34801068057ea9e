import type {
  ByteComparison,
  CandidateComparison,
  ComparabilityCard,
  Estimate,
  ListedComparison,
  ScoredComparison,
  Unit,
} from "@surprisal/core";
import { unsaidByScores } from "../outputs/unsaidByScores.ts";
import type { QuirkTotal } from "../scores/quirkTotals.ts";
import { listedInUnit, scoredInUnit } from "./comparisonInUnit.ts";
import { estimateInUnit } from "./estimateInUnit.ts";

/** What candidates make of a text that a base has scored too, from scores of its tokens: what `surprisal diff --json` prints of them. */
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
  quirks: readonly QuirkTotal[];
  candidates: (TokenDiff | ByteDiff)[];
  /** Of several: which is less surprised by the same tokens. Not there if one is cut otherwise, or infinitely surprised. */
  lessSurprised?: CandidateComparison;
}

interface AboutCandidate {
  file: string;
  quirks: readonly QuirkTotal[];
  /** What has to be the same, and the files do not say. */
  unsaid: readonly (keyof ComparabilityCard)[];
}

export interface TokenDiff extends AboutCandidate {
  by: "tokens";
  /** Of what came; not there if no token is scored by both. */
  scored?: ScoredComparison;
  top1Agreement?: Estimate;
  /** Not there if they do not list what else could have come. */
  listed?: ListedComparison;
}

export interface ByteDiff extends AboutCandidate {
  by: "bytes";
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

type Candidate = Pick<AboutCandidate, "file" | "quirks">;

/** What was compared token by token; nats. */
export interface TokensFound {
  scored: ScoredComparison | undefined;
  top1Agreement: Estimate | undefined;
  listed: ListedComparison | undefined;
}

export function tokenDiff(
  { file, quirks }: Candidate,
  { scored, listed, top1Agreement }: TokensFound,
  unit: Unit,
): TokenDiff {
  return {
    ...{ file, by: "tokens", quirks },
    ...(scored && { scored: scoredInUnit(scored, unit) }),
    ...(top1Agreement && { top1Agreement }),
    ...(listed && { listed: listedInUnit(listed, unit) }),
    unsaid: unsaidByScores,
  };
}

/** @param found The candidate as one, the base as the other; nothing if no stretch is scored by both. */
export function byteDiff(
  { file, quirks }: Candidate,
  found: ByteComparison | undefined,
  unit: Unit,
): ByteDiff {
  const about = { file, by: "bytes" as const, quirks, unsaid: unsaidByScores };
  if (!found) return { ...about, spans: 0, bytes: 0 };
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return {
    ...about,
    ...{ spans: found.spans, bytes: found.bytes, verdict: found.verdict },
    ...{ base: inIt(found.other), candidate: inIt(found.one), difference: inIt(found.difference) },
  };
}
