import type { Nats } from "@surprisal/core";
import { type Belief, standardError } from "./model.ts";

/** One standard error below and above the expectation after so many draws. */
export type Band = { draws: number; low: Nats; high: Nats };

const corners = 40;

/**
 * The band from one draw to `most`; nothing where the expectation is infinite. Its corners stand closer where it narrows faster, so that
 * straight lines between them are off by less than a four-hundredth of its width.
 */
export function funnelOf(belief: Belief, most: number): Band[] {
  if (belief.expected === Infinity) return [];
  const draws = Array.from({ length: corners + 1 }, (_, i) => Math.round(most ** (i / corners)));
  return [...new Set(draws)].map((draws) => {
    const error = standardError(belief, draws);
    return { draws, low: Math.max(0, belief.expected - error), high: belief.expected + error };
  });
}
