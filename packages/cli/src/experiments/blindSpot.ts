import {
  type AliasTable,
  aliasTable,
  type Direction,
  estimateRate,
  gradientByLogits,
  gradientByProbabilities,
  inUnit,
  logits,
  normalize,
  probabilities,
  type Rng,
  softmax,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";

const truth = probabilities([0.49, 0.49, 0.02]);
const forgotten = 2;
const shares = [1e-2, 1e-4, 1e-6, 1e-9, 0];
const draws = 1000;
const enough = 0.01;
const rate = 1;
const mostSteps = 20_000;

/** What moves an outcome that the student gives little or nothing to. */
export const blindSpotExperiment: Experiment = {
  name: "blind-spot",
  question: "What moves an outcome that Q gives little or nothing?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const tables = shares.map((share) => aliasTable(modelAt(share)));
    const missed = await repeated(run, () => tables.map((table) => isMissed(table, rng)));
    const cases = shares.map((share, i) => {
      const unseen = estimateRate(
        missed.map((at) => Number(at[i])),
        { dependence: { kind: "independent" }, level: 0.999 },
      );
      return {
        share,
        slopes: slopesAt(share).map((slope) => inUnit(slope, unit)),
        unseen,
        chance: (1 - share) ** draws,
        steps: [stepsToLearn(share, "forward"), stepsToLearn(share, "reverse")],
      };
    });
    const hidden = cases.filter(({ share }) => share < enough);
    const at = (share: number) => cases.find((one) => one.share === share)!;
    const [forwardByLogit, reverseByLogit, forwardByChance, reverseByChance] = at(0).slopes as number[];
    const curve = Array.from({ length: 49 }, (_, k) => 10 ** (-12 + k / 4.8)).filter(
      (share) => share < truth[forgotten]!,
    );
    const line = (which: number) =>
      curve.map((share) => [share, Math.abs(inUnit(slopesAt(share)[which]!, unit))] as const);
    const limit = `${mostSteps} steps`;
    return {
      setting: `P = (${[...truth].join(", ")}) over A, B and C; Q splits what C leaves 98 to 2. Derivatives for C, in ${unit}; descent is exact, on logits, in steps of ${rate}.`,
      findings: [
        finding(
          "Where Q gives an outcome nothing, the gradient of D(Q‖P) for it is 0.",
          [reverseByLogit === 0, reverseByChance === 0],
          `By its logit ${written(reverseByLogit!, 3)}, by its probability ${written(reverseByChance!, 3)}: ln(q/p) + 1 has no bottom.`,
        ),
        finding(
          "Where Q gives an outcome nothing, D(P‖Q) pulls without bound.",
          [forwardByLogit === -Infinity, forwardByChance === -Infinity],
          `By its logit q − p = ${written(forwardByLogit!, 3)}, no more than P gives it; by its probability −p/q = ${written(forwardByChance!, 3)}.`,
        ),
        finding(
          `Descent on D(Q‖P) does not come back to such an outcome within ${limit}.`,
          hidden.map(({ steps }) => steps[1] === Infinity),
          `Back at ${enough} after ${stepsFrom(hidden, 1)}: ever slower, but only from 0 never.`,
        ),
        finding(
          `Descent on D(P‖Q) always comes back to it, within ${limit}.`,
          hidden.map(({ steps }) => steps[0] !== Infinity),
          `After ${stepsFrom(hidden, 0)}. A logit of −∞ stays there, whatever pulls.`,
        ),
        finding(
          `Batches of ${draws} draws of Q miss the outcome with chance (1 − q)^${draws}.`,
          cases.map(({ unseen, chance }) => unseen.low <= chance && chance <= unseen.high),
          `Of ${repeats} batches each, 99.9 % intervals.`,
        ),
      ],
      tables: [
        {
          title: `Derivatives for C, and what becomes of it`,
          columns: [
            "Q(C)",
            "D(P‖Q) by logit",
            "D(Q‖P) by logit",
            "D(P‖Q) by probability",
            "D(Q‖P) by probability",
          ],
          rows: cases.map(({ share, slopes }) => [share, ...slopes]),
        },
        {
          title: `Steps until Q(C) is ${enough}, and batches of ${draws} draws without C`,
          columns: ["Q(C)", "by D(P‖Q)", "by D(Q‖P)", "chance", "measured"],
          rows: cases.map(({ share, steps, chance, unseen }) => [
            share,
            ...steps.map((count) => (count === Infinity ? `not in ${mostSteps}` : count)),
            chance,
            unseen.value,
          ]),
        },
      ],
      chart: {
        title: "How hard an outcome is pulled that Q gives little",
        x: { label: "what Q gives the outcome", log: true },
        y: { label: `size of the derivative, ${unit}`, log: true },
        lines: [
          { name: "D(P‖Q) by probability", colour: "p", dashed: true, points: line(2) },
          { name: "D(Q‖P) by probability", colour: "q", dashed: true, points: line(3) },
          { name: "D(P‖Q) by logit", colour: "p", points: line(0) },
          { name: "D(Q‖P) by logit", colour: "q", points: line(1) },
        ],
      },
    };
  },
};

function modelAt(share: number) {
  return normalize([0.98 * (1 - share), 0.02 * (1 - share), share]);
}

/** For C: of both directions by logit, then by probability. */
function slopesAt(share: number): number[] {
  const model = modelAt(share);
  const student = logits(Float64Array.from(model, Math.log));
  return [
    ...directions.map((direction) => gradientByLogits({ kind: "kl", direction }, truth, student)),
    ...directions.map((direction) => gradientByProbabilities({ kind: "kl", direction }, truth, model)),
  ].map(({ gradient }) => gradient[forgotten]!);
}

const directions: readonly Direction[] = ["forward", "reverse"];

/** How many steps of descent until the outcome has a share again; ∞ if it has none when patience ends. */
function stepsToLearn(share: number, direction: Direction): number {
  let student = logits(Float64Array.from(modelAt(share), Math.log));
  for (let step = 0; step <= mostSteps; step++) {
    if (softmax(student)[forgotten]! >= enough) return step;
    const { gradient } = gradientByLogits({ kind: "kl", direction }, truth, student);
    student = logits(Float64Array.from(student, (l, i) => l - rate * gradient[i]!));
  }
  return Infinity;
}

function stepsFrom(cases: readonly { share: number; steps: number[] }[], way: number): string {
  const learnt = cases.filter(({ steps }) => steps[way] !== Infinity);
  if (learnt.length === 0) return "no number of steps tried";
  return learnt.map(({ share, steps }) => `${steps[way]} steps from ${written(share)}`).join(", ");
}

/** Whether a batch of draws holds nothing of the outcome. */
function isMissed(table: AliasTable, rng: Rng): boolean {
  for (let draw = 0; draw < draws; draw++) if (table.sample(rng) === forgotten) return false;
  return true;
}
