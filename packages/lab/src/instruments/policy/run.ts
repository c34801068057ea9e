import {
  adaptedPenalty,
  aliasTable,
  createRng,
  klDivergence,
  normalize,
  type Probabilities,
  proximalUpdate,
  type Rng,
  trustRegionStep,
} from "@surprisal/core";
import { measure, type Policy } from "./model.ts";
import { batchSize, heldBy, leashedRewards, rateOf, target } from "./rules.ts";

// The penalty stays where steps of this rate do not overshoot.
const [softest, hardest] = [1 / 4, 4];

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
    const { rule, inner, sampled, raw } = this.#state;
    const rewards = leashedRewards(this.#state, q);
    if (rule === "region") return trustRegionStep(q, rewards, target).policy;
    const { policy } = proximalUpdate(q, rewards, {
      rate: rateOf(this.#state),
      steps: inner,
      baseline: raw ? "none" : "mean",
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
