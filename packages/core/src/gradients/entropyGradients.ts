import { expectKind, type Logits, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { logAtTemperature } from "../distributions/logAtTemperature.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { entropy } from "../measures/entropy.ts";
import { centre } from "./throughSoftmax.ts";
import type { ValueAndGradient } from "./valueAndGradient.ts";

/**
 * The entropy of the student Q = softmax(z/T), and its gradient by the logits z: −q·(ln q + H(Q))/T. To reward entropy, go along it.
 *
 * @param student The logits z, n of them.
 * @param temperature T, finite and above 0.
 * @returns Nats, in [0, ln n], and nats per unit of a logit, which sum to 0.
 * @throws RangeError if the temperature is not above 0.
 * @example entropyGradientByLogits(logits([0, 0])).gradient // [0, 0]
 */
export function entropyGradientByLogits(student: Logits, temperature = 1): ValueAndGradient {
  expectKind("entropyGradientByLogits", "student", student, "logits");
  expectPositive("entropyGradientByLogits", "temperature", temperature);
  const logQ = logAtTemperature(student, temperature);
  const q = valuesOf(logQ).map(Math.exp);
  const byLog = q.map((x, i) => (x === 0 ? 0 : 0 - x * logQ[i]));
  return { value: entropy(logQ), gradient: centre(q, byLog).map((x) => x / temperature) };
}

/**
 * The entropy of the student Q, and its partial derivatives by the probabilities q, each free of the others: −ln q − 1.
 *
 * @param student n probabilities.
 * @returns Nats, in [0, ln n], and nats per unit of probability; +∞ where q = 0.
 * @example entropyGradientByProbabilities(probabilities([1, 0])).gradient // [-1, Infinity]
 */
export function entropyGradientByProbabilities(student: Probabilities): ValueAndGradient {
  expectKind("entropyGradientByProbabilities", "student", student, "probabilities");
  return { value: entropy(student), gradient: valuesOf(student).map((x) => -1 - Math.log(x)) };
}
