import type {
  ByteComparison,
  CandidateComparison,
  Carrier,
  ComparabilityCard,
  ListedComparison,
  TokenComparison,
  TokenStatistics,
  TokenTable,
  Unit,
} from "@surprisal/core";
import type { PerplexitiesBounded } from "../answers/scoreDiffAnswer.ts";
import type { DoubtfulAlignment } from "../outputs/alignment.ts";
import type { QuirkCode } from "../scores/quirks.ts";
import type { ReportLanguage } from "./words/language.ts";

/** A token that could have come at some place. */
export interface PossibleToken {
  readonly text?: string;
  readonly id?: number;
  /** Nats. */
  readonly logProbability: number;
}

/** The likeliest tokens at a place, likeliest first, by each model. */
export interface Alternatives {
  readonly p: readonly PossibleToken[];
  readonly q?: readonly PossibleToken[];
}

interface Report {
  readonly language: ReportLanguage;
  /** What information is shown in; everything given here is in nats. */
  readonly unit: Unit;
  /** What the model, or the base P, is called: a file. */
  readonly name: string;
  /** Where what came was read from, if not from there. */
  readonly targetsFrom?: string;
  /** That what came seems to be put a place too early or too late. */
  readonly doubtful?: DoubtfulAlignment;
  /** What has to be alike for another perplexity to be compared with these. */
  readonly card: ComparabilityCard;
  /** The command that makes this report. */
  readonly command?: string;
  /** When it was made, in words of the reader's; a report without it is the same whenever it is made. */
  readonly made?: string;
  /** What is peculiar about the scores that were read. */
  readonly quirks?: readonly {
    /** The file, where there are several. */
    readonly of?: string;
    readonly code: QuirkCode;
    readonly count: number;
    readonly decimals?: number;
  }[];
  /** Those of the files that hold 16-bit codes of llama.cpp. */
  readonly coded?: readonly string[];
  /** Those of the files that hold doubles, and are measured as singles. */
  readonly narrowed?: readonly string[];
  /** The numbers of the report, as JSON, to be saved from it. */
  readonly json: string;
}

/** What one model says of a text. */
export interface PerplexityReport extends Report {
  readonly statistics: TokenStatistics;
  /** Where the entropy is bounded above: if there are no more outcomes than a file says. */
  readonly outcomes?: { readonly count: number; readonly from: string };
  readonly tokens: TokenTable;
  /** By the row of the table, as far as they were kept. */
  readonly alternatives?: ReadonlyMap<number, Alternatives>;
}

/** What candidates and a base P say of the same text. */
export interface DiffReport extends Report {
  readonly candidates: readonly (ReportedCandidate | ReportedByBytes)[];
  /** Which of several is nearer to P. */
  readonly nearer?: CandidateComparison;
  /** The same of scores of tokens: which is less surprised. */
  readonly lessSurprised?: CandidateComparison;
}

export interface ReportedCandidate {
  readonly name: string;
  readonly comparison: TokenComparison;
  /** With the columns of P and of this Q. */
  readonly tokens: TokenTable;
  readonly alternatives?: ReadonlyMap<number, Alternatives>;
  /** Bounds of divergences, where only the likeliest tokens are listed. */
  readonly listed?: ListedComparison;
  /** Between which values the perplexities lie of all tokens that came, where some came without their log-probability. */
  readonly perplexityBounds?: PerplexitiesBounded;
  /** The outcomes that most of D(P‖Q) sits in, with what they read as. */
  readonly carriers?: readonly (Carrier & { readonly text?: string })[];
  /** What has to be the same, and the files do not say. */
  readonly unsaid?: readonly (keyof ComparabilityCard)[];
}

/** A candidate that cuts the text into other tokens than P. */
export interface ReportedByBytes {
  readonly name: string;
  /** The candidate as one, P as the other; nothing if no stretch is scored by both. */
  readonly byBytes: ByteComparison | undefined;
  /** With the columns of P alone. */
  readonly tokens: TokenTable;
  readonly alternatives?: ReadonlyMap<number, Alternatives>;
  /** As that of the report is of P. */
  readonly card: ComparabilityCard;
  /** What has to be the same, and the files do not say. */
  readonly unsaid?: readonly (keyof ComparabilityCard)[];
}
