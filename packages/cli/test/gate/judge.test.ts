import { createRng, type Dependence, type Rng, type TokenTable } from "@surprisal/core";
import { expect, test } from "vitest";
import { type Assertion, parseAssertion as parse } from "../../src/gate/assertion.ts";
import { judge } from "../../src/gate/judge.ts";
import type { MeasureName } from "../../src/gate/measures.ts";

const parseAssertion = (text: string) => parse(text) as Assertion<MeasureName>;

/** Tokens whose divergences are exponential, of mean 1 nat. */
function table(tokens: number, rng: Rng): TokenTable {
  const forwardKl = Float64Array.from({ length: tokens }, () => -Math.log(1 - rng.next()));
  return { tokens, sequence: new Int32Array(tokens), position: new Int32Array(tokens), p: {}, forwardKl };
}

const trials = 300;

function verdicts(text: string, tokens = 300) {
  const rng = createRng(12);
  const assertion = parseAssertion(text);
  const dependence = { kind: "independent" } as const;
  const level = assertion.level!;
  const all = Array.from(
    { length: trials },
    () => judge(assertion, table(tokens, rng), { rng, dependence, level, resamples: 400 }, "nats")!.verdict,
  );
  return (verdict: string) => all.filter((one) => one === verdict).length / trials;
}

test.each(["kl<1@90%", "kl>1@90%", "kl.median<0.6931471805599453@90%"])(
  "where the truth is at the bound, it is told wrongly as rarely as the confidence says: %s",
  (text) => {
    const share = verdicts(text);
    const wrong = share("holds") + share("fails");
    // 10 %, with five standard deviations of a share among 300, and 2 % for intervals of skewed tokens being too short.
    expect(wrong).toBeLessThan(0.1 + 0.02 + 5 * Math.sqrt((0.1 * 0.9) / trials));
    expect(wrong).toBeGreaterThan(0.1 - 5 * Math.sqrt((0.1 * 0.9) / trials));
  },
);

test("where the truth is far from the bound, it is told", () => {
  // Six standard errors of 1/√300.
  expect(verdicts("kl<1.35@90%")("holds")).toBeGreaterThan(0.99);
  expect(verdicts("kl<0.65@90%")("fails")).toBeGreaterThan(0.99);
  // Three quarters of the tokens are below ln 4.
  expect(verdicts("kl.p75<2@90%")("holds")).toBeGreaterThan(0.99);
});

test("a table that does not say it is judged by nothing", () => {
  const rng = createRng(1);
  const judged = (text: string) =>
    judge(parseAssertion(text), table(9, rng), { rng, dependence: { kind: "blocks" } }, "bits");
  for (const text of ["js<1", "perplexity<1", "same-top>0", "entropy-change<1"])
    expect(judged(text)).toBeUndefined();
  expect(judged("kl.min>=0")).toMatchObject({ verdict: "holds", unit: "bits", tokens: 9 });
});

test.each([2, 5, 10, 19])(
  "an interval from %i tokens decides nothing, and it says how many are missing",
  (tokens) => {
    const rng = createRng(4);
    const judged = (text: string, dependence: Dependence) =>
      judge(parseAssertion(text), table(tokens, rng), { rng, dependence }, "nats")!;
    for (const text of ["kl<99", "kl>99", "kl.median<99", "kl<0.001"]) {
      const one = judged(text, { kind: "independent" });
      expect(one).toMatchObject({ verdict: "cannot tell yet", tooFew: true });
      expect(one.moreTokens).toBeGreaterThanOrEqual(20 - tokens);
    }
    // Of these tokens and no others.
    expect(judged("kl.max<99", { kind: "independent" })).toMatchObject({ verdict: "holds" });
  },
);

test.each([
  [19, "cannot tell yet"],
  [20, "holds"],
])("of %i sequences, however long: %s", (sequences, verdict) => {
  const of = Int32Array.from({ length: 50 * sequences }, (_, i) => Math.floor(i / 50));
  const rng = createRng(5);
  const resampling = { rng, dependence: { kind: "clusters", of } } as const;
  const judged = judge(parseAssertion("kl<99"), table(of.length, rng), resampling, "nats")!;
  expect([judged.verdict, judged.method?.clusters]).toEqual([verdict, sequences]);
  // Two digits are given.
  if (sequences < 20) expect(judged.moreTokens).toBeCloseTo(50, -1);
});

test("one token makes a mean ∞ for certain, and a quantile of few tokens not", () => {
  const forwardKl = Float64Array.of(1, Infinity);
  const two = { tokens: 2, sequence: new Int32Array(2), position: new Int32Array(2), p: {}, forwardKl };
  const judged = (text: string) =>
    judge(parseAssertion(text), two, { rng: createRng(1), dependence: { kind: "independent" } }, "nats");
  expect(judged("kl<9")).toMatchObject({ value: Infinity, verdict: "fails" });
  expect(judged("kl.median<9")).toMatchObject({
    value: Infinity,
    low: -Infinity,
    verdict: "cannot tell yet",
  });
  expect(judged("kl.max<9")).toMatchObject({ value: Infinity, verdict: "fails" });
});
