import {
  type Bounds,
  differenceEnds,
  entropyBounds,
  jensenShannonBounds,
  klBounds,
  type ListedPair,
  type TokenColumns,
  type TokenTable,
  totalVariationBounds,
} from "@surprisal/core";
import type { Columns } from "./columns.ts";

/** What a measure is by the values of its tokens: their mean or quantiles, in nats or without a unit; how many of them are 1 and not 0, or how many more; or e to their mean. */
export type MeasureKind = "information" | "distance" | "share" | "change of share" | "exponential";

/** What can be asserted of. */
export interface Asserted {
  kind: MeasureKind;
  /** Whether it compares two models. */
  pair: boolean;
  meaning: string;
  /** Between which values it is, whatever the models; of information, in nats. */
  range: readonly [least: number, most: number];
  /** Where quantiles of it are none of the mean: that is of all together. */
  isOfAll?: true;
}

/** The same of tokens. */
interface Measure extends Asserted {
  /** A value at each token, NaN where there is none; nothing if the table does not say it. */
  of(table: TokenTable): Float64Array | undefined;
  /** Of what came: the same by ends between which −ln p lies by each model, where that of some tokens is withheld. */
  ends?(surprise: { p: Columns; q?: Columns }): Columns | undefined;
  /**
   * Between which values it lies at a token of which only the likeliest outcomes are listed, whatever the others are.
   *
   * @param assumed What the lists do not say: a probability that each outcome has at least, and how many there are.
   */
  between?(lists: ListedPair, assumed: { floor?: number; outcomes?: number }): Bounds;
}

/** The model that is judged: the candidate, if there is one. */
function judged({ p, q }: TokenTable): TokenColumns {
  return q ?? p;
}

export type MeasureName =
  | "kl"
  | "reverse-kl"
  | "js"
  | "tv"
  | "same-top"
  | "entropy-change"
  | "perplexity-ratio"
  | "perplexity"
  | "surprise"
  | "entropy";

export const measures: Record<MeasureName, Measure> = {
  kl: {
    kind: "information",
    pair: true,
    meaning: "D(P‖Q)",
    range: [0, Infinity],
    of: ({ forwardKl }) => forwardKl,
    between: ({ p, q }, { floor }) => klBounds(p, q, floor),
  },
  "reverse-kl": {
    kind: "information",
    pair: true,
    meaning: "D(Q‖P)",
    range: [0, Infinity],
    of: ({ reverseKl }) => reverseKl,
    between: ({ p, q }, { floor }) => klBounds(q, p, floor),
  },
  js: {
    kind: "information",
    pair: true,
    meaning: "Jensen–Shannon divergence",
    range: [0, Math.LN2],
    of: ({ jensenShannon }) => jensenShannon,
    between: ({ p, q }) => jensenShannonBounds(p, q),
  },
  tv: {
    kind: "distance",
    pair: true,
    meaning: "total variation, from 0 to 1",
    range: [0, 1],
    of: ({ totalVariation }) => totalVariation,
    between: ({ p, q }) => totalVariationBounds(p, q),
  },
  "same-top": {
    kind: "share",
    pair: true,
    meaning: "how often both have the same likeliest token",
    range: [0, 1],
    of: ({ p, q }) =>
      (p.top1 && q?.top1 && sameAs(p.top1, q.top1)) ??
      (p.top1Text && q?.top1Text && sameAs(p.top1Text, q.top1Text)),
  },
  "entropy-change": {
    kind: "information",
    pair: true,
    meaning: "H(Q) − H(P)",
    range: [-Infinity, Infinity],
    of: ({ p, q }) => p.entropy && q?.entropy && difference(q.entropy, p.entropy),
  },
  "perplexity-ratio": {
    kind: "exponential",
    pair: true,
    meaning: "Q's perplexity over P's, on what came",
    range: [0, Infinity],
    of: ({ p, q }) => p.surprise && q?.surprise && difference(q.surprise, p.surprise),
    ends: ({ p, q }) => q && differenceEnds(q, p),
  },
  perplexity: {
    kind: "exponential",
    pair: false,
    meaning: "of Q, or of the one model there is",
    range: [1, Infinity],
    of: (table) => judged(table).surprise,
    ends: ({ p, q }) => q ?? p,
  },
  surprise: {
    kind: "information",
    pair: false,
    meaning: "−log of the probability of what came, by the same",
    range: [0, Infinity],
    of: (table) => judged(table).surprise,
    ends: ({ p, q }) => q ?? p,
  },
  entropy: {
    kind: "information",
    pair: false,
    meaning: "of its distributions",
    range: [0, Infinity],
    of: (table) => judged(table).entropy,
    between: ({ q }, { outcomes }) =>
      entropyBounds({ ...q, ...(outcomes !== undefined && { vocabulary: outcomes }) }),
  },
};

/** Nothing where both are ∞ at a place: the difference of their means is not known then. */
export function difference(one: Float64Array, other: Float64Array): Float64Array | undefined {
  const isBeyond = (value: number, row: number) => value === Infinity && other[row] === Infinity;
  return one.some(isBeyond) ? undefined : one.map((value, row) => value - other[row]!);
}

type Tops = ArrayLike<number | string | undefined>;

/** NaN where one of them is not known: −1, no text, or a text whose bytes are lost. */
function sameAs(one: Tops, other: Tops): Float64Array {
  const isKnown = (top: number | string | undefined) =>
    typeof top === "string" ? !top.includes("\ufffd") : top !== undefined && top >= 0;
  return Float64Array.from(Array.from(one), (top, row) =>
    isKnown(top) && isKnown(other[row]) ? Number(top === other[row]) : Number.NaN,
  );
}
