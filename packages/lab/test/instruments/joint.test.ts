import { entropy, klDivergence, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { edgesOf, moveBorder } from "../../src/instruments/joint/borders.ts";
import { decodeJoint, encodeJoint } from "../../src/instruments/joint/codec.ts";
import { commandOf } from "../../src/instruments/joint/command.ts";
import { countDots, dotsOf, informationOfDots } from "../../src/instruments/joint/dots.ts";
import { halfBit, unrelated } from "../../src/instruments/joint/goals.ts";
import {
  align,
  drawMore,
  isAligned,
  type Joint,
  measure,
  mostDraws,
  moveCell,
  moveColumn,
  reseed,
  setCell,
  setColumn,
} from "../../src/instruments/joint/model.ts";
import { countPairs, pairsOf } from "../../src/instruments/joint/pairs.ts";
import { pictureOf } from "../../src/instruments/joint/picture.ts";
import { prefixOf, shuffled } from "../../src/instruments/joint/prefixes.ts";
import { presetJoint, presetNames } from "../../src/instruments/joint/presets.ts";
import { csvOf, jsonOf } from "../../src/instruments/joint/table.ts";
import { verdictOf } from "../../src/instruments/joint/verdict.ts";
import { jointWords } from "../../src/instruments/joint/words/jointWords.ts";

const words = jointWords("en");
const book = countPairs("the quick brown fox jumps over the lazy dog and runs away", "en");
const [umbrella, letters, dice, copy] = presetNames.map((name) => presetJoint(name, words, book));
const bits = (nats: number) => nats / Math.LN2;
const share = fc.double({ min: 0, max: 1, noNaN: true });

const step = fc.oneof(
  share.map((x) => (s: Joint) => moveColumn(s, 0, x)),
  fc.tuple(fc.nat(2), fc.nat(1), share).map(
    ([i, j, x]) =>
      (s: Joint) =>
        moveCell(s, i % s.x.length, j % (s.y.length - 1), x),
  ),
  fc.tuple(fc.nat(2), share).map(
    ([i, x]) =>
      (s: Joint) =>
        setColumn(s, i % s.x.length, x),
  ),
  fc.tuple(fc.nat(2), fc.nat(2), share).map(
    ([i, j, x]) =>
      (s: Joint) =>
        setCell(s, i % s.x.length, j % s.y.length, x),
  ),
  fc.constant(align),
  fc.nat(500).map((count) => (s: Joint) => drawMore(s, count)),
  fc.nat(2 ** 32 - 1).map((seed) => (s: Joint) => reseed(s, seed)),
);
const states = fc
  .tuple(fc.constantFrom(umbrella!, letters!, dice!, copy!), fc.array(step, { maxLength: 12 }))
  .map(([start, steps]) => steps.reduce((state, act) => act(state), start));

test("whatever is done, the parts sum to one and the bars add up", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const part of [state.px, ...state.given])
        expect(toParts(part).reduce((a, b) => a + b, 0)).toBe(1e9);
      const m = measure(state);
      // Sums of at most nine terms below 1, each rounded a few times.
      expect(m.leftOfY + m.information).toBeCloseTo(m.entropyY, 12);
      expect(m.leftOfX + m.information).toBeCloseTo(m.entropyX, 12);
      expect(m.entropyX + m.leftOfY).toBeCloseTo(m.together, 12);
      expect(m.information).toBeGreaterThanOrEqual(0);
      expect(m.information).toBeCloseTo(klDivergence(probabilities(m.cells), probabilities(m.product)), 12);
      expect(state.draws).toBeLessThanOrEqual(mostDraws);
    }),
  );
});

test("where the borders align nothing is shared, and pointwise nothing either", () => {
  fc.assert(
    fc.property(states, (state) => {
      const aligned = align(state);
      expect(isAligned(aligned)).toBe(true);
      expect(measure(aligned).information).toBeLessThan(1e-15);
    }),
  );
});

test("a border moves between its neighbours and changes nobody else", () => {
  const p = probabilities([0.2, 0.3, 0.5]);
  expect([...moveBorder(p, 0, 0.4)]).toEqual([0.4, 0.1, 0.5]);
  expect([...moveBorder(p, 0, 0.9)]).toEqual([0.5, 0, 0.5]);
  expect([...moveBorder(p, 1, 0)]).toEqual([0.2, 0, 0.8]);
  expect(edgesOf([0.25, 0.75])).toEqual([0, 0.25, 1]);
});

describe("presets", () => {
  test("a copy says all there is, two dice say nothing", () => {
    expect(bits(measure(copy!).information)).toBe(1);
    expect(measure(dice!).information).toBe(0);
  });
  test("rain and umbrella, by the closed form", () => {
    // H(Y) of P(umbrella) = .3·.9 + .7·.2, less the mean entropy of the columns.
    const left = 0.3 * entropy(probabilities([0.9, 0.1])) + 0.7 * entropy(probabilities([0.2, 0.8]));
    expect(measure(umbrella!).information).toBeCloseTo(entropy(probabilities([0.41, 0.59])) - left, 13);
  });
  test("pairs of letters are counted by kind", () => {
    // a→b, b→_, _→b, b→a
    expect(countPairs("ab ba", "en")).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0]);
    expect([...pairsOf([0, 1, 0, 1, 0, 1, 0, 1, 0], words.kinds).px]).toEqual([0.25, 0.5, 0.25]);
    expect(countPairs("¡Ñu!", "es")).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0]);
  });
});

test("draws are seeded, stay where they are, and their frequencies come to the areas", () => {
  const drawn = drawMore(umbrella!, 400);
  expect(dotsOf(drawn)).toEqual(dotsOf(moveColumn(drawn, 0, 0.9)));
  expect(dotsOf(reseed(drawn, 2))).toEqual([]);
  const found = countDots(drawn, dotsOf(drawn));
  expect(found.reduce((a, b) => a + b, 0)).toBe(400);
  // Four standard deviations of a binomial of 400.
  measure(drawn).cells.forEach((p, i) => {
    expect(Math.abs(found[i]! - 400 * p)).toBeLessThan(4 * Math.sqrt(400 * p * (1 - p)));
  });
  expect(informationOfDots(drawn, [50, 0, 0, 50])).toBeCloseTo(Math.LN2, 14);
  expect(informationOfDots(drawn, [0, 0, 0, 0])).toBeUndefined();
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const link of [encodeJoint(state), encodeJoint(state).replaceAll("~", "%7E")])
        expect(decodeJoint(link)).toEqual({ state });
    }),
  );
  expect(encodeJoint(umbrella!)).toBe("1~rain,dry~umbrella,none~.3,.7~.9,.1~.2,.8~0~1");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1~a",
    "1~a,b~c,d~.5,.5~.5,.5~0~1",
    "1~a,b~c,d~.5,.4~.5,.5~.5,.5~0~1",
    "1~a,a~c,d~.5,.5~.5,.5~.5,.5~0~1",
    "1~a,b~c,d~.5,.5~.5,.5~.5,.5~401~1",
    "1~a,b~c,d~.5,.5~.5,.5~.5,.5~-1~1",
    "1~a,b~c,d~.5,.5~.5,.5~.5,.5~0~4294967296",
    "1~a,b~c,d~.5,.5~.5,.5~.5,.5~0~1~1",
    "1~<b>,=~c,d~.5,.5~.5,.5~.5,.5~0~1",
    `1~${"a".repeat(2000)}`,
  ])("%s", (text) => expect(decodeJoint(text)).toEqual({ problem: "damaged" }));

  test("a later version is told apart, and nothing throws", () => {
    expect(decodeJoint("2~x")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeJoint(text)));
  });
});

test("goals and verdicts", () => {
  expect([umbrella, dice, copy].map((state) => unrelated(state!))).toEqual(["related", "right", "related"]);
  expect(unrelated(setColumn(umbrella!, 0, 1))).toBe("certain");
  expect(unrelated(moveCell(dice!, 0, 0, 0.51))).toBe("nearly");
  expect([umbrella, copy].map((state) => halfBit(state!))).toEqual(["less", "more"]);
  expect(halfBit(moveCell(copy!, 0, 0, 0.7))).toBe("right");
  const say = (state: Joint) => verdictOf(state, measure(state), words);
  expect(say(dice!)).toContain("independent");
  expect(say(copy!)).toContain("X decides Y");
  expect(say(setColumn(copy!, 0, 1))).toContain("certain");
  expect(say(moveCell(umbrella!, 0, 0, 1))).toContain("Never together: rain, none");
  expect(say(umbrella!)).toBe("");
});

test("what is saved says its numbers, and cannot be broken by a name", () => {
  const palette = { paper: "#fff" } as never;
  const setting = { title: "Figure", words, language: "en", unit: "bits", palette } as const;
  const svg = pictureOf({ ...drawMore(umbrella!, 3), x: ["<b>", "dry"] }, setting);
  expect(svg).toContain("&lt;b&gt;");
  expect(svg).not.toMatch(/<b>|NaN|Infinity/);
  expect(csvOf(umbrella!, "bits")).toMatch(/\r\nrain,umbrella,0\.27,0\.123/);
  expect(csvOf(copy!, "bits")).toMatch(/heads,Tails,0,0\.25,,0,0/);
  const data = JSON.parse(jsonOf(copy!, "bits", "https://example.org/"));
  expect([data["I(X;Y)"], data["H(Y|X)"]]).toEqual([1, 0]);
  expect(commandOf(umbrella!, "nats")).toBe(
    "surprisal kl rain.umbrella=0.27,rain.none=0.03,dry.umbrella=0.14,dry.none=0.56 " +
      "rain.umbrella=0.123,rain.none=0.177,dry.umbrella=0.287,dry.none=0.413 --unit nats",
  );
});

describe("prefixes", () => {
  test("in a text where each letter decides the next, one letter says all there is", () => {
    const { left, information } = prefixOf("abab".repeat(50), 1);
    expect(left).toBeCloseTo(0, 12);
    expect(information).toBeCloseTo(Math.LN2, 3); // 199 pairs: one letter is one ahead of the other
    expect(prefixOf("abab", 0).information).toBeCloseTo(0, 14);
  });
  test("shuffled letters are the same letters, and seem to say more the longer the prefix", () => {
    const text = "the sun was low and the shadow of the tower lay over the whole of the square ".repeat(4);
    const mixed = shuffled(text, 1);
    expect([...mixed].sort()).toEqual([...text].sort());
    const seeming = [1, 2, 3].map((letters) => prefixOf(mixed, letters).information);
    expect(seeming[0]).toBeGreaterThan(0);
    expect(seeming).toEqual(seeming.toSorted((a, b) => a - b));
  });
});
