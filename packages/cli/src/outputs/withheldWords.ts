import type { ModelPerplexity } from "@surprisal/data";
import { written } from "../number.ts";
import { tokensOf } from "./boundTable.ts";

/** Which tokens a perplexity leaves out, and what bounds it. */
export function withheldWords(
  { withheld, floor, upper }: Omit<NonNullable<ModelPerplexity["perplexityBounds"]>, "lower" | "tokens">,
  tokens: number,
  of = "",
): string {
  const above =
    floor === undefined
      ? "Nothing bounds it above unless you assume a probability below which no outcome is: --floor 1e-9."
      : `It is at most ${written(upper.value, 4)} if no outcome is below ${floor}: your assumption, not the file's.`;
  return `${tokensOf(withheld, tokens)}${of} came without their log-probability, and are in no estimate; mostly they are the least likely ones. The perplexity is at least what it is if each of them was as likely as the lists allow. ${above}`;
}
