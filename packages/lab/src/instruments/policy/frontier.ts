import { klDivergence, type Nats, optimalPolicy } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import { mean, type Policy } from "./model.ts";

/** A policy as a point: how far from the reference, and what it earns. */
export type Place = { readonly divergence: Nats; readonly reward: number };

export type Frontier = readonly (Place & { readonly worth: number | null })[];

const count = 60;
const [tightest, loosest] = [200, 0.01];

/** The optima of all leashes, from the shortest on: nothing lies above them. */
export function frontierOf({ p, reward, worth }: Pick<Policy, "p" | "reward" | "worth">): Frontier {
  return Array.from({ length: count + 1 }, (_, i) => {
    const beta = tightest * (loosest / tightest) ** (i / count);
    const { policy } = optimalPolicy(p, reward, beta);
    return {
      divergence: klDivergence(policy, p),
      reward: mean(policy, reward),
      worth: worth && mean(policy, worth),
    };
  });
}

/** The end of the axis of divergences in nats, and both ends of that of points. */
export type Scales = { readonly x: Nats; readonly y: readonly [number, number] };

/** The scales after release: what a leash can lead to fits, and where Q is. */
export function rescale(before: Scales, state: Policy, frontier: Frontier, { divergence }: Place): Scales {
  const farthest = Math.max(0.2, frontier.at(-1)!.divergence, Number.isFinite(divergence) ? divergence : 0);
  const points = [...state.reward, ...frontier.flatMap(({ worth }) => worth ?? [])];
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const room = Math.max(0.25, (high - low) * 0.08);
  return { x: refit(before.x, farthest), y: [low - room, high + room] };
}
