import {
  createRng,
  hellingerDistance,
  jensenShannonDivergence,
  klDivergence,
  listedComparison,
  normalize,
  type Probabilities,
  totalVariation,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { halfUnitOf, listedAlone, listedPair, tokenKey } from "../../src/scores/listedPair.ts";
import type { Scored } from "../../src/scores/scoredSequence.ts";

/** Log-probabilities as a provider writes them: in full, or with so many decimals. */
const written = (log: number, decimals?: number) =>
  decimals === undefined ? log : Number(log.toFixed(decimals));
const halfUnit = (decimals?: number) =>
  halfUnitOf({
    quirks: decimals === undefined ? [] : [{ code: "rounded", count: 1, first: 0, decimals }],
  });
const exact = { p: 0, q: 0 };

/** Some tokens have lost their bytes; where they have ids, some are written alike. */
const textOf = (token: number, haveIds: boolean) =>
  token % 7 === 3 ? "\ufffd" : haveIds && token % 5 === 4 ? "twin" : `t${token}`;

/** A token that came, with the k likeliest, as a provider lists them. */
function scored(
  p: Probabilities,
  k: number,
  came: number,
  isAppended: boolean,
  haveIds: boolean,
  decimals?: number,
): Scored {
  const alternative = (token: number) => ({
    text: textOf(token, haveIds),
    ...(haveIds && { id: token }),
    logProbability: written(Math.log(p[token]!), decimals),
  });
  const order = Array.from(p, (_, token) => token).sort((a, b) => p[b]! - p[a]!);
  const listed = order.slice(0, k);
  if (isAppended && !listed.includes(came)) listed.push(came);
  return { ...alternative(came), top: listed.map(alternative) };
}

test("whatever is written alike, lost, appended or rounded, the truth is within the bounds of the lists", () => {
  const size = 24;
  const weights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
    minLength: size,
    maxLength: size,
  });
  const shape = fc.tuple(weights, fc.double({ min: 0, max: 8, noNaN: true }));
  const distribution = shape.map(([base, power]) => normalize(base.map((x) => x ** power + 1e-12)));
  const k = fc.integer({ min: 1, max: size });
  const decimals = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
  fc.assert(
    fc.property(
      fc.tuple(distribution, distribution, k, k, fc.nat(size - 1), fc.boolean(), fc.boolean(), decimals),
      ([p, q, ofP, ofQ, came, isAppended, haveIds, few]) => {
        const [ofOne, ofOther] = [
          scored(p, ofP, came, isAppended, haveIds, few),
          scored(q, ofQ, came, isAppended, haveIds),
        ];
        const unit = halfUnit(few);
        expect(listedAlone(ofOne, unit)).toEqual(listedPair(ofOne, ofOne, { p: unit, q: unit })!.p);
        const pair = listedPair(ofOne, ofOther, { p: unit, q: 0 });
        const resampling = { rng: createRng(1), dependence: { kind: "independent" }, resamples: 1 } as const;
        const found = listedComparison([pair], resampling)!;
        const truths = {
          forwardKl: klDivergence(p, q),
          reverseKl: klDivergence(p, q, "reverse"),
          jensenShannon: jensenShannonDivergence(p, q),
          totalVariation: totalVariation(p, q),
          hellinger: hellingerDistance(p, q),
        };
        for (const [name, truth] of Object.entries(truths)) {
          const { lower, upper } = found[name as keyof typeof truths];
          // Sums of 24 doubles; a tail known to 2⁻²⁰ is allowed for in the bounds.
          expect(lower.value, name).toBeLessThanOrEqual(truth + 1e-9);
          expect(upper.value, name).toBeGreaterThanOrEqual(truth - 1e-9);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test("a token that came from beyond the likeliest says nothing of what is not listed", () => {
  const log = (text: string, p: number) => ({ text, logProbability: Math.log(p) });
  const p = { ...log("rare", 1e-6), top: [log("a", 0.5), log("b", 0.2), log("rare", 1e-6)] };
  expect(Math.exp(listedPair(p, p, exact)!.p.largestUnlisted!)).toBeCloseTo(0.2, 12);
  // Alone on its list, it may have been put there however many are likelier.
  const alone = { ...log("rare", 1e-6), top: [log("rare", 1e-6)] };
  expect(listedPair(alone, alone, exact)!.p.largestUnlisted).toBe(0);
});

test("lists that say too little make no bound", () => {
  const whole: Scored = { text: "a", logProbability: -1, top: [{ text: "a", logProbability: -1 }] };
  const unknown = { text: "b", logProbability: undefined };
  const bare: Scored = { text: "a", logProbability: -1, top: [] };
  const gap: Scored = { ...whole, top: [...whole.top, unknown] };
  const excess: Scored = { ...whole, top: [...whole.top, { text: "b", logProbability: -0.1 }] };
  for (const one of [bare, gap, excess]) {
    expect(listedPair(whole, one, exact)).toBeUndefined();
    expect(listedPair(one, whole, exact)).toBeUndefined();
  }
  expect(listedPair(whole, whole, exact)).toBeDefined();
});

test("a token is its bytes, as text or as such; without them, a lossy text is none", () => {
  expect(tokenKey({ text: "ñ" })).toBe(tokenKey({ text: "\\xc3\\xb1", bytes: Uint8Array.of(0xc3, 0xb1) }));
  expect(tokenKey({ text: "\ufffd" })).toBeUndefined();
  expect(tokenKey({ text: "\ufffd", bytes: Uint8Array.of(0xb1) })).toBe("\xb1");
});
