import type {
  BoundedMean,
  BoundedPerplexity,
  ByteBounds,
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
import { boundsInUnit, listedInUnit, scoredInUnit } from "./comparisonInUnit.ts";
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
  /** How many of the base's tokens came without their log-probability, and are in no estimate; not there if none did. */
  withheld?: number;
  candidates: (TokenDiff | ByteDiff)[];
  /** Of several: which is less surprised by the same tokens. Not there if one is cut otherwise, or infinitely surprised. */
  lessSurprised?: CandidateComparison;
}

interface AboutCandidate {
  file: string;
  quirks: readonly QuirkTotal[];
  /** As of the base. */
  withheld?: number;
  /** What has to be the same, and the files do not say. */
  unsaid: readonly (keyof ComparabilityCard)[];
}

export interface TokenDiff extends AboutCandidate {
  by: "tokens";
  /** Of what came; not there if no token is scored by both. */
  scored?: ScoredComparison;
  /** Between which values the perplexities lie of all tokens that came, where either withholds some log-probabilities. */
  perplexityBounds?: PerplexitiesBounded;
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
  /** Of all stretches, those too in which a token came without its log-probability; not there without any. */
  bounds?: Pick<ByteBounds, "spans" | "bytes"> & Record<"base" | "candidate" | "difference", BoundedMean>;
  /** Of the candidate's; by the bounds, if there are any. */
  verdict?: ByteComparison["verdict"];
}

/** Of what came, by a base and a candidate; not there if nothing came. */
export interface PerplexitiesBounded {
  base?: BoundedPerplexity;
  candidate?: BoundedPerplexity;
  /** The candidate's over the base's, and less it. */
  ratio?: BoundedMean;
  difference?: BoundedMean;
}

type Candidate = Pick<AboutCandidate, "file" | "quirks" | "withheld">;

/** What was compared token by token; nats. */
export interface TokensFound {
  scored: ScoredComparison | undefined;
  top1Agreement: Estimate | undefined;
  listed: ListedComparison | undefined;
  perplexityBounds: PerplexitiesBounded | undefined;
}

export function tokenDiff(
  about: Candidate,
  { scored, listed, top1Agreement, perplexityBounds }: TokensFound,
  unit: Unit,
): TokenDiff {
  return {
    ...{ ...about, by: "tokens" },
    ...(scored && { scored: scoredInUnit(scored, unit) }),
    ...(perplexityBounds && { perplexityBounds }),
    ...(top1Agreement && { top1Agreement }),
    ...(listed && { listed: listedInUnit(listed, unit) }),
    unsaid: unsaidByScores,
  };
}

/** @param found The candidate as one, the base as the other; nothing if no stretch is scored by both. */
export function byteDiff(candidate: Candidate, found: ByteComparison | undefined, unit: Unit): ByteDiff {
  const about = { ...candidate, by: "bytes" as const, unsaid: unsaidByScores };
  if (!found) return { ...about, spans: 0, bytes: 0 };
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return {
    ...about,
    ...{ spans: found.spans, bytes: found.bytes, verdict: found.verdict },
    ...{ base: inIt(found.other), candidate: inIt(found.one), difference: inIt(found.difference) },
    ...(found.bounds && { bounds: byteBounds(found.bounds, unit) }),
  };
}

function byteBounds(
  { spans, bytes, one, other, difference }: ByteBounds,
  unit: Unit,
): NonNullable<ByteDiff["bounds"]> {
  const inIt = (bounds: BoundedMean) => boundsInUnit(bounds, unit);
  return { spans, bytes, base: inIt(other), candidate: inIt(one), difference: inIt(difference) };
}
