import {
  klDivergence,
  logits,
  normalize,
  probabilities,
  reweight,
  softmax,
  temperature,
  topK,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { tuples } from "../distributions.ts";

test("reweighting logits and probabilities gives the same distribution", () => {
  fc.assert(
    fc.property(tuples(2), ([p, w]) => {
      fc.pre([...p!].some((x, i) => x * w![i]! > 1e-290));
      const byLogits = softmax(reweight(logits([...p!].map(Math.log)), [...w!]));
      // ln p + ln w, each rounded at up to 700, and the error of a softmax of such a range.
      for (const [i, x] of [...reweight(p!, [...w!])].entries())
        expect(Math.abs(byLogits[i]! - x)).toBeLessThanOrEqual(1400 * 2 ** -51 * x + 1e-290);
    }),
  );
});

test("weights of 0 and 1 filter: the distribution given that the outcome is kept", () => {
  expect([...reweight(probabilities([0.5, 0.25, 0.125, 0.125]), [1, 0, 1, 0])]).toEqual([0.8, 0, 0.2, 0]);
  expect([...reweight(logits([3, 2, 1]), [1, 0, 1])]).toEqual([3, -Infinity, 1]);
});

test("a task, a filter and a temperature compose to a teacher; each step is one of those there are", () => {
  const p = probabilities([0.4, 0.3, 0.2, 0.1]);
  const task = temperature(topK(reweight(p, [1, 2, 0, 1]), 2), 0.5);
  // 0.4 and 0.6, squared.
  expect(klDivergence(task, normalize([16, 36, 0, 0]))).toBeLessThanOrEqual(2 ** -100);
});

test("refuses what leaves nothing or is no weight, by index", () => {
  const p = probabilities([1, 0]);
  expect(() => reweight(p, [0, 1])).toThrow(
    "reweight: weights leave nothing, expected one above 0 where p is",
  );
  expect(() => reweight(p, [1, -1])).toThrow("reweight: weights[1] is -1, expected a finite number ≥ 0");
  expect(() => reweight(p, [1, Number.NaN])).toThrow(RangeError);
  expect(() => reweight(p, [1])).toThrow("reweight: weights has 1 entries, expected 2, one for each outcome");
});
