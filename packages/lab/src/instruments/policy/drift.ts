import {
  clippedSurrogate,
  gradientByLogits,
  logits,
  type Probabilities,
  proximalUpdate,
} from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import { measure, optimumOf, type Policy } from "./model.ts";
import { heldBy, leashedRewards, rateOf } from "./rules.ts";

/** A step on one batch. */
export type InnerStep = {
  /** The largest difference between what PPO climbs and −β·∇D(Q‖Q*), by the logits. */
  readonly off: number;
  /** The share of the batch that clipping leaves without gradient. */
  readonly clipped: number;
};

/** The steps on the next batch, by exact expectations; none where there is nothing to climb, or a trust region makes only one. */
export function innerSteps(state: Policy, q: Probabilities): InnerStep[] {
  if (state.rule === "region" || measure(state, q).astray.length > 0) return [];
  const rewards = leashedRewards(state, q);
  const optimum = optimumOf(state);
  const held = heldBy(state);
  return Array.from({ length: state.inner }, (_, steps) => {
    const at = steps === 0 ? q : proximalUpdate(q, rewards, { rate: rateOf(state), steps, ...held }).policy;
    const { gradient, clipped } = clippedSurrogate(q, at, rewards, held);
    const down = gradientByLogits(
      { kind: "kl", direction: "reverse" },
      optimum,
      logits(Array.from(at, Math.log)),
    ).gradient;
    const off = gradient.reduce((most, up, i) => Math.max(most, Math.abs(up + state.beta * down[i]!)), 0);
    return { off, clipped };
  });
}

/** The end of the scale of differences after release. */
export function driftScale(end: number, steps: readonly InnerStep[]): number {
  return refit(end, Math.max(0.05, ...steps.map(({ off }) => off)));
}
