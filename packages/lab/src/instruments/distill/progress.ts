import { klDivergence, type Nats, type Probabilities } from "@surprisal/core";
import type { Distill } from "./model.ts";
import { soughtBy } from "./teacher.ts";

/** The divergence that a curve of learning shows: in the direction of the aim. */
export function shownDirection({ aim }: Distill): "forward" | "reverse" {
  return aim === "reverse" || aim === "skewReverse" ? "reverse" : "forward";
}

/** What is left to learn after each step. */
export function leftAlong(state: Distill, path: readonly Probabilities[]): Nats[] {
  const p = soughtBy(state);
  const direction = shownDirection(state);
  return path.map((q) => klDivergence(p, q, direction));
}
