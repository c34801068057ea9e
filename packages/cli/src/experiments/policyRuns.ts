import {
  adaptedPenalty,
  aliasTable,
  clippedSurrogate,
  gradientByLogits,
  klDivergence,
  logits,
  normalize,
  type Probabilities,
  probabilities,
  proximalUpdate,
  type Rng,
  reverseKlCost,
  softmax,
  trustRegionStep,
} from "@surprisal/core";

/** What is to be learnt, and where learning begins. */
export const truth = probabilities([0.35, 0.25, 0.2, 0.1, 0.06, 0.04]);
export const start = probabilities([0.04, 0.06, 0.1, 0.2, 0.25, 0.35]);

/** ε, what logits move by times the gradient, steps on one batch, and draws in a batch. */
export const [clip, rate, inner, batch] = [0.2, 0.3, 10, 64];
const many = 300;

/** What a policy does with one batch. */
export type Update = (policy: Probabilities) => Probabilities;

/** Ways to use a batch, by exact expectations; each is made anew for each run, since some remember. */
export const schedules: readonly { name: string; make: () => Update }[] = [
  { name: "1 step a batch", make: () => proximal(1, clip) },
  { name: `${inner} steps, ε = ${clip}`, make: () => proximal(inner, clip) },
  { name: `${inner} steps, no ε`, make: () => proximal(inner, Infinity) },
  { name: `${many} steps, no ε`, make: () => proximal(many, Infinity) },
  { name: `${inner} steps, adaptive β`, make: penalised },
  { name: "trust region", make: () => (q) => trustRegionStep(q, reward(q), 0.01).policy },
];

/** ln p − ln q; what is never drawn has none. */
function reward(q: Probabilities): Float64Array {
  return reverseKlCost(truth, q).map((cost) => (cost === -Infinity ? 0 : 0 - cost));
}

function proximal(steps: number, clip: number): Update {
  return (q) => proximalUpdate(q, reward(q), { rate, steps, clip }).policy;
}

/** The penalty stays where steps of this rate do not overshoot. */
function penalised(): Update {
  let penalty = 1;
  return (q) => {
    const { policy } = proximalUpdate(q, reward(q), { rate, steps: inner, clip: Infinity, penalty });
    penalty = Math.min(4, Math.max(1 / 4, adaptedPenalty(penalty, klDivergence(q, policy), 0.01)));
    return policy;
  };
}

/** PPO on draws of the policy. */
export function fromDraws(steps: number, rng: Rng): Update {
  return (q) => proximalUpdate(q, reward(q), { rate, steps, clip, batch: drawnFrom(q, rng) }).policy;
}

/** Descent on the cross-entropy of as many draws of P. */
export function fromTeacher(steps: number, rng: Rng): Update {
  return (q) => {
    const drawn = drawnFrom(truth, rng);
    let policy = q;
    for (let step = 0; step < steps; step++) {
      policy = softmax(logits(Float64Array.from(policy, (x, i) => Math.log(x) + rate * (drawn[i]! - x))));
    }
    return policy;
  };
}

/** How often each outcome came in a batch, as shares. */
function drawnFrom(p: Probabilities, rng: Rng): Probabilities {
  const table = aliasTable(p);
  const seen = new Float64Array(p.length);
  for (let draw = 0; draw < batch; draw++) seen[table.sample(rng)]!++;
  return normalize(seen);
}

/** The policies before, between and after so many batches. */
export function pathOf(update: Update, from: Probabilities, updates: number): Probabilities[] {
  const path = [from];
  for (let at = 0; at < updates; at++) path.push(update(path.at(-1)!));
  return path;
}

/** How far PPO's gradient is from −∇D(Q‖P) at a step on the first batch. */
export interface InnerStep {
  off: number;
  /** The same, beyond ∇D(Q‖Q of the beginning). */
  unexplained: number;
  /** The same as the first, of steps that are clipped, and the share of the batch that clipping leaves without gradient. */
  held: number;
  clipped: number;
}

export function innerSteps(): InnerStep[] {
  const rewards = reward(start);
  const after = (steps: number, clip: number) =>
    steps === 0 ? start : proximalUpdate(start, rewards, { rate, steps, clip }).policy;
  return Array.from({ length: inner }, (_, steps) => {
    const [free, bound] = [after(steps, Infinity), after(steps, clip)];
    const { gradient } = clippedSurrogate(start, free, rewards, { clip: Infinity });
    const { gradient: held, clipped } = clippedSurrogate(start, bound, rewards, { clip });
    const drift = reverseGradient(start, free);
    return {
      off: distance(gradient, reverseGradient(truth, free)),
      unexplained: distance(
        gradient.map((slope, x) => slope - drift[x]!),
        reverseGradient(truth, free),
      ),
      held: distance(held, reverseGradient(truth, bound)),
      clipped,
    };
  });
}

/** The largest difference between an ascent and minus a gradient. */
function distance(up: Float64Array, down: Float64Array): number {
  return Math.max(...up.map((slope, x) => Math.abs(slope + down[x]!)));
}

function reverseGradient(p: Probabilities, q: Probabilities): Float64Array {
  return gradientByLogits({ kind: "kl", direction: "reverse" }, p, logits(Float64Array.from(q, Math.log)))
    .gradient;
}
