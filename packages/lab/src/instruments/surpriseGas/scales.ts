import type { Nats } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import type { Gas, Outlook } from "./model.ts";

/** Where the two scales end, in bits: of what a single draw costs, and of what draws cost on average. */
export type Scales = { readonly energy: number; readonly mean: number };

export const opening: Scales = { energy: 1, mean: 1 };

const least = 0.5;
// Room for averages of few draws, which stray.
const room = 1.3;

/** The scales after release. What is infinite has no place on a scale. */
export function rescale(
  { energy, mean }: Scales,
  { duel: { p } }: Gas,
  { knows, believes }: Outlook,
): Scales {
  const possible = (_: Nats, x: number) => p[x]! > 0;
  return {
    energy: refit(
      energy,
      largest([...knows.energies.filter(possible), ...believes.energies.filter(possible)]),
    ),
    mean: refit(mean, room * largest([knows.expected, believes.expected])),
  };
}

function largest(amounts: readonly Nats[]): number {
  return Math.max(least, ...amounts.filter(Number.isFinite).map((nats) => nats / Math.LN2));
}
