import { normalize } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textSource } from "../../src/byteSource.ts";
import { openModelOutput } from "../../src/openModelOutput.ts";
import { scoredTokens } from "../../src/outputs/scoredTokens.ts";

async function endsOf(tokens: object[], floor?: number) {
  const output = await openModelOutput("p", () => textSource(JSON.stringify({ tokens })));
  if (output.kind !== "scores") throw new Error("expected scores");
  const { withheld, surprise } = await scoredTokens("p", output);
  return { withheld, surprise, ends: withheld.ends(surprise, floor) };
}

const size = 12;
const weights = fc.array(fc.double({ min: 1e-3, max: 1, noNaN: true }), {
  minLength: size,
  maxLength: size,
});
const token = fc.record({
  weights,
  power: fc.double({ min: 0, max: 6, noNaN: true }),
  listed: fc.integer({ min: 1, max: size }),
  came: fc.integer({ min: 0, max: size - 1 }),
});

test("what came from outside its list is between the ends, exact where it is listed; a true floor bounds it above", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(token, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(-9999, 0),
      async (all, sentinel) => {
        const distributions = all.map(({ weights, power }) =>
          normalize(weights.map((x) => x ** power + 1e-9)),
        );
        const isHidden: boolean[] = [];
        const tokens = all.map(({ listed, came }, i) => {
          const p = distributions[i]!;
          const likeliest = Array.from(p, (_, id) => id).sort((a, b) => p[b]! - p[a]!);
          const top = likeliest.slice(0, listed).map((id) => ({ text: `t${id}`, logprob: Math.log(p[id]!) }));
          const isListed = top.some(({ text }) => text === `t${came}`);
          isHidden.push(!isListed);
          return { text: `t${came}`, logprob: isListed ? Math.log(p[came]!) : sentinel, top };
        });
        const truth = all.map(({ came }, i) => -Math.log(distributions[i]![came]!));
        const floor = Math.min(...distributions.flatMap((p) => Array.from(p)));
        const { withheld, surprise, ends } = await endsOf(tokens, floor);
        expect(Array.from(surprise, Number.isNaN)).toEqual(isHidden);
        expect(withheld.count).toBe(isHidden.filter(Boolean).length);
        expect(ends === undefined).toBe(withheld.count === 0);
        for (const [i, nats] of truth.entries()) {
          if (!ends) break;
          // The mass left is known to 2⁻²⁰ and the floor as exactly as logarithms are.
          expect(ends.lower[i]!).toBeLessThanOrEqual(nats + 1e-12);
          expect(ends.upper[i]!).toBeGreaterThanOrEqual(nats - 1e-12);
          if (!isHidden[i]) expect([ends.lower[i], ends.upper[i]]).toEqual([surprise[i], surprise[i]]);
        }
      },
    ),
  ));

test("what is not scored is not withheld; what has no list may be anything", async () => {
  const nothing = await endsOf([
    { text: "a", logprob: null },
    { text: "b", logprob: -1 },
  ]);
  expect([nothing.withheld.count, nothing.ends]).toEqual([0, undefined]);
  const { ends } = await endsOf([
    { text: "a", logprob: null },
    { text: "b", logprob: -9999 },
    { text: "c", logprob: -1 },
  ]);
  expect([ends!.lower, ends!.upper]).toEqual([
    Float64Array.of(Number.NaN, 0, 1),
    Float64Array.of(Number.NaN, Infinity, 1),
  ]);
});

test("a token that cannot be found in its list may be the likeliest of it", async () => {
  const list = [0.6, 0.3].map((p, i) => ({ text: `${i}`, logprob: Math.log(p) }));
  const { ends } = await endsOf([
    { text: "z", logprob: null, top: list },
    { text: "\ufffd", logprob: null, top: list },
    { text: "0", logprob: null, top: list },
  ]);
  // z is none of the two, of which 0.1 is left, known to 2⁻²⁰.
  expect(ends!.lower[0]).toBeCloseTo(-Math.log(0.1), 4);
  expect(ends!.lower[1]).toBeCloseTo(-Math.log(0.6), 12);
  expect(ends!.lower[2]).toBeCloseTo(-Math.log(0.6), 12);
});
