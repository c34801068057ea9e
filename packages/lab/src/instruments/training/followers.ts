import { normalize, type Probabilities } from "@surprisal/core";
import { inBillionths } from "../../figure/billionths.ts";
import type { Ground, Moment } from "./run.ts";

/** What follows the commonest context in the text, and what the model expects; all rarer letters are one. */
export type Followers = {
  readonly names: readonly string[];
  readonly p: Probabilities;
  readonly q: Probabilities;
};

export function followersOf({ followers, shares }: Ground, { next }: Moment, rest: string): Followers {
  return { names: [...followers.map(visible), rest], p: withRest(shares), q: withRest(next) };
}

/** A space that can be seen, also in a command. */
export function visible(letters: string): string {
  return letters.replaceAll(" ", "_");
}

function withRest(shares: readonly number[]): Probabilities {
  const told = shares.reduce((a, b) => a + b, 0);
  return inBillionths(normalize([...shares, Math.max(0, 1 - told)]));
}
