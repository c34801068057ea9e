import {
  klContributions,
  klDivergence,
  leashedReward,
  type Nats,
  optimalPolicy,
  type Probabilities,
  supportMismatch,
} from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";

/** What a figure is for: a hand against the leash, training, PPO against the gradient, or estimates from draws. */
export type Tool = "leash" | "train" | "match" | "draws";

/** What holds the policy while it climbs on one batch. */
export const rules = ["clip", "penalty", "adaptive", "region"] as const;
type Rule = (typeof rules)[number];

/** Replies, what each earns, and a policy that is trained on a leash to a reference. */
export type Policy = {
  readonly names: readonly string[];
  /** P, the reference, in whole billionths. */
  readonly p: Probabilities;
  /** Points of each reply, in tenths from −3 to 3. */
  readonly reward: readonly number[];
  /** What each reply is really worth, which whoever trains does not see; null where that is not asked. */
  readonly worth: readonly number[] | null;
  /** What a nat of D(Q‖P) costs, in points; one of the stops. */
  readonly beta: number;
  /** Q before the first batch, in whole billionths. */
  readonly start: Probabilities;
  /** Whether Q is the optimum, whichever that is. */
  readonly follows: boolean;
  readonly rule: Rule;
  /** ε of the rule `clip`, and steps on each batch: stops both. */
  readonly clip: number;
  readonly inner: number;
  /** Whether a batch is drawn, or all that could be drawn. */
  readonly sampled: boolean;
  /** Whether a reward counts as it stands, and not less the mean of its batch. */
  readonly raw: boolean;
  readonly seed: number;
  /** Batches taken from the start; or draws of Q. */
  readonly steps: number;
};

export const rewardRange = [-3, 3] as const;
export const betas: readonly number[] = [
  0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 5, 10, 20, 50,
];
export const clips: readonly number[] = [0.05, 0.1, 0.2, 0.4, Infinity];
export const inners: readonly number[] = [1, 2, 4, 10, 40];
export const mostSteps = 400;

type Given = Pick<Policy, "names" | "p"> & Partial<Policy>;

export function policyOf({ names, p, start = p, reward = names.map(() => 0), ...rest }: Given): Policy {
  return {
    names,
    p: inBillionths(p),
    reward,
    worth: null,
    beta: 1,
    start: inBillionths(start),
    follows: false,
    rule: "clip",
    clip: 0.2,
    inner: 10,
    sampled: false,
    raw: false,
    seed: 1,
    steps: 0,
    ...rest,
  };
}

/** One probability of the reference moved; training begins anew. */
export function moveReference(state: Policy, index: number, value: number, from = state.p): Policy {
  return { ...state, p: moveOne(from, index, value), steps: 0 };
}

/** One probability of Q moved by hand: from there it can be trained. */
export function movePolicy(state: Policy, index: number, value: number, from: Probabilities): Policy {
  return { ...state, start: moveOne(inBillionths(from), index, value), follows: false, steps: 0 };
}

/** @param value Points; outside the range it goes to the nearer end. */
export function setReward(state: Policy, index: number, value: number): Policy {
  const [low, high] = rewardRange;
  const points = Math.min(high, Math.max(low, Math.round(value * 10) / 10)) + 0;
  return { ...state, reward: state.reward.with(index, points), steps: 0 };
}

/** What training is done with, each of its stops; it begins anew. */
export function setTraining(
  state: Policy,
  how: Partial<
    Pick<Policy, "beta" | "start" | "rule" | "clip" | "inner" | "sampled" | "raw" | "seed" | "follows">
  >,
): Policy {
  return { ...state, ...how, steps: 0 };
}

export function setSteps(state: Policy, steps: number): Policy {
  return { ...state, follows: false, steps: Math.min(mostSteps, Math.max(0, Math.round(steps))) };
}

/** Tells apart what does not change while a policy is trained, or its draws are counted. */
export function truthKey({ p, reward, worth, start, seed }: Policy): string {
  return [...p, ...reward, ...(worth ?? []), ...start, seed].join();
}

/** The policy that earns most on the leash. */
export function optimumOf({ p, reward, beta }: Policy): Probabilities {
  return optimalPolicy(p, reward, beta).policy;
}

export function mean(weights: Probabilities, values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + weights[i]! * value, 0);
}

/** Everything the figure says of one Q: points, and divergences in nats. */
export type Measures = {
  readonly optimum: Probabilities;
  /** E_Q[r]. */
  readonly reward: number;
  /** D(Q‖P). */
  readonly divergence: Nats;
  /** E_Q[r] − β·D(Q‖P), and the most that can be had. */
  readonly leashed: number;
  readonly best: number;
  /** D(Q‖Q*): best − leashed is β times it. */
  readonly gap: Nats;
  /** What each reply adds to the leashed reward. */
  readonly terms: readonly number[];
  /** E_Q of what replies are really worth, and E_P of it. */
  readonly worth: number | null;
  readonly worthBefore: number | null;
  /** What Q does and the reference never does. */
  readonly astray: readonly number[];
};

export function measure(state: Policy, q: Probabilities): Measures {
  const { p, reward, beta, worth } = state;
  const { policy: optimum, value: best } = optimalPolicy(p, reward, beta);
  const strayed = klContributions(q, p);
  return {
    optimum,
    reward: mean(q, reward),
    divergence: klDivergence(q, p),
    leashed: leashedReward(q, p, reward, beta),
    best,
    gap: klDivergence(q, optimum),
    terms: reward.map((r, i) => q[i]! * r - beta * strayed[i]!),
    worth: worth && mean(q, worth),
    worthBefore: worth && mean(p, worth),
    astray: supportMismatch(q, p).outcomes.map(({ index }) => index),
  };
}
