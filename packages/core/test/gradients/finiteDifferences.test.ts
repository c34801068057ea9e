import {
  entropyGradientByLogits,
  gradientByLogits,
  type Logits,
  logits,
  softmax,
  topP,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logitPairs, named } from "./objectives.ts";

const step = 2 ** -13;

/** The derivatives of f by the logits, from four values each: off by step⁴/30 of a fifth derivative. */
function differences(f: (z: Logits) => number, z: Logits): number[] {
  return Array.from(z, (_, i) => {
    const at = (steps: number) => f(logits(Array.from(z, (x, j) => (j === i ? x + steps * step : x))));
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
  });
}

/** Whether a kink lies within the four values: p crosses q, or another outcome takes the lead in p/q. */
function isSmooth(kind: string, order: number, teacher: Logits, student: Logits): boolean {
  const [p, q] = [softmax(teacher), softmax(student)];
  const ratios = Array.from(p, (x, i) => Math.log(x / q[i]!)).sort((a, b) => b - a);
  if (kind === "totalVariation") return ratios.every((x) => Math.abs(x) > 16 * step);
  return kind !== "renyi" || order < Infinity || ratios[0]! - ratios[1]! > 16 * step;
}

describe.each(named)("%s", (_, objective) => {
  test.each([1, 0.7, 4])(
    "the gradient by logits is what values differ by, at temperature %d",
    (temperature) => {
      fc.assert(
        fc.property(logitPairs(2), ({ teacher, student }) => {
          fc.pre(isSmooth(objective.kind, "order" in objective ? objective.order : 0, teacher, student));
          const at = (z: Logits) => gradientByLogits(objective, teacher, z, { temperature });
          const { value, gradient } = at(student);
          // Fifth derivatives by z/T stay below 10⁴ times the value or 1 (powers up to (p/q)², |ln(p/q)| < 8); values round at 2⁻⁴⁸ of themselves or 1.
          const size = Math.max(1, value);
          const tolerance = size * ((1e4 * step ** 4) / 30 / temperature ** 5 + (3 * 2 ** -48) / step);
          for (const [i, slope] of differences((z) => at(z).value, student).entries())
            expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(tolerance);
        }),
        { numRuns: 30 },
      );
    },
  );

  test("T² multiplies value and gradient, and nothing else", () => {
    fc.assert(
      fc.property(logitPairs(2), ({ teacher, student }) => {
        const plain = gradientByLogits(objective, teacher, student, { temperature: 4 });
        const scaled = gradientByLogits(objective, teacher, student, {
          temperature: 4,
          timesTemperatureSquared: true,
        });
        expect(scaled.value).toBe(16 * plain.value);
        expect([...scaled.gradient]).toEqual(Array.from(plain.gradient, (x) => 16 * x));
      }),
      { numRuns: 30 },
    );
  });

  test("a teacher given by logits or by probabilities is the same teacher, cut to its nucleus too", () => {
    fc.assert(
      fc.property(logitPairs(2), ({ teacher, student }) => {
        fc.pre(isSmooth(objective.kind, "order" in objective ? objective.order : 0, teacher, student));
        const p = topP(softmax(teacher), 0.9);
        const asLogits = logits([...p].map(Math.log));
        const [one, other] = [p, asLogits].map((t) =>
          gradientByLogits(objective, t, student, { temperature: 2 }),
        );
        // ln p is rounded at 2⁻⁵⁰, and taken through a softmax once more.
        const size = Math.max(1, Number.isFinite(one!.value) ? one!.value : 1);
        for (const [i, slope] of one!.gradient.entries())
          if (Number.isFinite(slope))
            expect(Math.abs(other!.gradient[i]! - slope)).toBeLessThanOrEqual(2 ** -42 * size);
          else expect(other!.gradient[i]).toBe(slope);
      }),
      { numRuns: 30 },
    );
  });
});

test("entropy: the gradient by logits is what values differ by", () => {
  fc.assert(
    fc.property(logitPairs(2), fc.constantFrom(0.7, 1, 4), ({ student }, temperature) => {
      const { gradient } = entropyGradientByLogits(student, temperature);
      const slopes = differences((z) => entropyGradientByLogits(z, temperature).value, student);
      for (const [i, slope] of slopes.entries())
        expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(
          (1e4 * step ** 4) / 30 / temperature ** 5 + (3 * 2 ** -48) / step,
        );
    }),
  );
});
