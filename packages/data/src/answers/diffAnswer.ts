import type {
  CandidateComparison,
  Carrier,
  ComparabilityCard,
  LlamaStatistics,
  Nats,
  TokenComparison,
  Unit,
} from "@surprisal/core";
import type { DoubtfulAlignment } from "../outputs/alignment.ts";
import { comparisonInUnit } from "./comparisonInUnit.ts";
import { infiniteRows } from "./perplexityAnswer.ts";
import type { UnnamedTokens } from "./unnamedTokens.ts";

/** A carrier of a divergence, in the unit, with what it reads as, if that is known. */
export interface NamedCarrier extends Carrier {
  text?: string;
}

interface AboutCandidate {
  file: string;
  /** The outcomes that most of D(base‖candidate) sits in; not there if nobody asked for them. */
  carriers?: readonly NamedCarrier[];
  /** What llama-perplexity says of the same; nats. */
  llama?: LlamaStatistics;
  /** What has to be the same, and the files do not say. */
  unsaid: readonly (keyof ComparabilityCard)[];
  /** Which of the two are 16-bit codes of llama.cpp, and as exact as these. */
  coded: readonly string[];
  /** Which of the two hold doubles, and are measured as singles. */
  narrowed: readonly string[];
}

/** What a candidate and a base disagree about on the same rows. */
export interface CandidateDiff extends AboutCandidate {
  /** In the unit. */
  comparison: TokenComparison;
  /** Rows at which D(base‖candidate) is ∞: the candidate rules out what the base allows. */
  infinite: { count: number; first: number[] };
  /** Rows whose target is padding, left out of everything; not there if there are none. */
  padding?: number;
}

/** What candidates and a base disagree about on the same rows: what `surprisal diff --json` prints. */
export interface ModelDiff {
  measure: "modelDiff";
  base: string;
  unit: Unit;
  rows: number;
  vocabulary: number;
  sequences: number;
  level: number;
  targets?: string;
  /** Arrays of the base of which nothing tells which says what came. */
  possibleTargets?: readonly string[];
  /** That targets seem to be put a place too early or too late; in the unit. */
  alignment?: DoubtfulAlignment;
  unnamed?: UnnamedTokens;
  again?: string;
  /** What other perplexities have to have in common with these to be compared; not there without any. */
  card?: ComparabilityCard;
  candidates: CandidateDiff[];
  /** Of several: which is nearer to the base, by D(base‖candidate) on the same rows; of those that are not ∞, if there are two. */
  nearer?: CandidateComparison;
}

/** What was measured of a candidate; nats. */
export interface CandidateFound extends AboutCandidate {
  comparison: TokenComparison;
  /** D(base‖candidate) at each row. */
  forwardKl: ArrayLike<Nats>;
  padding: number;
}

const namedRows = 10;

/** With all that is information in the unit, except `carriers`, which are in it already. */
export function candidateAnswer(
  { comparison, forwardKl, padding, ...about }: CandidateFound,
  unit: Unit,
): CandidateDiff {
  return {
    ...about,
    comparison: comparisonInUnit(comparison, unit),
    infinite: infiniteRows(forwardKl, namedRows),
    ...(padding > 0 && { padding }),
  };
}
