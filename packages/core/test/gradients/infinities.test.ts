import {
  gradientByLogits,
  gradientByProbabilities,
  logits,
  type Objective,
  probabilities,
  softmax,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { named } from "./objectives.ts";

const kl: Objective = { kind: "kl" };
const reverse: Objective = { kind: "kl", direction: "reverse" };
const teacher = probabilities([0.49, 0.49, 0.02]);
const blind = logits([Math.log(0.98), Math.log(0.02), -Infinity]);

describe("where the teacher does what the student cannot, D(P‖Q) is +∞", () => {
  test("by logits the pull is finite: q − p, −0.02 for the missing outcome", () => {
    const { value, gradient } = gradientByLogits(kl, teacher, blind);
    expect(value).toBe(Infinity);
    // q − p from three doubles of two digits.
    for (const [i, x] of [0.49, -0.47, -0.02].entries()) expect(gradient[i]).toBeCloseTo(x, 15);
  });

  test("by probabilities it is infinite there, and there only", () => {
    const { value, gradient } = gradientByProbabilities(kl, teacher, softmax(blind));
    expect([value, gradient[2]]).toEqual([Infinity, -Infinity]);
    expect(gradient[0]).toBeCloseTo(-0.5, 14);
  });

  test("D(Q‖P) does not see it: no force by logits; by probabilities −∞, for a step that logits cannot take", () => {
    const { value, gradient } = gradientByLogits(reverse, teacher, blind);
    expect(value.toFixed(10)).toBe("0.6153107746");
    expect(gradient[2]).toBe(0);
    expect(gradientByProbabilities(reverse, teacher, softmax(blind)).gradient[2]).toBe(-Infinity);
  });
});

describe("where the student does what the teacher rules out, D(Q‖P) is +∞", () => {
  const strict = probabilities([0.5, 0.5, 0]);

  test("it is pushed out of there, into everything else it does", () => {
    const { value, gradient } = gradientByLogits(reverse, strict, logits([0, 0, 0]));
    expect([value, ...gradient]).toEqual([Infinity, -Infinity, -Infinity, Infinity]);
    expect([...gradientByLogits(reverse, strict, logits([0, -Infinity, 0])).gradient]).toEqual([
      -Infinity,
      0,
      Infinity,
    ]);
  });

  test("a student that does nothing else stays where it is", () => {
    const { value, gradient } = gradientByLogits(reverse, strict, logits([-Infinity, -Infinity, 0]));
    expect([value, ...gradient]).toEqual([Infinity, 0, 0, 0]);
  });
});

test("an outcome that neither allows changes nothing by logits", () => {
  for (const [, objective] of named) {
    if (objective.kind === "crossEntropy" && objective.direction === "reverse") continue;
    const two = gradientByLogits(objective, probabilities([0.7, 0.3]), logits([0, 1]));
    const three = gradientByLogits(objective, probabilities([0.7, 0.3, 0]), logits([0, 1, -Infinity]));
    expect(three.value).toBe(two.value);
    expect([...three.gradient]).toEqual([...two.gradient, 0]);
  }
});

/** Logits of which some are −∞, and those of the same distribution with the impossible at −depth. */
const holes = fc
  .integer({ min: 2, max: 5 })
  .chain((n) =>
    fc.array(fc.option(fc.integer({ min: -3, max: 3 }), { nil: -Infinity, freq: 2 }), {
      minLength: n,
      maxLength: n,
    }),
  )
  .filter((values) => values.some((x) => x > -Infinity));
const holePairs = fc.tuple(holes, holes).filter(([a, b]) => a.length === b.length);
const raised = (values: number[], depth: number) => logits(values.map((x) => (x === -Infinity ? -depth : x)));

/** Value and gradients of an objective are numbers, the value none below 0, on logits of every size that a double has. */
function expectNumbers(objective: Objective): void {
  const far = fc.constantFrom(0, 1, 40, 700, -700, 1e5, 5e-324, -1e300, 1e308, -1e308, -Infinity);
  const sized = fc.integer({ min: 1, max: 5 }).chain((n) => {
    const some = fc.array(far, { minLength: n, maxLength: n }).filter((x) => x.some((z) => z > -Infinity));
    return fc.tuple(some.map(logits), some.map(logits));
  });
  fc.assert(
    fc.property(sized, fc.constantFrom(1e-3, 1, 1e3), ([p, q], temperature) => {
      const byLogits = gradientByLogits(objective, p, q, { temperature });
      const byProbabilities = gradientByProbabilities(objective, p, softmax(q));
      for (const { value, gradient } of [byLogits, byProbabilities]) {
        expect(value).toBeGreaterThanOrEqual(0);
        for (const slope of gradient) expect(slope).not.toBeNaN();
      }
    }),
    { numRuns: 300 },
  );
}

test.each<Objective>([
  ...[-1e300, -100, -1e-300, 1e-300, 1 - 2 ** -53, 1 + 2 ** -52, 100, 1e300].map(
    (alpha) => ({ kind: "alpha", alpha }) as const,
  ),
  ...[1e-300, 1 - 2 ** -53, 1 + 2 ** -52, 1e5, 1e300].map((order) => ({ kind: "renyi", order }) as const),
  ...[5e-324, 1e-300, 1 - 2 ** -53].flatMap((x) => [
    { kind: "generalizedJensenShannon", beta: x, continuous: true } as const,
    { kind: "skewedKl", lambda: x } as const,
    { kind: "skewedKl", lambda: x, direction: "reverse" } as const,
  ]),
  ...[1e-300, 50].map((gamma) => ({ kind: "focalCrossEntropy", gamma }) as const),
])("%o: parameters of every size give numbers", expectNumbers);

describe.each(named)("%s", (name, objective) => {
  test("never gives NaN, whatever is impossible and however far the logits are apart", () => {
    expectNumbers(objective);
  });

  // At these the gradient is finite at any probability a double can hold, or the value jumps: Rényi's of order 0 only asks what is possible at all.
  const isSlow = /^alpha 1e-9|^alpha 1.000000001|^renyi 0$/.test(name);

  test.skipIf(isSlow)(
    "by logits it is the limit of what it is as what is impossible gets a small probability",
    () => {
      fc.assert(
        fc.property(holePairs, ([p, q]) => {
          const { value, gradient } = gradientByLogits(objective, logits(p), logits(q));
          const depth = 300;
          const near = gradientByLogits(objective, raised(p, depth), raised(q, depth));
          if (value === Infinity) expect(near.value).toBeGreaterThan(depth / 1e4);
          gradient.forEach((slope, i) => {
            if (Number.isFinite(slope)) return;
            expect(Math.sign(near.gradient[i]!), `entry ${i} of ${gradient}: ${near.gradient}`).toBe(
              Math.sign(slope),
            );
            expect(Math.abs(near.gradient[i]!)).toBeGreaterThan(depth / 1e4);
          });
        }),
      );
    },
  );

  test.skipIf(isSlow)(
    "by logits it is the limit of what it is as the student's impossible logits fall",
    () => {
      fc.assert(
        fc.property(holePairs, ([p, q]) => {
          const teacher = logits(p);
          const { gradient } = gradientByLogits(objective, teacher, logits(q));
          // e^(−10⁵·x) is nothing for every power x there is here; ln(p/q) is rounded to 2⁻³⁷.
          const fallen = q.map((z, i) => (z === -Infinity && p[i]! > -Infinity ? -1e5 : z));
          const near = gradientByLogits(objective, teacher, logits(fallen));
          for (const [i, slope] of gradient.entries()) {
            if (slope === near.gradient[i]) continue;
            if (!Number.isFinite(slope)) expect(near.gradient[i]! * Math.sign(slope)).toBeGreaterThan(1e4);
            else expect(Math.abs(near.gradient[i]! - slope)).toBeLessThanOrEqual(2 ** -36);
          }
        }),
      );
    },
  );
});
