import type { Nats } from "@surprisal/core";
import { type Belief, standardError } from "./model.ts";

/** One standard error below and above the expectation, after each number of draws; nothing where the expectation is infinite. */
export function funnelOf(belief: Belief, most: number): { low: Nats; high: Nats }[] {
  if (belief.expected === Infinity) return [];
  return Array.from({ length: most }, (_, draw) => {
    const error = standardError(belief, draw + 1);
    return { low: Math.max(0, belief.expected - error), high: belief.expected + error };
  });
}
