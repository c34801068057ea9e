import {
  expectKind,
  type Logits,
  type LogProbabilities,
  type Probabilities,
} from "../distributions/kinds.ts";
import { logAtTemperature } from "../distributions/logAtTemperature.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { derivativesOf } from "./derivatives.ts";
import { expectTeacher } from "./expectTeacher.ts";
import type { Objective } from "./objective.ts";
import { outcomesOfLogs } from "./outcomes.ts";
import type { ValueAndGradient } from "./valueAndGradient.ts";

export interface LogitOptions {
  /** T > 0, which divides the logits of both before the softmax, also where the teacher is given by its probabilities; 1 unless given. */
  readonly temperature?: number;
  /** Whether value and gradient are multiplied by T². That keeps the gradient's size as T grows, which alone would shrink it like 1/T². */
  readonly timesTemperatureSquared?: boolean;
}

/**
 * An objective, and its gradient by the logits z of the student Q = softmax(z/T).
 *
 * By logits the gradient sums to 0, and z + constant has the same. For T = 1: `kl` q − p; in reverse q·(ln(q/p) − D(Q‖P)); `crossEntropy` q − p;
 * `generalizedJensenShannon` (1 − β)·q·(ln(q/m) − D(Q‖M)); `renyi` q − w with w ∝ p^α q^(1−α); `totalVariation` ½q·(s − Σqs) with s = sign(q − p), 0 at
 * ties, where any slope from −½ to ½ is one.
 *
 * Where the value is +∞, the gradient is its limit as what rules an outcome out is given the same small probability ε → 0. For forward KL that is
 * q − p still: pulled with a finite force towards what the student cannot do. For reverse KL, +∞ for what the teacher rules out and −∞ for all else that
 * the student does; 0 if it does nothing else.
 *
 * Outcomes are left out by `reweight` with weights of 0 and 1, of teacher and student alike; rows by `gradientOverRows`. Any other teacher, cut by `topK` or
 * `topP`, sharpened by `temperature` or reweighted for a task, is a teacher like every other.
 *
 * @param objective What is minimised; see `Objective`.
 * @param teacher P: n probabilities, their logarithms or logits. Constant: nothing flows back to it.
 * @param student The logits z, n of them; −∞ for what it cannot do, whose derivative is a limit too.
 * @returns Nats, and nats per unit of a logit. In log space throughout: logits of ±700 cost no digits.
 * @throws RangeError if teacher and student differ in length, or a parameter is outside its domain.
 * @see Hinton, Vinyals & Dean (2015), Distilling the knowledge in a neural network, for T².
 * @example
 * const p = probabilities([0.75, 0.25]);
 * gradientByLogits({ kind: "kl" }, p, logits([0, 0])).gradient // [-0.25, 0.25]
 */
export function gradientByLogits(
  objective: Objective,
  teacher: Probabilities | LogProbabilities | Logits,
  student: Logits,
  options: LogitOptions = {},
): ValueAndGradient {
  const where = "gradientByLogits";
  const { temperature = 1, timesTemperatureSquared = false } = options;
  expectKind(where, "student", student, "logits");
  expectTeacher(where, teacher, student.length);
  expectPositive(where, "temperature", temperature);
  const outcomes = outcomesOfLogs(
    logAtTemperature(teacher, temperature),
    logAtTemperature(student, temperature),
  );
  const { value, byLogits } = derivativesOf(where, objective, outcomes);
  const scale = timesTemperatureSquared ? temperature ** 2 : 1;
  const slope = timesTemperatureSquared ? temperature : 1 / temperature;
  return { value: value * scale, gradient: byLogits().map((x) => x * slope) };
}
