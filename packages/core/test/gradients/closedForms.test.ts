import {
  alphaDivergence,
  crossEntropy,
  entropy,
  entropyGradientByLogits,
  entropyGradientByProbabilities,
  gradientByLogits,
  gradientByProbabilities,
  jensenShannonDivergence,
  klDivergence,
  labelSmoothing,
  logits,
  type Objective,
  type Probabilities,
  probabilities,
  renyiDivergence,
  skewedKlDivergence,
  softmax,
  throughSoftmax,
  topK,
  totalVariation,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairs } from "../distributions.ts";
import { logitPairs, named } from "./objectives.ts";

// Softmax of logits up to 5 in size: an error of (10 + 4)·2⁻⁵³ in each q, a few such in each derivative, ln(q/p) up to 15 and n ≤ 8.
const rounding = 2 ** -44;

function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance = rounding): void {
  expect(found.length).toBe(expected.length);
  Array.from(expected, (x, i) =>
    expect(Math.abs(found[i]! - x), `entry ${i}`).toBeLessThanOrEqual(tolerance),
  );
}

/** Whether two outcomes tie to rounding where the slope jumps: p with q, or their ratio with the largest one. */
function hasKink(objective: Objective, p: Probabilities, q: Probabilities): boolean {
  const logRatios = Array.from(p, (x, i) => Math.log(x / q[i]!));
  const largest = Math.max(...logRatios);
  if (objective.kind === "totalVariation") return logRatios.some((x) => Math.abs(x) < 1e-9);
  if (objective.kind !== "renyi" || objective.order < Infinity) return false;
  return logRatios.filter((x) => largest - x < 1e-9).length > 1;
}

describe("by logits, each objective has the gradient that is derived on paper", () => {
  const forms: [Objective, (p: number[], q: number[]) => number[]][] = [
    [{ kind: "kl" }, (p, q) => q.map((y, i) => y - p[i]!)],
    [{ kind: "crossEntropy" }, (p, q) => q.map((y, i) => y - p[i]!)],
    [
      { kind: "kl", direction: "reverse" },
      (p, q) => {
        const d = q.reduce((sum, y, i) => sum + y * Math.log(y / p[i]!), 0);
        return q.map((y, i) => y * (Math.log(y / p[i]!) - d));
      },
    ],
    [
      { kind: "generalizedJensenShannon", beta: 0.25 },
      (p, q) => {
        const m = q.map((y, i) => 0.75 * y + 0.25 * p[i]!);
        const d = q.reduce((sum, y, i) => sum + y * Math.log(y / m[i]!), 0);
        return q.map((y, i) => 0.75 * y * (Math.log(y / m[i]!) - d));
      },
    ],
    [
      { kind: "renyi", order: 0.5 },
      (p, q) => {
        const roots = q.map((y, i) => Math.sqrt(y * p[i]!));
        const sum = roots.reduce((a, b) => a + b);
        return q.map((y, i) => y - roots[i]! / sum);
      },
    ],
  ];

  test.each(forms)("%o", (objective, form) => {
    fc.assert(
      fc.property(logitPairs(5), ({ teacher, student }) => {
        const [p, q] = [softmax(teacher), softmax(student)];
        expectNear(gradientByLogits(objective, p, student).gradient, form([...p], [...q]));
      }),
    );
  });

  test("entropy: −q·(ln q + H)", () => {
    fc.assert(
      fc.property(logitPairs(5), ({ student }) => {
        const q = softmax(student);
        const h = entropy(q);
        const { value, gradient } = entropyGradientByLogits(student);
        expect(Math.abs(value - h)).toBeLessThanOrEqual(rounding);
        expectNear(
          gradient,
          Array.from(q, (y) => -y * (Math.log(y) + h)),
        );
      }),
    );
  });

  test("softmax cross-entropy with one right answer: q − 1 there and q elsewhere; smoothed labels move it by ε", () => {
    const z = logits([2, 1, 0]);
    const [a = 0, b = 0, c = 0] = softmax(z);
    const hard = probabilities([0, 1, 0]);
    expectNear(gradientByLogits({ kind: "crossEntropy" }, hard, z).gradient, [a, b - 1, c]);
    const soft = gradientByLogits({ kind: "crossEntropy" }, labelSmoothing(hard, 0.3), z);
    expectNear(soft.gradient, [a - 0.1, b - 0.8, c - 0.1]);
  });

  test("a teacher cut to its likeliest outcomes pushes all others down by what they have", () => {
    const z = logits([0, 0, 0, 0]);
    const cut = topK(probabilities([0.4, 0.4, 0.1, 0.1]), 2);
    expectNear(gradientByLogits({ kind: "kl" }, cut, z).gradient, [-0.25, -0.25, 0.25, 0.25]);
  });
});

describe.each(named)("%s", (_, objective) => {
  test("sums to 0 by logits and does not see a constant added to them", () => {
    fc.assert(
      fc.property(logitPairs(5), fc.integer({ min: -512, max: 512 }), ({ teacher, student }, shift) => {
        const { value, gradient } = gradientByLogits(objective, teacher, student);
        const scale = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
        expect(Math.abs(gradient.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(rounding * scale);
        const moved = logits(Array.from(student, (z) => z + shift));
        const there = gradientByLogits(objective, teacher, moved);
        // z + shift is rounded to 2⁻⁴⁴ and a power of p/q multiplies that by no more than 3.
        if (hasKink(objective, softmax(teacher), softmax(student))) return;
        const tolerance = 2 ** -36 * Math.max(scale, value);
        expect(Math.abs(there.value - value)).toBeLessThanOrEqual(tolerance);
        expectNear(there.gradient, gradient, tolerance);
      }),
    );
  });

  test("is the gradient by probabilities taken through the softmax", () => {
    fc.assert(
      fc.property(logitPairs(5), ({ teacher, student }) => {
        const [p, q] = [softmax(teacher), softmax(student)];
        const direct = gradientByLogits(objective, p, student).gradient;
        const through = throughSoftmax(q, gradientByProbabilities(objective, p, q).gradient);
        if (hasKink(objective, p, q)) return;
        // −1/α, which the softmax takes out again, costs the digits that it has.
        const offset =
          objective.kind === "alpha" && objective.alpha !== 0 ? 1 / Math.abs(objective.alpha) : 1;
        const scale = direct.reduce((most, x) => Math.max(most, Math.abs(x)), offset);
        expectNear(through, direct, rounding * scale);
      }),
    );
  });

  test("is 0 at P = Q but for the two cross-entropies", () => {
    if (/crossEntropy|focal/i.test(objective.kind)) return;
    fc.assert(
      fc.property(logitPairs(5), ({ student }) => {
        const { value, gradient } = gradientByLogits(objective, student, student);
        expect(value).toBe(0);
        // Rényi's of order ∞ is as steep as ever on either side of its minimum; so is the total variation, whose slope at a tie is 0.
        if (objective.kind === "renyi" && objective.order === Infinity) return;
        expectNear(gradient, new Float64Array(gradient.length));
      }),
    );
  });
});

describe("values are those of the measures", () => {
  const measures: [Objective, (p: Probabilities, q: Probabilities) => number][] = [
    [{ kind: "kl" }, (p, q) => klDivergence(p, q)],
    [{ kind: "kl", direction: "reverse" }, (p, q) => klDivergence(p, q, "reverse")],
    [{ kind: "crossEntropy" }, crossEntropy],
    [{ kind: "crossEntropy", direction: "reverse" }, (p, q) => crossEntropy(q, p)],
    [{ kind: "generalizedJensenShannon", beta: 0.3 }, (p, q) => jensenShannonDivergence(p, q, 0.3)],
    [{ kind: "skewedKl", lambda: 0.1 }, (p, q) => skewedKlDivergence(p, q, 0.1)],
    [{ kind: "skewedKl", lambda: 0.1, direction: "reverse" }, (p, q) => skewedKlDivergence(q, p, 0.1)],
    ...[-1, 0.25, 0.5, 0.8, 2].map((alpha): (typeof measures)[number] => [
      { kind: "alpha", alpha },
      (p, q) => alphaDivergence(p, q, alpha),
    ]),
    ...[0, 0.3, 1, 2, Infinity].map((order): (typeof measures)[number] => [
      { kind: "renyi", order },
      (p, q) => renyiDivergence(p, q, order),
    ]),
    [{ kind: "totalVariation" }, totalVariation],
  ];

  test.each(measures)("%o", (objective, measure) => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const expected = measure(p, q);
        const { value } = gradientByProbabilities(objective, p, q);
        if (expected === Infinity) expect(value).toBe(Infinity);
        // The measures are within 1e-14 of the truth for normal doubles; here powers come as e^(α ln(p/q)), with |α ln(p/q)| up to 2·1400.
        else
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(
            (1e-14 + 2800 * 2 ** -52) * expected + 1e-300,
          );
      }),
    );
  });

  test("entropy", () => {
    expect(entropyGradientByProbabilities(probabilities([0.5, 0.5])).value).toBe(Math.LN2);
  });
});
