import {
  adaptedPenalty,
  aliasTable,
  createRng,
  klDivergence,
  normalize,
  type Probabilities,
  proximalUpdate,
  type Rng,
  reverseKlCost,
  type SurrogateOptions,
  trustRegionStep,
} from "@surprisal/core";
import { encodePolicy } from "./codec.ts";
import { measure, type Policy } from "./model.ts";

/** Draws in a batch, and D(old‖new) that the adaptive penalty aims at and a trust region allows, in nats. */
export const batchSize = 64;
export const target = 0.01;

// The penalty stays where steps of this rate do not overshoot.
const [softest, hardest] = [1 / 4, 4];

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

/** The policies a training goes through, taken as far as they have been asked for. */
export class Run {
  readonly #state: Policy;
  readonly #rng: Rng;
  readonly #path: Probabilities[];
  #penalty = 1;

  constructor(state: Policy) {
    this.#state = state;
    this.#rng = createRng(state.seed);
    this.#path = [state.start];
  }

  /** The start and the policies after each of so many batches; the start alone where nothing can be learned from its draws. */
  to(steps: number): readonly Probabilities[] {
    if (measure(this.#state, this.#state.start).astray.length > 0) return this.#path;
    while (this.#path.length <= steps) this.#path.push(this.#next(this.#path.at(-1)!));
    return this.#path.slice(0, steps + 1);
  }

  #next(q: Probabilities): Probabilities {
    const { rule, inner, sampled } = this.#state;
    const rewards = leashedRewards(this.#state, q);
    if (rule === "region") return trustRegionStep(q, rewards, target).policy;
    const { policy } = proximalUpdate(q, rewards, {
      rate: rateOf(this.#state),
      steps: inner,
      batch: sampled ? this.#draw(q) : q,
      ...heldBy(this.#state, this.#penalty),
    });
    if (rule === "adaptive") {
      const next = adaptedPenalty(this.#penalty, klDivergence(q, policy), target);
      this.#penalty = Math.min(hardest, Math.max(softest, next));
    }
    return policy;
  }

  #draw(q: Probabilities): Probabilities {
    const table = aliasTable(q);
    const seen = new Float64Array(q.length);
    for (let draw = 0; draw < batchSize; draw++) seen[table.sample(this.#rng)]!++;
    return normalize(seen);
  }
}

/** Keeps the last few trainings, so that a figure that goes back and forth does not repeat them. */
export class Runs {
  readonly #kept = new Map<string, Run>();

  path(state: Policy): readonly Probabilities[] {
    const key = encodePolicy({ ...state, steps: 0 });
    const run = this.#kept.get(key) ?? new Run(state);
    if (this.#kept.size > 8) this.#kept.clear();
    this.#kept.set(key, run);
    return run.to(state.steps);
  }
}

/** Whether a training has come to rest: what the last batch changed does not show. */
export function isAtRest(path: readonly Probabilities[]): boolean {
  const [before, now] = [path.at(-2), path.at(-1)!];
  return before !== undefined && klDivergence(before, now) < 1e-9;
}
