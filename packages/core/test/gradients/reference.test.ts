import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  entropyGradientByLogits,
  entropyGradientByProbabilities,
  gradientByLogits,
  gradientByProbabilities,
  logits,
  type Objective,
  probabilities,
  type ValueAndGradient,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";

type Answer = { objective: Objective | { kind: "entropy" }; value: number; gradient: number[] };
type Case = { name: string; teacher: number[]; student: number[]; temperature: number; answers: Answer[] };

const file = join(import.meta.dirname, "../../../../reference/gradients.json");
const cases: { byLogits: Case[]; byProbabilities: Case[] } = JSON.parse(
  readFileSync(file, "utf8"),
  (_, value) => (/^-?Infinity$/.test(value) ? Number(value) : value),
);

/** The power to which an objective raises p/q: it multiplies the rounding of the logarithm. */
function powerOf(objective: Answer["objective"]): number {
  if (objective.kind === "alpha") return 1 + Math.abs(objective.alpha);
  return objective.kind === "renyi" && objective.order < Infinity ? 1 + objective.order : 1;
}

function expectAnswer(found: ValueAndGradient, answer: Answer, rounding: number): void {
  expect(found.gradient.length).toBe(answer.gradient.length);
  const largest = Math.max(1, ...answer.gradient.map(Math.abs), answer.value);
  const label = JSON.stringify(answer.objective);
  expect
    .soft(Math.abs(found.value - answer.value), `${label} value`)
    .toBeLessThanOrEqual(rounding * Math.max(1, answer.value));
  for (const [i, slope] of answer.gradient.entries())
    expect
      .soft(Math.abs(found.gradient[i]! - slope), `${label} entry ${i}`)
      .toBeLessThanOrEqual(rounding * largest);
}

describe("by logits, as from complex steps at 1000 digits", () => {
  test.each(cases.byLogits)("$name", ({ teacher, student, temperature, answers }) => {
    const [p, z] = [logits(teacher), logits(student)];
    // ln p and ln q are differences of logits over T and a logarithm of a sum: their rounding is at most this, and a few of them meet.
    const size = Math.max(...[...teacher, ...student].map(Math.abs)) / temperature;
    const rounding = 8 * (4 * size + 10) * 2 ** -53;
    expect(answers.length).toBeGreaterThan(20);
    for (const answer of answers) {
      const { objective } = answer;
      const found =
        objective.kind === "entropy"
          ? entropyGradientByLogits(z, temperature)
          : gradientByLogits(objective, p, z, { temperature });
      expectAnswer(found, answer, rounding * powerOf(objective));
    }
  });
});

describe("by probabilities, as from complex steps at 1000 digits", () => {
  test.each(cases.byProbabilities)("$name", ({ teacher, student, answers }) => {
    const [p, q] = [probabilities(teacher), probabilities(student)];
    expect(answers.length).toBeGreaterThan(20);
    for (const answer of answers) {
      const { objective } = answer;
      const found =
        objective.kind === "entropy"
          ? entropyGradientByProbabilities(q)
          : gradientByProbabilities(objective, p, q);
      const largest = Math.max(...teacher.map((x, i) => Math.abs(Math.log(x / student[i]!))));
      // Every entry to its own digits: those of ln(p/q), of which a power multiplies the absolute error. Skewed ones are taken from P = Q, where
      // they are below 1, which costs its rounding.
      const rounding = 8 * (4 + powerOf(objective) * largest) * 2 ** -53;
      for (const [i, slope] of answer.gradient.entries()) {
        const label = `${JSON.stringify(objective)} entry ${i}`;
        if (Number.isFinite(slope))
          expect
            .soft(Math.abs(found.gradient[i]! - slope), label)
            .toBeLessThanOrEqual(rounding * Math.abs(slope) + 2 ** -53);
        else expect.soft(found.gradient[i], label).toBe(slope);
      }
      if (answer.value > 0)
        expect
          .soft(Math.abs(found.value / answer.value - 1), `${JSON.stringify(objective)} value`)
          .toBeLessThanOrEqual(rounding);
    }
  });
});
