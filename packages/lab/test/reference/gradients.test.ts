import { aliasTable, createRng, klDivergence, logits, type Probabilities, softmax } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { teacher } from "../../src/reference/errata.ts";
import { slope, studentWith, variance } from "../../src/reference/gradients.ts";

const students = [0.3, 0.02, 1e-3].map(studentWith);

describe.each(["forward", "reverse"] as const)("%s", (direction) => {
  test("the slope in logits is what a small step measures", () => {
    const step = 1e-5;
    for (const q of students)
      for (const i of [0, 1, 2]) {
        const at = (by: number) =>
          klDivergence(
            teacher,
            softmax(logits([...q].map((x, j) => Math.log(x) + (j === i ? by : 0)))),
            direction,
          );
        // A central difference errs by step²/6 times a third derivative of order 1, and by rounding over the step: below 1e-9.
        expect(slope[direction].logit(teacher, q, i)).toBeCloseTo((at(step) - at(-step)) / (2 * step), 8);
      }
  });

  test("the slope in raw probabilities is what a small step measures", () => {
    const q = studentWith(0.02);
    const terms = (i: number, x: number) =>
      direction === "forward" ? -teacher[i]! * Math.log(x) : x * Math.log(x / teacher[i]!);
    for (const i of [0, 1, 2]) {
      const step = 1e-6 * q[i]!;
      const measured = (terms(i, q[i]! + step) - terms(i, q[i]! - step)) / (2 * step);
      expect(slope[direction].raw(teacher, q, i)).toBeCloseTo(measured, 6);
    }
  });

  test("the variance is that of seeded draws", () => {
    const q = studentWith(0.02);
    const drawn = direction === "forward" ? teacher : q;
    const table = aliasTable(drawn);
    const rng = createRng(11);
    const mean = [0, 1, 2].map((i) => slope[direction].logit(teacher, q, i));
    const draws = 100_000;
    let sum = 0;
    for (let n = 0; n < draws; n++) {
      const x = table.sample(rng);
      sum += estimate(direction, teacher, q, x).reduce((all, value, i) => all + (value - mean[i]!) ** 2, 0);
    }
    // One draw's squared distance is at most 4 here, so the mean of 10⁵ strays by less than 4·5/√10⁵ ≈ 0.063 (five deviations).
    expect(Math.abs(sum / draws - variance[direction](teacher, q))).toBeLessThan(0.063);
  });
});

test("with the truth as its model, reverse draws agree and forward draws do not", () => {
  expect(variance.reverse(teacher, teacher)).toBe(0);
  expect(variance.forward(teacher, teacher)).toBeCloseTo(1 - 0.49 ** 2 - 0.49 ** 2 - 0.02 ** 2, 12);
});

function estimate(direction: "forward" | "reverse", p: Probabilities, q: Probabilities, x: number): number[] {
  return [...q].map((chance, i) => {
    const own = x === i ? 1 : 0;
    return direction === "forward" ? chance - own : Math.log(q[x]! / p[x]!) * (own - chance);
  });
}
