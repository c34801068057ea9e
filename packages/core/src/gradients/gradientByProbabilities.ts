import { toProbabilities } from "../distributions/conversions.ts";
import {
  expectKind,
  type Logits,
  type LogProbabilities,
  type Probabilities,
} from "../distributions/kinds.ts";
import { softmax } from "../distributions/softmax.ts";
import { derivativesOf } from "./derivatives.ts";
import { expectTeacher } from "./expectTeacher.ts";
import type { Objective } from "./objective.ts";
import { outcomesOf } from "./outcomes.ts";
import type { ValueAndGradient } from "./valueAndGradient.ts";

/**
 * An objective, and its partial derivatives by the probabilities q of the student, each free of the others, of the formula as `Objective` writes it: `kl`
 * −p/q, in reverse ln(q/p) + 1, `totalVariation` ½ sign(q − p) and 0 at ties.
 *
 * Probabilities cannot move freely: only differences between the entries mean something, and a constant added to all of them changes nothing along
 * the simplex. By logits, where they can, the same objective has another gradient: bounded where this one is not.
 *
 * @param objective What is minimised; see `Objective`.
 * @param teacher P: n probabilities, their logarithms or logits.
 * @param student Q: n probabilities. Where one is 0 its derivative is the one from the right.
 * @returns Nats, and nats per unit of probability; −∞ where forward KL misses what the teacher does (the value is +∞ there) and where the reverse one
 *   would begin to do it (the value is finite).
 * @throws RangeError if teacher and student differ in length, or a parameter is outside its domain.
 * @example gradientByProbabilities({ kind: "kl" }, probabilities([0.75, 0.25]), probabilities([0.5, 0.5])).gradient // [-1.5, -0.5]
 * @example gradientByProbabilities({ kind: "kl" }, probabilities([0.5, 0.5]), probabilities([1, 0])).gradient // [-0.5, -Infinity]
 */
export function gradientByProbabilities(
  objective: Objective,
  teacher: Probabilities | LogProbabilities | Logits,
  student: Probabilities,
): ValueAndGradient {
  const where = "gradientByProbabilities";
  expectKind(where, "student", student, "probabilities");
  expectTeacher(where, teacher, student.length);
  const { value, byProbabilities } = derivativesOf(
    where,
    objective,
    outcomesOf(probabilitiesOf(teacher), student),
  );
  return { value, gradient: byProbabilities() };
}

function probabilitiesOf(p: Probabilities | LogProbabilities | Logits): Probabilities {
  if (p.kind === "logits") return softmax(p);
  return p.kind === "logProbabilities" ? toProbabilities(p) : p;
}
