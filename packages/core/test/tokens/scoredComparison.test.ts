import { compareRows, createRng, scoredComparison, tokenComparison } from "@surprisal/core";
import { expect, test } from "vitest";
import { models } from "./models.ts";

const options = () => ({ rng: createRng(5), dependence: { kind: "independent" } }) as const;

test("of surprises alone it says what the comparison of rows says of them", () => {
  const { base, copies, targets } = models(120, [0.3]);
  const pair = compareRows(base, copies[0]!, { targets });
  const whole = tokenComparison(pair, options()).scoredTokens!;
  const alone = scoredComparison(pair.p.negativeLogLikelihood, pair.q.negativeLogLikelihood, options())!;
  expect(alone.tokens).toBe(120);
  for (const name of ["basePerplexity", "candidatePerplexity", "logPerplexityRatio", "correlation"] as const)
    expect(alone[name]!.value).toBe(whole[name]!.value);
});

test("tokens that one of them did not score are left out of both", () => {
  const found = scoredComparison([1, Number.NaN, 2, 3], [1.5, 9, Number.NaN, 3.5], options())!;
  expect(found.tokens).toBe(2);
  expect(found.basePerplexity.value).toBeCloseTo(Math.exp(2), 12);
  expect(found.candidatePerplexity.value).toBeCloseTo(Math.exp(2.5), 12);
  expect(found.perplexityRatio!.value).toBeCloseTo(Math.exp(0.5), 12);
});

test("a token with no chance makes its model's perplexity infinite, and the ratio is not said", () => {
  const found = scoredComparison([1, 2], [1, Infinity], options())!;
  expect([found.candidatePerplexity.value, found.perplexityRatio]).toEqual([Infinity, undefined]);
});

test("nothing scored by both is nothing to compare", () => {
  expect(scoredComparison([Number.NaN], [1], options())).toBeUndefined();
  expect(() => scoredComparison([1], [1, 2], options())).toThrow("candidate has 2 entries, expected 1");
});

test("where one model is always as surprised there is no correlation, and nothing that rounding makes of it", () => {
  const constant = new Float64Array(277).fill(-Math.log(0.9));
  const other = new Float64Array(277).fill(-Math.log(0.85));
  expect(scoredComparison(constant, other, options())!.correlation).toBeUndefined();
  expect(
    scoredComparison(
      constant,
      constant.map((x, i) => x + i / 100),
      options(),
    )!.correlation,
  ).toBeUndefined();
});
