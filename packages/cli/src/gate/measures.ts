import type { TokenColumns, TokenTable } from "@surprisal/core";

/** What a measure is by the values of its tokens: their mean or quantiles, in nats or without a unit; how many of them are 1 and not 0; or e to their mean. */
export type MeasureKind = "information" | "distance" | "share" | "exponential";

/** What can be asserted of. */
interface Measure {
  kind: MeasureKind;
  /** Whether it compares two models. */
  pair: boolean;
  meaning: string;
  /** A value at each token, NaN where there is none; nothing if the table does not say it. */
  of(table: TokenTable): Float64Array | undefined;
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
  kl: { kind: "information", pair: true, meaning: "D(P‖Q)", of: ({ forwardKl }) => forwardKl },
  "reverse-kl": { kind: "information", pair: true, meaning: "D(Q‖P)", of: ({ reverseKl }) => reverseKl },
  js: {
    kind: "information",
    pair: true,
    meaning: "Jensen–Shannon divergence",
    of: ({ jensenShannon }) => jensenShannon,
  },
  tv: {
    kind: "distance",
    pair: true,
    meaning: "total variation, from 0 to 1",
    of: ({ totalVariation }) => totalVariation,
  },
  "same-top": {
    kind: "share",
    pair: true,
    meaning: "how often both have the same likeliest token",
    of: ({ p, q }) => p.top1 && q?.top1 && sameAs(p.top1, q.top1),
  },
  "entropy-change": {
    kind: "information",
    pair: true,
    meaning: "H(Q) − H(P)",
    of: ({ p, q }) => p.entropy && q?.entropy && difference(q.entropy, p.entropy),
  },
  "perplexity-ratio": {
    kind: "exponential",
    pair: true,
    meaning: "Q's perplexity over P's, on what came",
    of: ({ p, q }) => p.surprise && q?.surprise && difference(q.surprise, p.surprise),
  },
  perplexity: {
    kind: "exponential",
    pair: false,
    meaning: "of Q, or of the one model there is",
    of: (table) => judged(table).surprise,
  },
  surprise: {
    kind: "information",
    pair: false,
    meaning: "−log of the probability of what came, by the same",
    of: (table) => judged(table).surprise,
  },
  entropy: {
    kind: "information",
    pair: false,
    meaning: "of its distributions",
    of: (table) => judged(table).entropy,
  },
};

/** Nothing where both are ∞ at a token: the difference of their means is not known then. */
function difference(one: Float64Array, other: Float64Array): Float64Array | undefined {
  const isBeyond = (value: number, row: number) => value === Infinity && other[row] === Infinity;
  return one.some(isBeyond) ? undefined : one.map((value, row) => value - other[row]!);
}

function sameAs(one: Int32Array, other: Int32Array): Float64Array {
  return Float64Array.from(one, (top, row) =>
    top < 0 || other[row]! < 0 ? Number.NaN : Number(top === other[row]),
  );
}
