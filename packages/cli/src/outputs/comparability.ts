import type { ComparabilityCard } from "@surprisal/core";
import type { Page } from "../page.ts";
import { table } from "../table.ts";
import { wrapped } from "../wrapped.ts";

/** What the fields of the card are called. */
export const cardNames: Record<keyof ComparabilityCard, string> = {
  textHash: "text",
  tokenizer: "tokeniser",
  window: "window",
  stride: "stride",
  context: "context before the first scored",
  bos: "BOS token",
  tokensScored: "tokens scored",
  normalizer: "surprise divided by",
  averaging: "mean over",
};

/** What has to be alike for another perplexity to be compared with this one; what the file does not say comes last. */
export function showCard(card: ComparabilityCard, page: Page): string[] {
  const fields = Object.keys(cardNames) as (keyof ComparabilityCard)[];
  const known = fields.filter((field) => card[field] !== undefined);
  const unknown = fields.filter((field) => card[field] === undefined).map((field) => cardNames[field]);
  return [
    "",
    "Comparable with perplexities that have the same",
    ...table(
      known.map((field) => [cardNames[field], { words: String(card[field]) }]),
      page,
    ),
    ...(unknown.length === 0
      ? []
      : wrapped(`and the same of what the file does not say: ${unknown.join(", ")}.`, page.width)),
  ];
}
