import {
  expectKind,
  type Logits,
  type LogProbabilities,
  type Probabilities,
} from "../distributions/kinds.ts";

/** The door of the objectives: a teacher of any kind that says a distribution, over as many outcomes as the student has. */
export function expectTeacher(
  where: string,
  teacher: Probabilities | LogProbabilities | Logits,
  outcomes: number,
): void {
  expectKind(where, "teacher", teacher, "probabilities", "logProbabilities", "logits");
  if (teacher.length !== outcomes)
    throw new RangeError(
      `${where}: teacher has ${teacher.length} outcomes and student has ${outcomes}, expected the same outcomes`,
    );
}
