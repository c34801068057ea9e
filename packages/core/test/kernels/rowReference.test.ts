import { describe, expect, test } from "vitest";
import answers from "../../../../reference/rows.json" with { type: "json" };
import { faultOf, largest, pairReference, rowReference } from "../../src/kernels/rowReference.ts";
import { exact, logitRows, shapes, target } from "./logitRows.ts";

// A logit of up to 2000 less a total of that size is a double to within 2⁻⁴², and so is what is summed.
const near = (value: number, expected: number | string) => {
  if (exact(expected) === Infinity) expect(value).toBe(Infinity);
  else expect(Math.abs(value - exact(expected))).toBeLessThanOrEqual(2 ** -42);
};

describe.each(Object.keys(shapes))("%s", (shape) => {
  const [x, y] = logitRows(shape);
  const answer = answers[shape as keyof typeof answers];

  test("each row is measured as at 60 digits", () => {
    for (const [row, expected] of [
      [x, answer.p],
      [y, answer.q],
    ] as const) {
      const found = rowReference(row, target);
      near(found.logSumExp, expected.logSumExp);
      near(found.negativeLogLikelihood, expected.negativeLogLikelihood);
      near(found.entropy, expected.entropy);
      near(found.top1LogProbability, expected.top1LogProbability);
      expect([found.top1, found.rank]).toEqual([expected.top1, expected.rank]);
    }
  });

  test("two rows are compared as at 60 digits", () => {
    const found = pairReference(x, y, 10);
    near(found.forwardKl, answer.forwardKl);
    near(found.reverseKl, answer.reverseKl);
    near(found.jensenShannon, answer.jensenShannon);
    near(found.totalVariation, answer.totalVariation);
    expect(found.topOverlap).toBe(answer.topOverlap);
  });
});

test("a row that is no distribution says why", () => {
  expect(faultOf(Float32Array.of(1, Number.NaN, Infinity))).toBe("NaN");
  expect(faultOf(Float32Array.of(1, Infinity, 2))).toBe("+∞");
  expect(faultOf(Float32Array.of(-Infinity, -Infinity))).toBe("all −∞");
  expect(faultOf(Float32Array.of(-Infinity, -3.4e38))).toBeUndefined();
});

test("one outcome is certain", () => {
  expect(rowReference(Float32Array.of(-7), 0)).toEqual({
    logSumExp: -7,
    negativeLogLikelihood: 0,
    entropy: 0,
    top1: 0,
    top1LogProbability: 0,
    rank: 1,
  });
});

test("of equals the first is the likeliest, and ranks follow the indices", () => {
  const x = Float32Array.of(0, 2, 1, 2, 1);
  expect(rowReference(x, 0).top1).toBe(1);
  expect([0, 1, 2, 3, 4].map((i) => rowReference(x, i).rank)).toEqual([5, 1, 3, 2, 4]);
  expect(largest(x, 4)).toEqual([1, 3, 2, 4]);
});

test("an impossible target surprises infinitely, and is among nobody's likeliest", () => {
  const x = Float32Array.of(0, -Infinity, 0);
  expect(rowReference(x, 1)).toMatchObject({ negativeLogLikelihood: Infinity, rank: 3 });
  expect(largest(x, 3)).toEqual([0, 2]);
});

test("a divergence is infinite where a possible outcome is excluded, and only there", () => {
  const [possible, hardly, excluded] = [-700, -800, -Infinity];
  const row = (last: number) => Float32Array.of(0, last);
  expect(pairReference(row(possible), row(excluded), 0).forwardKl).toBe(Infinity);
  expect(pairReference(row(hardly), row(excluded), 0).forwardKl).toBe(0);
  expect(pairReference(row(excluded), row(hardly), 0).forwardKl).toBe(0);
  expect(pairReference(row(0), row(hardly), 0).forwardKl).toBeCloseTo(400 - Math.LN2, 10);
});

test("close rows keep their digits: D is half the squared difference of logits times p(1 − p)", () => {
  const e = 2 ** -20;
  const { forwardKl } = pairReference(Float32Array.of(0, 0), Float32Array.of(0, e), 0);
  // The next term of the series is e⁴/192.
  expect(forwardKl / (e ** 2 / 8)).toBeCloseTo(1, 11);
});
