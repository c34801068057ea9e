import { type Duel, measure } from "./model.ts";

/** D(P‖Q) is infinite. */
export function infiniteDuel(duel: Duel): "right" | "otherWay" | "nearlyZero" | "finite" {
  const { forward, reverse } = measure(duel);
  if (forward === Infinity) return "right";
  if (reverse === Infinity) return "otherWay";
  return [...duel.q].some((q, i) => q < 0.02 && duel.p[i]! > 0) ? "nearlyZero" : "finite";
}
