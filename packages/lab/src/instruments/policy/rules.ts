import {
  klDivergence,
  type Probabilities,
  probabilities,
  reverseKlCost,
  type SurrogateOptions,
} from "@surprisal/core";
import type { Policy } from "./model.ts";

/** Draws in a batch, and D(old‖new) that the adaptive penalty aims at and a trust region allows, in nats. */
export const batchSize = 64;
export const target = 0.01;

/** Logits move by this times the gradient; a dear leash makes rewards large, and steps as much shorter. */
export function rateOf({ beta }: Policy): number {
  return 0.3 / Math.max(1, beta);
}

/** r − β·ln(q/p): what PPO is told a reply has earned. A reply that is never given has none. */
export function leashedRewards({ p, reward, beta }: Policy, q: Probabilities): number[] {
  const cost = reverseKlCost(p, q);
  return reward.map((r, i) => (q[i] === 0 ? 0 : r - beta * cost[i]!));
}

/** What the rule holds the inner steps with. */
export function heldBy({ rule, clip }: Policy, penalty = 1): SurrogateOptions {
  return rule === "clip" ? { clip } : { clip: Infinity, penalty };
}

/** Whether a training has come to rest: what the last batch changed does not show. */
export function isAtRest(path: readonly ArrayLike<number>[]): boolean {
  const [before, now] = path.slice(-2);
  return now !== undefined && klDivergence(probabilities(before!), probabilities(now)) < 1e-9;
}
