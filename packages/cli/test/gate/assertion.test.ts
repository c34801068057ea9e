import { describe, expect, test } from "vitest";
import { parseAssertion } from "../../src/gate/assertion.ts";

test.each([
  ["kl<0.02@95%", { measure: "kl", statistic: { kind: "mean" }, operator: "<", bound: 0.02, level: 0.95 }],
  [
    "kl.p99 <= 2 nats",
    { statistic: { kind: "quantile", share: 0.99 }, operator: "<=", bound: 2, unit: "nats" },
  ],
  [
    "reverse-kl.p99.9<1e-3bit",
    {
      measure: "reverse-kl",
      statistic: { kind: "quantile", share: expect.closeTo(0.999, 15) },
      unit: "bits",
      bound: 1e-3,
    },
  ],
  ["same-top≥99%@0.9", { measure: "same-top", operator: ">=", bound: 0.99, level: 0.9 }],
  [" KL.Max > -.5 ", { text: "KL.Max > -.5", measure: "kl", statistic: { kind: "maximum" }, bound: -0.5 }],
  ["tv.median<0.1 @ 99.5 %", { statistic: { kind: "quantile", share: 0.5 }, level: 0.995 }],
  ["tv<0.1@99.9%", { level: 0.999 }],
  ["perplexity-ratio<1.01", { measure: "perplexity-ratio", bound: 1.01 }],
])("%s", (text, expected) => {
  expect(parseAssertion(text)).toMatchObject(expected);
});

test("what is not said is left to the options", () => {
  expect(Object.keys(parseAssertion("js<1"))).toEqual(["text", "measure", "statistic", "operator", "bound"]);
});

describe("what is no assertion", () => {
  test.each([
    ["kl", "expected NAME<NUMBER"],
    ["kl=1", "expected NAME<NUMBER"],
    ["kl<1@", "expected NAME<NUMBER"],
    ["kl<NaN", "expected NAME<NUMBER"],
    ["klx<1", "klx is no measure, expected one of kl, reverse-kl"],
    ["kl.p100<1", ".p100 is no statistic, expected .mean"],
    ["kl.p0<1", ".p0 is no statistic"],
    ["perplexity.p99<2", ".p99 is of single tokens, expected the mean alone"],
    ["tv<1nats", "tv has no unit, expected a bound without nats"],
    ["kl<1%", "kl is no share, expected a bound without %"],
    ["kl<1@95", "its confidence is 95, expected a share of 1, such as 95% or 0.95"],
    ["kl<1@100%", "its confidence is 100%"],
    [
      "kl<1@99.95%",
      "its confidence is 99.95%, expected a share of 1, such as 95% or 0.95, and at most 0.999",
    ],
  ])("%s", (text, message) => {
    expect(() => parseAssertion(text)).toThrow(`--assert is ${text}`);
    expect(() => parseAssertion(text)).toThrow(message);
  });
});
