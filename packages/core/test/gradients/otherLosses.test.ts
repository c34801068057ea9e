import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  entropy,
  gradientByLogits,
  gradientOverRows,
  type LogitOptions,
  type Logits,
  labelSmoothing,
  logits,
  type Objective,
  type Probabilities,
  probabilities,
  type RowReduction,
  softmax,
  topK,
  type ValueAndGradient,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";

type Answers = Record<string, { value: number; gradient: number[] }>;

const reference = join(import.meta.dirname, "../../../../reference");
const read = (name: string) => JSON.parse(readFileSync(join(reference, name), "utf8"));
const pytorch: {
  teacher: number[][];
  student: number[][];
  labels: number[];
  weights: number[];
  answers: Answers;
} = read("losses.json");
type Ruled = { teacher: (number | string)[]; student: (number | string)[] };
type Strange = { value: number | string; gradient: (number | string)[] };
const others: {
  answers: Answers;
  impossible: { student: Ruled; teacher: Ruled; answers: Record<string, Strange> };
} = read("otherLosses.json");

const students = pytorch.student.map(logits);
const teachers = pytorch.teacher.map((row) => softmax(logits(row)));
const { weights } = pytorch;
const oneHot = pytorch.labels.map((label) => probabilities(weights.map((_, i) => (i === label ? 1 : 0))));
const outcomes = weights.length;

interface Ours extends RowReduction, LogitOptions {
  readonly teachers?: readonly (Probabilities | Logits)[];
  /** What the other program multiplies our number by, or adds to it. */
  readonly times?: number;
  readonly plus?: number;
}

function ours(objective: Objective, options: Ours = {}): ValueAndGradient {
  const {
    teachers: taught = teachers,
    times = 1,
    plus = 0,
    temperature,
    timesTemperatureSquared,
    ...reduction
  } = options;
  const logitOptions = {
    ...(temperature && { temperature }),
    ...(timesTemperatureSquared && { timesTemperatureSquared }),
  };
  const ofRow = (row: number) => gradientByLogits(objective, taught[row]!, students[row]!, logitOptions);
  const { value, gradient } = gradientOverRows(students.length, ofRow, reduction);
  return { value: times * value + plus, gradient: gradient.map((x) => times * x) };
}

function expectSame(found: ValueAndGradient, expected: Answers[string] | undefined): void {
  // Both sides are sums of a few logarithms and exponentials of logits up to 2, each right to 2⁻⁵², times up to 4.
  expect(Math.abs(found.value - expected!.value)).toBeLessThanOrEqual(2 ** -47);
  expect(found.gradient.length).toBe(expected!.gradient.length);
  for (const [i, slope] of expected!.gradient.entries())
    expect(Math.abs(found.gradient[i]! - slope), `entry ${i}`).toBeLessThanOrEqual(2 ** -47);
}

const kl: Objective = { kind: "kl" };
const reverseKl: Objective = { kind: "kl", direction: "reverse" };
const crossEntropy: Objective = { kind: "crossEntropy" };
const totalVariation: Objective = { kind: "totalVariation" };
const skewed = (direction: "forward" | "reverse"): Objective => ({
  kind: "skewedKl",
  lambda: 0.1,
  direction,
});
const jensenShannon = (beta: number): Objective => ({ kind: "generalizedJensenShannon", beta });

describe("losses of PyTorch", () => {
  const parity: Record<string, ValueAndGradient> = {
    "kl_div batchmean": ours(kl),
    "kl_div batchmean of three dimensions": ours(kl, { reduction: "sum" }),
    "kl_div sum": ours(kl, { reduction: "sum" }),
    "kl_div mean": ours(kl, { times: 1 / outcomes }),
    "kl_div exchanged": ours(reverseKl),
    "kl_div at temperature 2 times 4": ours(kl, {
      teachers: pytorch.teacher.map(logits),
      temperature: 2,
      timesTemperatureSquared: true,
    }),
    cross_entropy: ours(crossEntropy, { teachers: oneHot }),
    "cross_entropy ignore_index": ours(crossEntropy, { teachers: oneHot, mask: [1, 1, 0] }),
    "cross_entropy label_smoothing 0.1": ours(crossEntropy, {
      teachers: oneHot.map((label) => labelSmoothing(label, 0.1)),
    }),
    "cross_entropy soft": ours(crossEntropy),
    "cross_entropy soft weight": ours({ kind: "focalCrossEntropy", gamma: 0, weights }),
    "cross_entropy weight": ours(crossEntropy, {
      teachers: oneHot,
      weights: pytorch.labels.map((label) => weights[label]!),
      reduction: "weightedMean",
    }),
  };

  test.each(Object.keys(pytorch.answers))("%s", (name) => expectSame(parity[name]!, pytorch.answers[name]));
});

describe("losses of programs for distillation", () => {
  const mask = [1, 1, 0];
  const top2 = teachers.map((p) => topK(p, 2));
  const soft = { mask, temperature: 2, teachers: pytorch.teacher.map(logits) };
  const teacherEntropy = (entropy(teachers[0]!) + entropy(teachers[1]!)) / 2;
  const [ce, reverse] = [ours(crossEntropy, { mask, times: 0.1 }), ours(reverseKl, { mask, times: 0.9 })];
  const parity: Record<string, ValueAndGradient> = {
    ...Object.fromEntries(
      [0, 0.01, 0.5, 0.9, 1].map((beta) => [
        `GKDTrainer.generalized_jsd_loss beta=${beta}`,
        ours(jensenShannon(beta), { mask }),
      ]),
    ),
    "GKDTrainer.generalized_jsd_loss beta=0.5 temperature=2": ours(jensenShannon(0.5), soft),
    "DistillationTrainer.generalized_jsd_loss beta=1 temperature=2": ours(jensenShannon(1), soft),
    "GKDTrainer.generalized_jsd_loss beta=0.5 labels=None": ours(jensenShannon(0.5), { reduction: "sum" }),
    "GKDTrainer.generalized_jsd_loss beta=0.5 reduction=mean": ours(jensenShannon(0.5), {
      mask,
      times: 1 / outcomes,
    }),
    forward_kl: ours(crossEntropy, { mask }),
    reverse_kl: ours(reverseKl, { mask }),
    "symmetric_kl lam=0.9": {
      value: ce.value + reverse.value,
      gradient: ce.gradient.map((slope, i) => slope + reverse.gradient[i]!),
    },
    "js_distance lam=0.9": ours(jensenShannon(1 - 0.9), { mask }),
    tv_distance: ours(totalVariation, { mask }),
    "skewed_forward_kl lam=0.1": ours(skewed("forward"), { mask, plus: teacherEntropy }),
    "skewed_reverse_kl lam=0.1": ours(skewed("reverse"), { mask }),
    "KLDLoss dense temperature=2": ours(kl, { ...soft, timesTemperatureSquared: true }),
    "JSDLoss dense temperature=2": ours(jensenShannon(0.5), { ...soft, timesTemperatureSquared: true }),
    "TVDLoss dense temperature=2": ours(totalVariation, { ...soft, timesTemperatureSquared: true }),
    "KLDLoss top 2 zero": ours(kl, { mask, teachers: top2 }),
    "JSDLoss top 2 zero": ours(jensenShannon(0.5), { mask, teachers: top2 }),
    "TVDLoss top 2 zero": ours(totalVariation, { mask, teachers: top2 }),
  };
  const bucketed: Record<string, Objective> = {
    "KLDLoss top 2 symmetric_uniform": kl,
    "JSDLoss top 2 symmetric_uniform": jensenShannon(0.5),
    "TVDLoss top 2 symmetric_uniform": totalVariation,
  };

  test("each is accounted for", () => {
    expect([...Object.keys(parity), ...Object.keys(bucketed)].sort()).toEqual(
      Object.keys(others.answers).sort(),
    );
  });

  test.each(Object.keys(parity))("%s", (name) => expectSame(parity[name]!, others.answers[name]));

  test.each(Object.entries(bucketed))(
    "%s: the value with all that the teacher does not list as one outcome",
    (name, objective) => {
      const values = [0, 1].map((row) => {
        const listed = [...top2[row]!].flatMap((p, i) => (p > 0 ? [i] : []));
        const merged = (p: Probabilities) => {
          const kept = listed.map((i) => p[i]!);
          return probabilities([...kept, 1 - kept.reduce((a, b) => a + b)]);
        };
        const [p, q] = [merged(teachers[row]!), merged(softmax(students[row]!))];
        return gradientByLogits(objective, p, logits([...q].map(Math.log))).value;
      });
      expect(Math.abs((values[0]! + values[1]!) / 2 - others.answers[name]!.value)).toBeLessThanOrEqual(
        2 ** -47,
      );
    },
  );
});

describe("where an outcome is ruled out", () => {
  const { impossible } = others;
  const oursOf = (objective: Objective, by: "student" | "teacher") => {
    const { teacher, student } = impossible[by];
    return gradientByLogits(objective, logits(teacher.map(Number)), logits(student.map(Number)));
  };
  const theirs = (name: string) => {
    const { value, gradient } = impossible.answers[name]!;
    return { value: Number(value), gradient: gradient.map(Number) };
  };
  const rounded = ({ gradient }: { gradient: ArrayLike<number> }) =>
    Array.from(gradient, (x) => x.toFixed(3));

  test.each(["F.kl_div, student", "GKDTrainer beta=0, student"])(
    "%s: +∞ with the gradient q − p, as ours",
    (name) => {
      const found = oursOf(kl, "student");
      expect([found.value, theirs(name).value]).toEqual([Infinity, Infinity]);
      expect(rounded(found)).toEqual(["0.309", "-0.153", "-0.155"]);
      for (const [i, slope] of theirs(name).gradient.entries())
        expect(Math.abs(found.gradient[i]! - slope)).toBeLessThanOrEqual(2 ** -50);
    },
  );

  test("GKDTrainer, β = 1: its last derivative is NaN, ours +∞", () => {
    expect(theirs("GKDTrainer beta=1, teacher")).toEqual({
      value: Infinity,
      gradient: [-Infinity, -Infinity, Number.NaN],
    });
    const { value, gradient } = oursOf(jensenShannon(1), "teacher");
    expect([value, ...gradient]).toEqual([Infinity, -Infinity, -Infinity, Infinity]);
  });

  test("GKDTrainer, β = ½: its value is NaN, ours finite; the gradients agree", () => {
    const [found, strange] = [oursOf(jensenShannon(0.5), "teacher"), theirs("GKDTrainer beta=0.5, teacher")];
    expect([found.value.toFixed(4), strange.value]).toEqual(["0.0594", Number.NaN]);
    expect(rounded(found)).toEqual(["0.028", "-0.057", "0.029"]);
    for (const [i, slope] of strange.gradient.entries())
      expect(Math.abs(found.gradient[i]! - slope)).toBeLessThanOrEqual(2 ** -50);
  });

  test("DistiLLM: finite where the divergence is not", () => {
    const [forward, reverse] = [theirs("forward_kl, student"), theirs("reverse_kl, teacher")];
    expect([forward.value.toFixed(3), reverse.value.toFixed(3)]).toEqual(["0.687", "0.015"]);
    expect(rounded(forward)).toEqual(["0.195", "-0.195", "0.000"]);
    expect(reverse.gradient).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(oursOf(crossEntropy, "student").value).toBe(Infinity);
    expect(oursOf(reverseKl, "teacher").value).toBe(Infinity);
  });
});
