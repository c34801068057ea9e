import type {
  ByteComparison,
  ComparabilityCard,
  ListedComparison,
  TokenComparison,
  TokenStatistics,
  TokenTable,
} from "@surprisal/core";
import type { DoubtfulAlignment, NamedCarrier, PerplexitiesBounded, QuirkTotal } from "@surprisal/data";

/** A file, or what was pasted. */
interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** What somebody gave, and which of its arrays is meant, if it has several. */
export interface Given extends NamedBlob {
  /** What was given together with it: an index of safetensors names its shards. */
  readonly beside?: readonly NamedBlob[];
  readonly array?: string | undefined;
}

/** What to read. P is the base, or the only model; what came is in its file, or in one of its own. */
export interface Question {
  readonly p: Given;
  readonly q?: Given | undefined;
  readonly targets?: Given | undefined;
  readonly vocabulary?: Given | undefined;
  /** The number that stands where nothing is scored. */
  readonly ignore: number;
  /** The targets are the tokens put in: each row is scored by the one after its own. */
  readonly shift?: boolean;
  readonly unused?: readonly Unused[];
}

/** What was given too, and says nothing beside scores. */
export type Unused = "targets" | "vocabulary";

/** What is known of one of the two files. */
export interface Source {
  readonly name: string;
  readonly format: string;
  /** Of scores: the models that are named there. */
  readonly models?: readonly string[];
  readonly rows: number;
  readonly vocabulary?: number;
  /** Of scores: how many tokens there are, by a vocabulary; it bounds the entropy above. */
  readonly outcomes?: { readonly count: number; readonly from: string };
  readonly sequences: number;
  /** Rows of a base file of llama.cpp at which what came is stored at the cut; not there if there are none. */
  readonly cameCut?: number;
  /** Of scores: the tokens that came without their log-probability; not there if there are none. */
  readonly withheld?: number;
  /** Beside another of the same tokens they are, as its card, of the tokens that both say something of. */
  readonly statistics: TokenStatistics;
  readonly card: ComparabilityCard;
  /** What is peculiar about its scores. */
  readonly quirks: readonly QuirkTotal[];
}

/** What the files say. Nats. */
export interface Reading {
  readonly table: TokenTable;
  readonly p: Source;
  readonly q?: Source;
  /** Where what came is from. */
  readonly targetsFrom?: string;
  /** Of two files of the same tokens; of scores it says no more than what came. */
  readonly comparison?: TokenComparison;
  /** The outcomes that most of D(P‖Q) sits in, of rows of logits. */
  readonly carriers?: readonly NamedCarrier[];
  /** Bounds of divergences, of two files that list the likeliest tokens alone. */
  readonly listed?: ListedComparison;
  /** Of two files of the same tokens, of which some came without their log-probability. */
  readonly perplexityBounds?: PerplexitiesBounded;
  /** Of two files that cut the text into other tokens: Q as one, P as the other. */
  readonly byBytes?: ByteComparison;
  /** What has to be the same of two files, and they do not say. */
  readonly unsaid?: readonly (keyof ComparabilityCard)[];
  /** That targets seem to be put a place too early or too late. */
  readonly doubtful?: DoubtfulAlignment;
  /** Which of the files hold 16-bit codes of llama.cpp. */
  readonly coded: readonly string[];
  /** Which of them hold doubles, and are measured as singles. */
  readonly narrowed: readonly string[];
  readonly unused?: readonly Unused[];
}

/** How far a reading has come: rows, or bytes where nobody knows yet how many rows there are. */
export interface Progress {
  readonly name: string;
  readonly unit: "rows" | "bytes";
  readonly done: number;
  readonly total: number;
  /** All of it is read, and statistics are computed, which takes as long as it takes. */
  readonly computing?: true;
}

/** What a file holds, said before it is read. */
export type Contents =
  | {
      readonly kind: "arrays";
      readonly logits: readonly ArrayFacts[];
      readonly integers: readonly ArrayFacts[];
      /** Those of the files beside it that its arrays are in. */
      readonly shards: readonly string[];
    }
  | { readonly kind: "base" }
  | { readonly kind: "scores" }
  | { readonly kind: "vocabulary" };

export interface ArrayFacts {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A token that could have come at a place, and what each model gave it; absent where it is not known. */
export interface Alternative {
  readonly text: string;
  /** Of a token that nothing says the text of: its number. */
  readonly id?: number;
  readonly p?: number;
  readonly q?: number;
  /** It is the one that came. */
  readonly came: boolean;
}
