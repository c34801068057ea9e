import type { DirectedKey, Nats, SymmetricKey } from "@surprisal/core";
import type { FormatCode, Note, Place } from "@surprisal/data";
import type { Side } from "./model.ts";

/** Why what a side was given could not be used. */
export type Problem = {
  /** `file`: an operand that names a file, which a page cannot open by name. `other`: nothing this page foresaw. */
  readonly code: FormatCode | "file" | "other";
  /** In English, as the command line says it. */
  readonly message: string;
  readonly place?: Place | undefined;
  /** What was found there: the text or the number. */
  readonly found?: string | undefined;
  /** How many values P and Q have, where that is what is wrong. */
  readonly lengths?: readonly [number, number];
  /** The same text with its decimal commas made points, where that would make it usable. */
  readonly withPoints?: string | undefined;
};

/** What was understood of one side. */
export type SideAnswer = {
  /** The operand, for the record of where the numbers come from. */
  readonly operand: string;
  readonly outcomes: number;
  /** What the counts sum to, where it was counted or given as counts. */
  readonly total?: number | undefined;
  readonly notes: readonly Note[];
};

type Culprit = { readonly index: number; readonly mass: number };

/** Why a divergence is infinite. */
export type Mismatch = {
  /** The heaviest, at most {@link mostCulprits} of them. */
  readonly culprits: readonly Culprit[];
  readonly count: number;
  readonly mass: number;
  /** The divergence over the outcomes both allow, renormalised; absent when there are none. */
  readonly common?: Nats | undefined;
};

export const mostCulprits = 100;

type Named = { readonly names?: readonly string[] | undefined };

/** One distribution, measured. All information is in nats. */
export type Single = Named & {
  readonly side: Side;
  readonly p: ArrayLike<number>;
  readonly terms: ArrayLike<Nats>;
  readonly entropy: Nats;
  readonly perplexity: number;
  /** One for each of `orders`. */
  readonly renyi: readonly Nats[];
};

/** Two distributions, measured. All information is in nats. */
export type Pair = Named & {
  readonly p: ArrayLike<number>;
  readonly q: ArrayLike<number>;
  /** What each outcome adds to D(P‖Q), D(Q‖P) and their sum. */
  readonly terms: Readonly<Record<"forward" | "reverse" | "both", ArrayLike<Nats>>>;
  readonly directed: Readonly<Record<DirectedKey, readonly [forward: number, reverse: number]>>;
  readonly symmetric: Readonly<Record<SymmetricKey, number>>;
  readonly mismatch: Readonly<Record<"forward" | "reverse", Mismatch | undefined>>;
};

/** A pair of values of two columns. */
type PairOfValues = {
  readonly x: string;
  readonly y: string;
  readonly count: number;
  /** log P(x,y)/(P(x)P(y)), and that times P(x,y), which is what the pair adds to the mutual information. */
  readonly pointwise: Nats;
  readonly term: Nats;
};

/** Two columns of a table, measured together, as their counts are. */
export type Joint = {
  readonly columns: readonly [string, string];
  readonly n: number;
  /** How many values each column has. */
  readonly outcomes: readonly [number, number];
  readonly measures: readonly { readonly key: JointKey; readonly nats: Nats }[];
  readonly normalized: number;
  /** How much the plug-in estimate is expected to lie above the truth. */
  readonly bias: Nats;
  /** Those that add or take most, largest first. */
  readonly pairs: readonly PairOfValues[];
};

export type JointKey = "shared" | "x" | "y" | "joint" | "xGivenY" | "yGivenX" | "variation";

export type JointAnswer =
  | { readonly measured: Joint; readonly problem?: undefined }
  | { readonly problem: Problem; readonly measured?: undefined };

/** Everything the workbench found out about what it was told. */
export type Answer = {
  readonly p?: SideAnswer | undefined;
  readonly q?: SideAnswer | undefined;
  readonly problems: { readonly p?: Problem | undefined; readonly q?: Problem | undefined };
  readonly single?: Single | undefined;
  readonly pair?: Pair | undefined;
  readonly joint?: JointAnswer | undefined;
};
