import {
  crossEntropy,
  gradientByLogits,
  inUnit,
  jointTable,
  klDivergence,
  type Logits,
  logits,
  marginal,
  type Nats,
  type Objective,
  type Probabilities,
  probabilities,
  type Rng,
  reweight,
  softmax,
  standardNormal,
  topK,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";

const [rows, columns] = [4, 4];
const cells = rows * columns;
/** A teacher's logits stray by this, so that a few of its outcomes have most of it. */
const contrast = 1.5;
/** What is said more often is a mode, what is said less often rare; a mode is missed at a tenth of its share. */
const [often, rare, missing] = [0.08, 0.01, 0.1];
const temperatures = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64];
const hottest = 64;
const near = 0.01;

/** What is below is rounding, which differs from one machine to the next. */
const settled = 1e-13;

/** What a student loses that is too small for its teacher, and what helps. */
export const distillationExperiment: Experiment = {
  name: "distillation",
  question: "What does a student lose that is too small for its teacher?",
  async run(run) {
    const { rng, unit } = run;
    const tries = await repeated(run, () => {
      const teacher = softmax(strewn(contrast, rng));
      const student = strewn(1, rng);
      const task = taskFor(teacher, rng);
      return { teacher, student, ...task, small: smallStudents(teacher, task.given, rng) };
    });
    const example = tries[0]!;
    const pulls = temperatures.map((temperature) => ({
      temperature,
      pull: pullAt(example.teacher, example.student, temperature),
    }));
    const [cold, hot] = [1, hottest].map(
      (at) => pulls.find(({ temperature }) => temperature === at)!.pull,
    ) as [Nats, Nats];
    const gaps = tries.map(
      ({ teacher, student }) =>
        crossEntropy(teacher, softmax(student)) - klDivergence(teacher, softmax(student)),
    );
    const ways = ["forward", "reverse", "given"] as const;
    const mean = (of: (one: (typeof tries)[number]) => number) =>
      tries.reduce((sum, one) => sum + of(one), 0) / tries.length;
    const measured = ways.map((way) => ({
      way,
      wasted: mean(({ small, teacher, given }) => wastedBy(small[way], way === "given" ? given : teacher)),
      missed: mean(({ small, teacher, given }) => missedBy(small[way], way === "given" ? given : teacher)),
      serves: mean(({ small, worth }) => served(small[way], worth)),
    }));
    return {
      setting: `P is a teacher of ${rows} by ${columns} outcomes, the softmax of normal logits of standard deviation ${contrast}; a small student Q chooses row and column apart. It is the best one for D(P‖Q), which has P's marginals, or where coordinate descent on D(Q‖P) ends from a random start. A mode has P ≥ ${often} and is missed where Q < ${missing} P; what is said where P < ${rare} is wasted. The task asks for the first of the modes, not for the second, and for each other one by a coin.`,
      findings: [
        finding(
          "Cross-entropy and D(P‖Q) pull a student alike.",
          tries.map(
            ({ teacher, student }) =>
              offBetween({ kind: "crossEntropy" }, { kind: "kl" }, teacher, student) <= settled,
          ),
          `Their values differ by H(P), by ${written(inUnit(Math.min(...gaps), unit), 3)} to ${written(inUnit(Math.max(...gaps), unit), 3)} ${unit} here.`,
        ),
        finding(
          "Times T², the gradient by the logits keeps its size, to a factor of 2.",
          tries.map(({ teacher, student }) => steadiness(teacher, student) <= 2),
          `Between T = 1 and T = ${hottest}; without T² it falls like 1/T², for the first teacher by a factor of ${written(cold / hot, 2)}. Where not, P and Q were so sharp that T had to melt them first.`,
        ),
        finding(
          "Forward divergence misses no mode.",
          tries.map(({ small, teacher }) => missedBy(small.forward, teacher) === 0),
          `The student of least D(P‖Q) has every row and column as often as the teacher.`,
        ),
        finding(
          "It wastes no more than reverse divergence does.",
          tries.map(
            ({ small, teacher }) => wastedBy(small.forward, teacher) <= wastedBy(small.reverse, teacher),
          ),
          `On average ${written(measured[0]!.wasted, 2)} of what it says is wasted, in reverse ${written(measured[1]!.wasted, 2)}.`,
        ),
        finding(
          "Reverse divergence keeps the modes of the task.",
          tries.map(({ small, given }) => missedBy(small.reverse, given) === 0),
          `It serves the task with ${written(measured[1]!.serves, 2)} on average, the teacher with ${written(
            mean(({ teacher, worth }) => served(teacher, worth)),
            2,
          )}.`,
        ),
        finding(
          "A teacher given the task, taught forward, serves the task better than either.",
          tries.map(
            ({ small, worth }) =>
              served(small.given, worth) >
              Math.max(served(small.forward, worth), served(small.reverse, worth)),
          ),
          `With ${written(measured[2]!.serves, 2)} on average. Where not, reverse divergence had happened to seek a mode of the task.`,
        ),
        finding(
          "Top-k keeps the modes of the task.",
          tries.map(({ teacher, given, modes }) =>
            modes.every((mode) => given[mode] === 0 || topK(teacher, 3)[mode]! > 0),
          ),
          "With k = 3, where they were among the three likeliest.",
        ),
        finding(
          "Importance weights in the loss pull as the teacher given the task, times the share of the task.",
          tries.map(({ teacher, student, given, worth }) => {
            const weighed = gradientByLogits(
              { kind: "focalCrossEntropy", gamma: 0, weights: worth },
              teacher,
              student,
            ).gradient;
            const conditioned = gradientByLogits({ kind: "crossEntropy" }, given, student).gradient;
            const share = served(teacher, worth);
            return weighed.every((slope, i) => Math.abs(slope - share * conditioned[i]!) <= settled);
          }),
          "So both end at the same student, the first more slowly.",
        ),
        finding(
          "Under a focal loss, γ = 2, a student that has become its teacher is at rest.",
          tries.map(
            ({ teacher }) =>
              pullOf(
                { kind: "focalCrossEntropy", gamma: 2 },
                teacher,
                logits(Array.from(teacher, Math.log)),
              ) <= settled,
          ),
          "It is pulled towards what it is less sure of.",
        ),
        finding(
          `Jensen–Shannon at β = ${near} is within a tenth of D(P‖Q), which it is at β = 0.`,
          tries.map(({ teacher, student }) => {
            const [there, here] = [0, near].map(
              (beta) => gradientByLogits({ kind: "generalizedJensenShannon", beta }, teacher, student).value,
            );
            return Math.abs(here! - there!) <= there! / 10;
          }),
          "The formula goes to 0 at both ends, where by convention it stands for something else.",
        ),
      ],
      tables: [
        {
          title: `Small students, the mean of ${run.repeats}`,
          columns: ["taught by", "wasted", "modes missed", "serves the task"],
          rows: measured.map(({ way, wasted, missed, serves }) => [names[way], wasted, missed, serves]),
        },
        {
          title: `Length of the gradient by the logits, ${unit}, of the first teacher`,
          columns: ["T", "as it is", "times T²"],
          rows: pulls.map(({ temperature, pull }) => [
            temperature,
            inUnit(pull, unit),
            inUnit(pull, unit) * temperature ** 2,
          ]),
        },
      ],
      chart: {
        title: "How hard a temperature lets a teacher pull",
        x: { label: "T", log: true },
        y: { label: `length of the gradient, ${unit}`, log: true },
        lines: [
          {
            name: "as it is",
            colour: "ink",
            dashed: true,
            points: pulls.map(({ temperature, pull }) => [temperature, inUnit(pull, unit)] as const),
          },
          {
            name: "times T²",
            colour: "gap",
            points: pulls.map(
              ({ temperature, pull }) => [temperature, inUnit(pull, unit) * temperature ** 2] as const,
            ),
          },
        ],
      },
    };
  },
};

const names = { forward: "D(P‖Q)", reverse: "D(Q‖P)", given: "D(P given the task‖Q)" };

function strewn(size: number, rng: Rng): Logits {
  return logits(Float64Array.from({ length: cells }, () => size * standardNormal(rng)));
}

/** Some of the modes of a teacher, and the teacher given that it says one of them. */
function taskFor(teacher: Probabilities, rng: Rng) {
  const modes = Array.from(teacher, (_, cell) => cell).filter((cell) => teacher[cell]! >= often);
  const asked = new Set(modes.filter((_, i) => i === 0 || (i > 1 && rng.next() < 0.5)));
  const worth = Array.from(teacher, (_, cell) => (asked.has(cell) ? 1 : 0));
  return { modes, worth, given: reweight(teacher, worth) };
}

function smallStudents(teacher: Probabilities, given: Probabilities, rng: Rng) {
  return { forward: ofMarginals(teacher), reverse: seeking(teacher, rng), given: ofMarginals(given) };
}

/** The least D(P‖Q) of all that choose row and column apart. */
function ofMarginals(p: Probabilities): Probabilities {
  const table = jointTable([...p], [rows, columns]);
  return outer(marginal(table, [0]).p, marginal(table, [1]).p);
}

/** Where D(Q‖P) ends when rows and columns are fitted in turn: the best rows for given columns are ∝ exp Σ v ln p. */
function seeking(p: Probabilities, rng: Rng): Probabilities {
  const start = (length: number) => softmax(logits(Float64Array.from({ length }, () => standardNormal(rng))));
  let [u, v] = [start(rows), start(columns)];
  for (let round = 0; round < 200; round++) {
    const byRow = Float64Array.from({ length: rows }, (_, r) =>
      sum(columns, (c) => v[c]! * Math.log(p[r * columns + c]!)),
    );
    u = softmax(logits(byRow));
    const byColumn = Float64Array.from({ length: columns }, (_, c) =>
      sum(rows, (r) => u[r]! * Math.log(p[r * columns + c]!)),
    );
    v = softmax(logits(byColumn));
  }
  return outer(u, v);
}

function outer(u: Probabilities, v: Probabilities): Probabilities {
  return probabilities(
    Array.from({ length: cells }, (_, cell) => u[Math.floor(cell / columns)]! * v[cell % columns]!),
  );
}

function wastedBy(q: Probabilities, p: Probabilities): number {
  return sum(cells, (cell) => (p[cell]! < rare ? q[cell]! : 0));
}

function missedBy(q: Probabilities, p: Probabilities): number {
  return sum(cells, (cell) => (p[cell]! >= often && q[cell]! < missing * p[cell]! ? 1 : 0));
}

function served(q: Probabilities, worth: readonly number[]): number {
  return sum(cells, (cell) => worth[cell]! * q[cell]!);
}

function pullAt(teacher: Probabilities, student: Logits, temperature: number): Nats {
  return Math.hypot(...gradientByLogits({ kind: "kl" }, teacher, student, { temperature }).gradient);
}

function pullOf(objective: Objective, teacher: Probabilities, student: Logits): Nats {
  return Math.hypot(...gradientByLogits(objective, teacher, student).gradient);
}

function offBetween(one: Objective, other: Objective, teacher: Probabilities, student: Logits): number {
  const [a, b] = [one, other].map((objective) => gradientByLogits(objective, teacher, student).gradient);
  return Math.max(...a!.map((slope, i) => Math.abs(slope - b![i]!)));
}

/** By what factor the gradient times T² changes at most, from T = 1 on. */
function steadiness(teacher: Probabilities, student: Logits): number {
  const sizes = temperatures.filter((t) => t >= 1).map((t) => pullAt(teacher, student, t) * t ** 2);
  return Math.max(...sizes) / Math.min(...sizes);
}

function sum(count: number, term: (index: number) => number): number {
  return Array.from({ length: count }, (_, index) => term(index)).reduce((a, b) => a + b, 0);
}
