import { tokensOf } from "./boundTable.ts";

/** Which tokens are in no estimate of scores. */
export function withheldNotes(withheld: number | undefined, tokens: number, of = ""): string[] {
  if (withheld === undefined) return [];
  return [
    `${tokensOf(withheld, tokens)}${of} came without their log-probability, and are in no estimate; mostly they are the least likely ones, so that perplexities are too low`,
  ];
}

/** What a table says of perplexities in which they count, or of another mean surprise. */
export function withheldWords(floor: number | undefined, of = "tokens", mean = "a perplexity"): string {
  const above =
    floor === undefined
      ? "Nothing bounds it above, unless you assume a probability below which no outcome is: --floor 1e-9."
      : `It is at most so much if no outcome is below ${floor}: your assumption, not the files'.`;
  return `Of all ${of}, ${mean} is at least what it is if those without a log-probability were as likely as the lists allow. ${above}`;
}
