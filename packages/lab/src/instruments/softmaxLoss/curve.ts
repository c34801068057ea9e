import { crossEntropy, type Nats } from "@surprisal/core";
import { modelAt, mostSteps, type SoftmaxLoss, stepsOf, targetOf } from "./model.ts";

/** H(P,Q) at a step of the descent. */
export type Point = readonly [step: number, cost: Nats];

const most = 120;

/** The loss curve so far, in no more points than can be told apart. */
export function curveOf(state: SoftmaxLoss): Point[] {
  const target = targetOf(state);
  const last = stepsOf(state);
  const stride = Math.max(1, Math.ceil(last / most));
  const steps = Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => i * stride);
  if (steps.at(-1) !== last) steps.push(last);
  return steps.map((step) => [step, crossEntropy(target, modelAt(state.path[step]!, state))]);
}

const ends = [20, 50, 100, 200, 500, 1000, mostSteps];

/** Where the axis of steps ends: the least of a few round numbers that holds them all. */
export function lastStepShown(steps: number): number {
  return ends.find((end) => end >= steps) ?? mostSteps;
}
