import { entropy, normalize } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textSource } from "../../src/byteSource.ts";
import { openModelOutput } from "../../src/openModelOutput.ts";
import { entropyEnds } from "../../src/outputs/entropyEnds.ts";
import { tokenSequences } from "../../src/outputs/scoredTokens.ts";

/** The first sequence of a file in the plain form. */
async function sequenceOf(tokens: object[]) {
  const output = await openModelOutput("p", () => textSource(JSON.stringify({ tokens })));
  if (output.kind !== "scores") throw new Error("expected scores");
  const { value } = await tokenSequences("p", output).next();
  return value!;
}

const decimals = 3;

test("whatever is not listed, and however the numbers are rounded, the entropy is between the ends", async () => {
  const size = 16;
  const weights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
    minLength: size,
    maxLength: size,
  });
  const token = fc.tuple(
    weights,
    fc.double({ min: 0, max: 6, noNaN: true }),
    fc.integer({ min: 1, max: size }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(token, { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      async (tokens, isRounded) => {
        const written = (p: number) =>
          isRounded ? Math.min(0, Number(Math.log(p).toFixed(decimals))) : Math.log(p);
        const distributions = tokens.map(([base, power]) => normalize(base.map((x) => x ** power + 1e-9)));
        const scores = distributions.map((p, i) => {
          const likeliest = Array.from(p, (_, id) => id).sort((a, b) => p[b]! - p[a]!);
          const listed = likeliest.slice(0, tokens[i]![2]);
          return {
            ...{ text: `t${listed[0]}`, logprob: written(p[listed[0]!]!) },
            top: listed.map((id) => ({ text: `t${id}`, logprob: written(p[id]!) })),
          };
        });
        const sequence = await sequenceOf(scores);
        const [ends, open] = [entropyEnds("p", sequence, size), entropyEnds("p", sequence)];
        for (const [i, p] of distributions.entries()) {
          if (!ends[i]) continue;
          // A listed term −p ln p moves by (1 + |ln p|) times what its p does, relatively: half of the last decimal.
          const moved = isRounded
            ? Array.from(p).reduce((sum, x) => sum + x * (1 + Math.abs(Math.log(x))), 0) * 10 ** -decimals
            : 1e-5;
          expect(ends[i].lower).toBeLessThanOrEqual(entropy(p) + moved);
          expect(ends[i].upper).toBeGreaterThanOrEqual(entropy(p) - moved);
          expect(open[i]!.lower).toBeLessThanOrEqual(ends[i].lower + 1e-12);
          expect(open[i]!.upper).toBe(Infinity);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("a token without a list has no ends; a vocabulary that is too small is refused", async () => {
  const [a, b] = [Math.log(0.5), Math.log(0.25)];
  const top = [
    { text: "a", logprob: a },
    { text: "b", logprob: b },
  ];
  const sequence = await sequenceOf([
    { text: "a", logprob: a, top },
    { text: "c", logprob: -3 },
  ]);
  // A quarter is left: whole on one other outcome, or on two alike; as the numbers are to 2⁻²⁰.
  const [first, second] = entropyEnds("p", sequence, 4);
  expect(first!.lower).toBeCloseTo(1.5 * Math.LN2, 4);
  expect(first!.upper).toBeCloseTo(1.75 * Math.LN2, 4);
  expect(second).toBeUndefined();
  expect(() => entropyEnds("p", sequence, 2)).toThrow(
    "p:1: lists in line 1, at token 0, what no 2 outcomes can have, expected the vocabulary of the model",
  );
  expect(() => entropyEnds("p", sequence, 1)).toThrow("what no 1 outcomes can have");
});
