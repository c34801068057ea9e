/**
 * How a perplexity came about: what has to be the same for two of them to be compared. What is not known is left out.
 */
export interface ComparabilityCard {
  /** A digest of the bytes of the text, named with its algorithm. */
  readonly textHash?: string;
  /** What tells the tokeniser from others: a name, or a digest of its vocabulary. */
  readonly tokenizer?: string;
  /** Tokens that the model sees at once. */
  readonly window?: number;
  /** Tokens from the beginning of one window to that of the next. */
  readonly stride?: number;
  /** Tokens before the first that is scored in a window. */
  readonly context?: number;
  /** Where a beginning-of-sequence token is put. */
  readonly bos?: "every window" | "every document" | "once" | "nowhere";
  readonly tokensScored?: number;
  /** What the surprise is divided by. */
  readonly normalizer?: "token" | "word" | "byte";
  /** Over what the mean is taken: all tokens alike, documents alike, or the perplexities of documents themselves. */
  readonly averaging?: "tokens" | "documents" | "perplexities of documents";
}

export interface UnlikeField {
  readonly field: keyof ComparabilityCard;
  readonly one: string | number | undefined;
  readonly other: string | number | undefined;
  /** "refuse": the two numbers answer different questions. "warn": they may, or it is not known. */
  readonly severity: "refuse" | "warn";
}

/** What a difference in each field does. */
const severities: Record<keyof ComparabilityCard, "refuse" | "warn"> = {
  textHash: "refuse",
  normalizer: "refuse",
  averaging: "refuse",
  tokenizer: "refuse",
  window: "refuse",
  stride: "refuse",
  context: "refuse",
  tokensScored: "refuse",
  bos: "warn",
};

/**
 * In what two perplexities differ besides the models; what makes a comparison of them wrong comes first. Different text, normaliser, averaging, windows or scored tokens are other questions;
 * a BOS token is a choice that may belong to the model, and what one card does not say may differ: of these you are warned. A tokeniser of its own, and with it another number of tokens,
 * is refused per token, and no difference per byte or word.
 *
 * @returns Empty if the two may be compared.
 * @example unlikeFields({ window: 512, bos: "once" }, { window: 2048, bos: "nowhere" }).map(({ field, severity }) => `${severity}: ${field}`).slice(0, 1) // ["refuse: window"]
 */
export function unlikeFields(one: ComparabilityCard, other: ComparabilityCard): UnlikeField[] {
  const byToken = !(one.normalizer === other.normalizer && /^(word|byte)$/.test(one.normalizer ?? ""));
  const sameTokens = one.tokenizer !== undefined && one.tokenizer === other.tokenizer;
  return (Object.keys(severities) as (keyof ComparabilityCard)[])
    .filter((field) => one[field] !== other[field] || one[field] === undefined)
    .filter((field) => byToken || field !== "tokenizer")
    .filter((field) => byToken || sameTokens || field !== "tokensScored")
    .map((field) => {
      const known = one[field] !== undefined && other[field] !== undefined;
      return {
        field,
        one: one[field],
        other: other[field],
        severity: known ? severities[field] : "warn",
      } as const;
    })
    .sort((a, b) => Number(a.severity === "warn") - Number(b.severity === "warn"));
}
