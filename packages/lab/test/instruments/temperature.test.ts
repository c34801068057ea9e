import { probabilities, selfInformation } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodeNextWord, encodeNextWord } from "../../src/instruments/temperature/codec.ts";
import { commandOf } from "../../src/instruments/temperature/command.ts";
import { curvesOf, pathOf, rescale } from "../../src/instruments/temperature/curves.ts";
import { neverDrawn } from "../../src/instruments/temperature/goals.ts";
import {
  draw,
  isRefusal,
  measure,
  move,
  moveLogit,
  type NextWord,
  nextWordOf,
  type Refusal,
  rename,
  toLogits,
  toProbabilities,
} from "../../src/instruments/temperature/model.ts";
import { pictureOf } from "../../src/instruments/temperature/picture.ts";
import { presetWord } from "../../src/instruments/temperature/presets.ts";
import { csvOf, jsonOf } from "../../src/instruments/temperature/table.ts";
import { masses, ratios, temperatures } from "../../src/instruments/temperature/temperatures.ts";
import { verdictOf } from "../../src/instruments/temperature/verdict.ts";
import { temperatureWords } from "../../src/instruments/temperature/words/temperatureWords.ts";

const tea = presetWord("tea", ["hot", "sweet", "strong", "cold"]);
const outing = presetWord("outing", ["a", "b", "c", "d", "e", "f", "g", "h"]);
const bits = (nats: number) => nats / Math.LN2;
const kept = (before: NextWord, result: NextWord | Refusal) => (isRefusal(result) ? before : result);

const step = fc.oneof(
  fc.record({ i: fc.nat(7), x: fc.double({ min: 0, max: 1, noNaN: true }) }).map(
    ({ i, x }) =>
      (s: NextWord) =>
        move(s, i % s.names.length, x),
  ),
  fc.record({ i: fc.nat(7), x: fc.integer({ min: -50, max: 50 }) }).map(
    ({ i, x }) =>
      (s: NextWord) =>
        s.logits ? moveLogit(s, i % s.names.length, x / 10) : s,
  ),
  fc.constantFrom<(s: NextWord) => NextWord | Refusal>(toLogits, toProbabilities),
  fc.constantFrom(...temperatures).map((t) => (s: NextWord) => draw(s, { t })),
  fc.constantFrom(...masses).map((mass) => (s: NextWord) => draw(s, { mass })),
  fc.constantFrom(...ratios).map((ratio) => (s: NextWord) => draw(s, { ratio })),
  fc.nat(7).map((k) => (s: NextWord) => draw(s, { k: 1 + (k % s.names.length) })),
  fc.string({ maxLength: 18 }).map((name) => (s: NextWord) => rename(s, 0, name)),
);
const states = fc
  .tuple(fc.constantFrom(tea, outing), fc.array(step, { maxLength: 25 }))
  .map(([start, steps]) => steps.reduce((state, act) => kept(state, act(state)), start));

describe("temperatures of the facts", () => {
  test.each([
    [0.2, [0.9875, 0.0124, 0.0001, 0], 0.6547, 2.2952],
    [1.5, [0.4874, 0.2719, 0.1476, 0.093], 0.0531, 0.0485],
  ])("t = %d", (t, table, fromP, toT) => {
    const measures = measure(draw(tea, { t }));
    expect([...measures.drawn].map((x) => Number(x.toFixed(4)))).toEqual(table);
    expect(bits(measures.fromP).toFixed(4)).toBe(fromP.toFixed(4));
    expect(bits(measures.toT).toFixed(4)).toBe(toT.toFixed(4));
  });
});

test("whatever is done, P sums to one, T is a distribution and nothing measured is NaN or negative", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(toParts(state.p).reduce((a, b) => a + b, 0)).toBe(1e9);
      const { drawn, entropyT, fromP, toT, tail, terms } = measure(state);
      expect([...drawn].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      for (const value of [entropyT, fromP, toT, tail]) expect(value).toBeGreaterThanOrEqual(0);
      expect(terms).not.toContain(Number.NaN);
      expect(pathOf(curvesOf(state).toT, Number, Number, 3)).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 60 },
  );
});

test("a cut makes D(P‖T) infinite exactly when it takes something away, and D(T‖P) at t = 1 is the surprise of the mass kept", () => {
  fc.assert(
    fc.property(states, (state) => {
      const plain = draw(state, { t: 1 });
      const { cut, tail, fromP, toT } = measure(plain);
      expect(toT === Infinity).toBe(cut.length > 0);
      // Both are rounded from sums of eight terms; their absolute error is some 2⁻⁵⁰ each.
      expect(Math.abs(fromP - selfInformation(Math.min(1, 1 - tail)))).toBeLessThan(1e-12);
    }),
    { numRuns: 60 },
  );
});

test("the words a cut takes away are those whose terms are infinite", () => {
  const { drawn, otherTerms } = measure(draw(tea, { k: 2 }));
  expect(otherTerms.map((term) => term === Infinity)).toEqual([...drawn].map((share) => share === 0));
  expect(otherTerms).toContain(Infinity);
});

test("all on the likeliest word is as far from P as that word surprises", () => {
  expect(measure(draw(tea, { t: 0.05 })).fromP).toBeCloseTo(selfInformation(0.6), 6); // the rest has (5/12)²⁰ of it
});

test("adding the same to every logit changes no probability", () => {
  const state = kept(tea, toLogits(tea));
  const up = state.logits!.map((score) => score + 1);
  const moved = up.reduce((s, score, i) => moveLogit(s, i, score), state);
  expect([...moved.p]).toEqual([...state.p]);
  expect([...state.p]).toEqual([...tea.p]);
});

test("a word without probability has no logit", () => {
  expect(toLogits(move(tea, 0, 0))).toEqual({ refused: "noLogit" });
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const link of [encodeNextWord(state), encodeNextWord(state).replaceAll("~", "%7E")]) {
        const { state: again } = decodeNextWord(link);
        expect(again && { ...again, p: [...again.p] }).toEqual({ ...state, p: [...state.p] });
      }
    }),
  );
  expect(encodeNextWord(draw(tea, { t: 0.2, k: 2 }))).toBe("1~hot,sweet,strong,cold~.6,.25,.1,.05~0.2~2");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1",
    "1~a~1",
    "1~a,b~.5,.4",
    "1~a,a~.5,.5",
    "1~a,b~.5,.5~0",
    "1~a,b~.5,.5~0.2001",
    "1~a,b~.5,.5~NaN",
    "1~a,b~.5,.5~~0",
    "1~a,b~.5,.5~~3",
    "1~a,b~.5,.5~~~2",
    "1~a,b~.5,.5~~~~2",
    "1~a,b~.5,.5~~~~~x",
    "1~a,b~l9,0",
    "1~a,b~l0,Infinity",
    "1~<b>,=~.5,.5",
    "%E0%A4%A",
    `1~${"a".repeat(5000)},b~1,0`,
  ])("%s", (text) => expect(decodeNextWord(text)).toEqual({ problem: "damaged" }));

  test("a later version is told apart, and nothing throws", () => {
    expect(decodeNextWord("2~x")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeNextWord(text)));
  });
});

test("the command is the temperature's own until something is cut", () => {
  expect(commandOf(draw(tea, { t: 1.5 }), "bits")).toBe(
    "surprisal temperature hot=0.6,sweet=0.25,strong=0.1,cold=0.05 --t 1.5",
  );
  expect(commandOf(draw(tea, { k: 1 }), "nats")).toBe(
    "surprisal compare 1,0,0,0 hot=0.6,sweet=0.25,strong=0.1,cold=0.05 --unit nats",
  );
});

test("the scale holds what happens from t = 0.2 up and stays while it still fits", () => {
  const end = rescale(1, curvesOf(tea));
  expect(end).toBe(3);
  expect(rescale(end, curvesOf(draw(tea, { t: 0.05 })))).toBe(end);
});

test("a curve that leaves the top is cut there", () => {
  expect(
    pathOf(
      [4, 2, 0, 2, 4].map((x) => x * Math.LN2),
      Number,
      Number,
      3,
    ),
  ).toBe("M0.5,3.0L1.0,2.0L2.0,0.0L3.0,2.0L3.5,3.0");
  expect(pathOf([Infinity, 0, Infinity], Number, Number, 3)).toBe("M1.0,0.0");
});

describe("what the figure says", () => {
  const say = (state: NextWord) => verdictOf(state, measure(state), temperatureWords("en"), "en");
  test("of a cut", () => {
    expect(say(draw(tea, { mass: 0.85 }))).toContain("“strong” and “cold” are never drawn");
    expect(say(draw(tea, { mass: 0.85 }))).toContain("0.15 of the mass");
    expect(say(draw(tea, { k: 3 }))).toContain("“cold” is never drawn");
  });
  test("of no change", () => expect(say(tea)).toContain("T equals P"));
  test("goals", () => {
    expect(neverDrawn(draw(tea, { ratio: 0.1 }))).toBe("right");
    expect(neverDrawn(draw(tea, { t: 0.05 }))).toBe("cold");
    expect(neverDrawn(tea)).toBe("finite");
  });
});

test("what is saved says its numbers, and cannot be broken by a name", () => {
  const words = temperatureWords("en");
  const palette = { paper: "#fff" } as never;
  const setting = { title: "Figure", words, language: "en", unit: "bits", palette } as const;
  const strange = { ...draw(tea, { t: 0.2, k: 2 }), names: ["<b>", "x", "y", "z"] };
  const svg = pictureOf(strange, setting);
  expect(svg).toContain("&lt;b&gt;");
  expect(svg).not.toMatch(/<b>|NaN|Infinity/);
  expect(csvOf(draw(tea, { t: 0.2 }), "bits")).toMatch(/^word,P,T,.*\r\nhot,0\.6,0\.987/);
  const data = JSON.parse(jsonOf(draw(tea, { k: 2 }), "bits", "https://example.org/"));
  expect(data["D(P‖T)"]).toBe("Infinity");
  expect(data.cut).toEqual({ words: ["strong", "cold"], mass: expect.closeTo(0.15, 12) });
});

test("the stops have 1 in the middle and nothing twice", () => {
  expect(temperatures[(temperatures.length - 1) / 2]).toBe(1);
  expect(new Set(temperatures).size).toBe(temperatures.length);
  expect(temperatures).toContain(0.2);
  expect(probabilities([...tea.p])).toHaveLength(4);
  expect(nextWordOf(["a", "b"], probabilities([0.5, 0.5])).k).toBe(2);
});
