import { type ComparabilityCard, unlikeFields } from "@surprisal/core";
import { cardWords, FormatError } from "@surprisal/data";
import type { Part } from "./report.ts";

export { unsaidByScores } from "@surprisal/data";

/** What the fields of the card are called. */
const cardNames = cardWords.en.fields;

/** What has to be alike for another perplexity to be compared with this one; what the file does not say comes last. */
export function cardParts(card: ComparabilityCard): Part[] {
  const fields = Object.keys(cardNames) as (keyof ComparabilityCard)[];
  const known = fields.filter((field) => card[field] !== undefined);
  const unknown = fields.filter((field) => card[field] === undefined).map((field) => cardNames[field]);
  return [
    { heading: "Comparable with perplexities that have the same" },
    { facts: known.map((field) => [cardNames[field], String(card[field])]) },
    ...(unknown.length === 0
      ? []
      : [{ words: `and the same of what the file does not say: ${unknown.join(", ")}.` }]),
  ];
}

/** A field that is known of neither, or of one only. */
export type Unsaid = keyof ComparabilityCard;

export function unsaidNotes(unsaid: readonly Unsaid[]): string[] {
  if (unsaid.length === 0) return [];
  const names = unsaid.map((field) => cardNames[field]).join(", ");
  return [`taken to be the same, as the files do not say it: ${names}`];
}

type Carded = { file: string; card: ComparabilityCard };

/**
 * What has to be the same of two, and is not said.
 *
 * @throws FormatError if something is known to differ that makes the comparison wrong.
 */
export function refuseUnlike(base: Carded, candidate: Carded): Unsaid[] {
  const unlike = unlikeFields(base.card, candidate.card).filter(({ field }) => field !== "tokensScored");
  const wrong = unlike.find(({ severity }) => severity === "refuse");
  if (wrong)
    throw new FormatError({
      code: "lengths",
      source: candidate.file,
      problem: `has another ${cardNames[wrong.field]}: ${wrong.other}`,
      expected: `${wrong.one}, as ${base.file} has`,
    });
  return unlike.map(({ field }) => field);
}
