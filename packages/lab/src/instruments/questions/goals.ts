import { inUnit } from "@surprisal/core";
import { type Game, measure } from "./model.ts";

/** Odds that are not all alike, over three numbers or more, for which whole questions cost exactly the entropy. */
export function nothingLost(game: Game): "right" | "alike" | "tooFew" | "halving" | "lost" {
  const { p, entropy, expected } = measure(game);
  const possible = [...p].filter((x) => x > 0);
  if (possible.length < 3) return "tooFew";
  if (possible.every((x) => Math.abs(x - possible[0]!) < 1e-9)) return "alike";
  // Odds in billionths can miss a power of two by that much, and n of them the entropy by little more.
  const lost = (mean: number) => mean - inUnit(entropy, "bits") > 1e-6;
  if (lost(expected.best)) return "lost";
  return lost(expected[game.strategy]) ? "halving" : "right";
}
