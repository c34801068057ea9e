import { gradientByLogits, logits, type Nats, type Probabilities } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import { type Distill, temperatures } from "./model.ts";
import { objectiveOf, taughtBy } from "./teacher.ts";

/** A temperature, and the length of the gradient by the logits there, not multiplied by T². */
export type Heat = { readonly temperature: number; readonly pull: Nats };

/** How hard the student is pulled at each temperature, from where it stands. */
export function heatsOf(state: Distill, q: Probabilities): Heat[] {
  const student = logits(Array.from(q, Math.log));
  const p = taughtBy(state);
  return temperatures.map((temperature) => {
    const { gradient } = gradientByLogits(objectiveOf(state), p, student, { temperature });
    return { temperature, pull: Math.hypot(...gradient) };
  });
}

/** The end of the scale of lengths after release. */
export function heatScale(end: number, heats: readonly Heat[]): number {
  const shown = heats
    .flatMap(({ temperature, pull }) => [pull, pull * temperature ** 2])
    .filter(Number.isFinite);
  return refit(end, Math.max(0.05, ...shown));
}
