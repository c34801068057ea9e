import { crossEntropy, inUnit } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeLoss, encodeLoss } from "../../src/instruments/softmaxLoss/codec.ts";
import { commandOf } from "../../src/instruments/softmaxLoss/command.ts";
import { curveOf, lastStepShown } from "../../src/instruments/softmaxLoss/curve.ts";
import { atFloor } from "../../src/instruments/softmaxLoss/goals.ts";
import {
  bestLeadOf,
  descend,
  isOver,
  leadOf,
  logitRange,
  logitsOf,
  measure,
  modelAt,
  mostSteps,
  moveLogit,
  type SoftmaxLoss,
  set,
  size,
  stepsOf,
  stops,
  targetOf,
} from "../../src/instruments/softmaxLoss/model.ts";
import { nudged } from "../../src/instruments/softmaxLoss/nudge.ts";
import { pictureOf } from "../../src/instruments/softmaxLoss/picture.ts";
import { presetLoss } from "../../src/instruments/softmaxLoss/presets.ts";
import { csvOf, jsonOf } from "../../src/instruments/softmaxLoss/table.ts";
import { verdictOf } from "../../src/instruments/softmaxLoss/verdict.ts";
import { softmaxLossWords } from "../../src/instruments/softmaxLoss/words/softmaxLossWords.ts";

const words = softmaxLossWords("en");
const even = presetLoss("even");
const smoothed = presetLoss("smoothed");

const step = fc.oneof(
  fc.record({ i: fc.nat(size - 1), x: fc.integer({ min: -60, max: 110 }) }).map(
    ({ i, x }) =>
      (s: SoftmaxLoss) =>
        moveLogit(s, i, x / 10),
  ),
  fc.nat(size - 1).map((right) => (s: SoftmaxLoss) => set(s, { right })),
  ...(Object.keys(stops) as (keyof typeof stops)[]).map((name) =>
    fc
      .constantFrom(...(stops[name] as readonly number[]))
      .map((value) => (s: SoftmaxLoss) => set(s, { [name]: value })),
  ),
  fc.nat(30).map((count) => (s: SoftmaxLoss) => descend(s, count)),
);
const states = fc
  .array(step, { maxLength: 12 })
  .map((steps) => steps.reduce((state, act) => act(state), even));

describe("one-hot", () => {
  test("nothing known costs the logarithm of four, and pulls by q − p", () => {
    const { cost, floor, gap, gradient } = measure(even);
    expect(inUnit(cost, "bits")).toBe(2);
    expect(floor).toBe(0);
    expect(gap).toBeCloseTo(Math.log(4), 15);
    expect(gradient).toEqual([-0.75, 0.25, 0.25, 0.25]);
  });

  test("the loss falls for ever and the lead grows without a bound: e^−loss = q, about 1 − 3e^−lead", () => {
    let before = even;
    for (const steps of [10, 100, 1000]) {
      const after = descend(even, steps);
      expect(measure(after).cost).toBeLessThan(measure(before).cost);
      expect(leadOf(after)).toBeGreaterThan(leadOf(before));
      // All others are alike, so q = 1/(1 + 3e^−lead).
      expect(measure(after).cost).toBeCloseTo(Math.log1p(3 * Math.exp(-leadOf(after))), 12);
      before = after;
    }
    expect(bestLeadOf(even)).toBe(Infinity);
    expect(stepsOf(descend(even, 2 * mostSteps))).toBe(mostSteps);
    expect(isOver(descend(even, mostSteps))).toBe(true);
  });
});

describe("smoothed", () => {
  test("the label is (1 − ε + ε/4, ε/4, …), and its entropy is where the loss ends", () => {
    const after = descend(smoothed, mostSteps);
    const { target, cost, floor, gap } = measure(after);
    expect([...target].map((p) => Number(p.toFixed(12)))).toEqual([0.925, 0.025, 0.025, 0.025]);
    const byHand = -0.925 * Math.log(0.925) - 3 * 0.025 * Math.log(0.025);
    expect(floor).toBeCloseTo(byHand, 14);
    expect(cost).toBeCloseTo(byHand, 12);
    expect(gap).toBeLessThan(1e-15); // the square of the last slope, 1e-9, over twice the least curvature, 0.025
    expect(leadOf(after)).toBeCloseTo(Math.log(0.925 / 0.025), 6);
    expect(bestLeadOf(after)).toBeCloseTo(Math.log(37), 12);
    expect(isOver(after)).toBe(true);
    expect(atFloor(after)).toBe("right");
  });

  test("a temperature stretches the lead and leaves the floor", () => {
    const warm = set(smoothed, { t: 2, rate: 5 });
    expect(bestLeadOf(warm)).toBeCloseTo(2 * Math.log(37), 12);
    expect(measure(warm).floor).toBe(measure(smoothed).floor);
  });

  test("a focal loss does not end at the floor: its slope is not zero where Q is P", () => {
    const there = descend(smoothed, mostSteps);
    expect(Math.abs(measure(set(there, { gamma: 2 })).gradient[0]!)).toBeGreaterThan(0.01);
    expect(measure(descend(set(even, { epsilon: 0.1, gamma: 2 }), mostSteps)).gap).toBeGreaterThan(0.01);
    expect(atFloor(set(there, { gamma: 2 }))).toBe("focal");
  });
});

test("the goal tells one-hot labels and losses that are not down yet apart", () => {
  expect(atFloor(even)).toBe("oneHot");
  expect(atFloor(smoothed)).toBe("above");
});

test("at γ = 0 the slopes are (q − p)/T, and at any γ a nudge finds them", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { gradient, target, model } = measure(state);
      const slopes = nudged(state);
      gradient.forEach((slope, i) => {
        if (state.gamma === 0) expect(slope).toBeCloseTo((model[i]! - target[i]!) / state.t, 12);
        // Off by h²/6 of a third derivative (h = 1e-4, below 1e3) and by rounding of losses below 100, over 2h.
        expect(Math.abs(slope - slopes[i]!)).toBeLessThan(2e-6);
      });
      expect(gradient.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 10);
    }),
    { numRuns: 60 },
  );
});

test("whatever is done, loss = floor + gap, and the logits stay on the scale", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { cost, floor, gap, terms } = measure(state);
      expect(cost).toBeCloseTo(floor + gap, 10);
      expect(terms.reduce((a, b) => a + b, 0)).toBeCloseTo(cost, 10);
      for (const z of logitsOf(state)) {
        expect(z).toBeGreaterThanOrEqual(logitRange[0]);
        expect(z).toBeLessThanOrEqual(logitRange[1]);
      }
      const curve = curveOf(state);
      expect(curve.at(-1)).toEqual([stepsOf(state), cost]);
      expect(curve[0]![1]).toBe(crossEntropy(targetOf(state), modelAt(state.path[0]!, state)));
      expect(curve.length).toBeLessThanOrEqual(122);
      expect(lastStepShown(stepsOf(state))).toBeGreaterThanOrEqual(stepsOf(state));
    }),
    { numRuns: 60 },
  );
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { state: again } = decodeLoss(encodeLoss(state));
      expect(again && encodeLoss(again)).toBe(encodeLoss(state));
      expect(again && stepsOf(again)).toBe(stepsOf(state));
      logitsOf(state).forEach((score, i) => {
        // The link rounds to 10⁻¹² what steps of up to 5 may then stretch.
        expect(Math.abs(logitsOf(again!)[i]! - score)).toBeLessThan(1e-6);
      });
    }),
    { numRuns: 60 },
  );
  expect(encodeLoss(descend(smoothed, 25))).toBe("1~0,0,0,0~0~0.1~~~~25");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1",
    "1~0,0,0~0",
    "1~0,0,0,0",
    "1~0,0,0,0~4",
    "1~0,0,0,11~0",
    "1~0,0,0,NaN~0",
    "1~0,0,0,1e3~0",
    "1~0,0,0,0~0~0.11",
    "1~0,0,0,0~0~~3",
    "1~0,0,0,0~0~~~-1",
    "1~0,0,0,0~0~~~~0",
    "1~0,0,0,0~0~~~~~2001",
    "1~0,0,0,0~0~~~~~1.5",
    "1~0,0,0,0~0~~~~~1~x",
    "%E0%A4%A",
    `1~${"0,".repeat(500)}~0`,
  ])("%s", (text) => expect(decodeLoss(text)).toEqual({ problem: "damaged" }));
  test("another version", () => expect(decodeLoss("2~0,0,0,0~0")).toEqual({ problem: "version" }));
});

test("what can be saved says the same", () => {
  const state = descend(smoothed, 12);
  const palette = Object.fromEntries(
    ["paper", "ink", "ink-2", "rule", "p", "p-tint", "q", "q-tint", "gap", "gap-ink", "gap-tint"].map((c) => [
      c,
      c,
    ]),
  ) as Parameters<typeof pictureOf>[1]["palette"];
  const svg = pictureOf(state, { title: "A label", words, language: "en", unit: "nats", palette });
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  expect(svg).toContain(measure(state).cost.toFixed(3));
  expect(csvOf(state, "nats", words.names).split("\n")).toHaveLength(size + 2);
  const json = JSON.parse(jsonOf(state, "nats", words.names, "link"));
  expect(json["H(P,Q)"]).toBe(measure(state).cost);
  expect(json.curve).toHaveLength(13);
  expect(commandOf(smoothed, "nats", words.names)).toBe(
    "surprisal compare cat=0.925,fox=0.025,dog=0.025,owl=0.025 cat=0.25,fox=0.25,dog=0.25,owl=0.25 --unit nats",
  );
});

test("what is said of the descent names the lead that ends it, if one does", () => {
  const say = (state: SoftmaxLoss) => verdictOf(state, measure(state), words, "en");
  expect(say(even)).toContain("No lead is enough");
  expect(say(smoothed)).toContain("3.61");
  expect(say(descend(smoothed, mostSteps))).toContain("nothing pulls");
  expect(say(set(smoothed, { gamma: 2 }))).toContain("not the cross-entropy");
});
