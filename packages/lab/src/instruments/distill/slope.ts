import {
  aliasTable,
  gradientByLogits,
  gradientByProbabilities,
  gradientMoments,
  logits,
  type Probabilities,
  type Rng,
  type ScoreEstimator,
  sampledGradient,
  scoreFunctionGradient,
  temperature,
  type ValueAndGradient,
} from "@surprisal/core";
import type { Distill } from "./model.ts";
import { objectiveOf, taughtBy } from "./teacher.ts";

/** The loss, and its derivatives by ln q of each order as if they were free: summed over all orders. */
export function exactSlope(state: Distill, q: Probabilities, p = taughtBy(state)): ValueAndGradient {
  return gradientByLogits(objectiveOf(state), p, logits(Array.from(q, Math.log)), {
    temperature: state.temperature,
    timesTemperatureSquared: state.squared,
  });
}

/** Whether the loss is infinite and no step leads out of that: the student does what the teacher rules out, and is charged for it. */
export function isHopeless(state: Distill, q: Probabilities): boolean {
  return exactSlope(state, q).gradient.some((slope) => !Number.isFinite(slope));
}

/**
 * The same derivatives from draws, at the temperature of the state: an order that costs c, of its own probability, says c·(e − q). Who learns from what
 * another has drawn weighs it by q over the chance it was drawn with; of D(P‖Q) and draws of P that leaves every order the weight −1. Who draws alone has
 * the mean cost for a baseline.
 */
export function estimatorOf(
  state: Distill,
  q: Probabilities,
  by: "teacher" | "student",
  p = taughtBy(state),
) {
  const [teacher, student] = [p, q].map((one) => temperature(one, state.temperature)) as [
    Probabilities,
    Probabilities,
  ];
  const cost = gradientByProbabilities(objectiveOf(state), teacher, student).gradient;
  return by === "teacher"
    ? scoreFunctionGradient(student, cost, { draws: teacher })
    : scoreFunctionGradient(student, cost, { baseline: "value" });
}

/** How far a batch usually strays from the exact derivatives: the standard deviation, by enumeration. */
export function noiseOf(state: Distill, q: Probabilities, by: "teacher" | "student"): number {
  return Math.sqrt(gradientMoments(estimatorOf(state, q, by), state.batch).variance) * scaleOf(state);
}

/** What the derivatives of `estimatorOf` are multiplied by. */
function scaleOf({ temperature, squared }: Distill): number {
  return squared ? temperature : 1 / temperature;
}

/** What a batch says of the derivatives. */
export function drawnSlope(state: Distill, estimator: ScoreEstimator, rng: Rng): Float64Array {
  const table = aliasTable(estimator.draws);
  const batch = Array.from({ length: state.batch }, () => table.sample(rng));
  return sampledGradient(estimator, batch).map((slope) => slope * scaleOf(state));
}
