import type { Direction, Probabilities } from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";

/** What is moved: the logits that Q is the softmax of, or its probabilities themselves. */
export type By = "logits" | "probabilities";

/** What is taken off the cost of a draw. */
export type Baseline = "none" | "value" | "optimal" | "leave-one-out";

export type Side = "p" | "q";

/** Truth P and model Q over three outcomes, and how Q is to be moved. */
export type Gradients = {
  /** In whole billionths, as Q. */
  readonly p: Probabilities;
  readonly q: Probabilities;
  readonly by: By;
  /** The divergence whose gradient is estimated from draws: forward of P, reverse of Q. */
  readonly way: Direction;
  /** How many draws an estimate takes, one of `batches`. */
  readonly batch: number;
  readonly baseline: Baseline;
  /** How far from 0 the cost of a draw may lie, in nats, one of `clips`: beyond, it counts as that. */
  readonly clip: number;
  readonly seed: number;
  /** How many steps downhill have been taken from Q. */
  readonly steps: number;
};

export const names = ["A", "B", "C"] as const;
export const batches = [1, 2, 4, 8, 16, 32] as const;
export const baselines: readonly Baseline[] = ["none", "value", "optimal", "leave-one-out"];
export const clips = [Infinity, 2, 1, 0.5] as const;
export const mostSteps = 300;
/** How many batches a cloud shows. */
export const shown = 400;

/** What the figure is for: exact gradients and two runners that follow them, or estimates from draws. */
export type Tool = "slopes" | "cloud";

export function gradientsOf(p: Probabilities, q: Probabilities): Gradients {
  return {
    p: inBillionths(p),
    q: inBillionths(q),
    by: "logits",
    way: "reverse",
    batch: 8,
    baseline: "none",
    clip: Infinity,
    seed: 1,
    steps: 0,
  };
}

/**
 * One probability moved; the others share what is left.
 *
 * @param from The distribution when it was taken hold of: while a drag lasts, proportions are taken from there.
 */
export function move(
  state: Gradients,
  side: Side,
  index: number,
  value: number,
  from: Probabilities = state[side],
): Gradients {
  return { ...state, [side]: moveOne(from, index, value), steps: 0 };
}

/** P or Q put somewhere in the triangle. */
export function put(state: Gradients, side: Side, at: Probabilities): Gradients {
  return { ...state, [side]: inBillionths(at), steps: 0 };
}

/** How Q is moved; whoever has taken steps begins anew. A draw alone has no others to be compared with. */
export function set(
  state: Gradients,
  how: Partial<Pick<Gradients, "by" | "way" | "batch" | "baseline" | "clip" | "seed">>,
): Gradients {
  const next = { ...state, ...how, steps: 0 };
  if (next.batch > 1 || next.baseline !== "leave-one-out") return next;
  return how.baseline === undefined ? { ...next, baseline: "none" } : { ...next, batch: 2 };
}

export function setSteps(state: Gradients, steps: number): Gradients {
  return { ...state, steps: Math.min(mostSteps, Math.max(0, Math.round(steps))) };
}
