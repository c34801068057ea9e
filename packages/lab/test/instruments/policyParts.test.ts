import { expect, test } from "vitest";
import { commandOf } from "../../src/instruments/policy/command.ts";
import { innerSteps } from "../../src/instruments/policy/drift.ts";
import { estimatesOf } from "../../src/instruments/policy/estimates.ts";
import { frontierOf, rescale } from "../../src/instruments/policy/frontier.ts";
import { mostWorth, neverLearns } from "../../src/instruments/policy/goals.ts";
import {
  measure,
  movePolicy,
  moveReference,
  optimumOf,
  setSteps,
  setTraining,
} from "../../src/instruments/policy/model.ts";
import { pictureOf } from "../../src/instruments/policy/picture.ts";
import { presetPolicy } from "../../src/instruments/policy/presets.ts";
import {
  drawReadouts,
  leashReadouts,
  matchReadouts,
  trainReadouts,
} from "../../src/instruments/policy/readouts.ts";
import { csvOf, jsonOf } from "../../src/instruments/policy/table.ts";
import { verdictOf } from "../../src/instruments/policy/verdict.ts";
import { policyWords } from "../../src/instruments/policy/words/policyWords.ts";
import { quantities } from "../../src/questions/lessons/policies.ts";

const words = policyWords("en");
const setting = { unit: "nats", words, language: "en" } as const;
const parcel = presetPolicy("parcel", words.presetNames.parcel);
const target = presetPolicy("target", words.presetNames.target);
const values = (items: readonly { value: string }[]) => items.map(({ value }) => value);

test("readouts say points as points and nats in the unit", () => {
  const now = measure(parcel, optimumOf(parcel));
  const before = measure(parcel, parcel.p);
  const shown = leashReadouts(now, before, { ...setting, unit: "bits" });
  expect(values(shown)).toEqual(["0.964", "0.271", "0.776", "0.776", "0.802"]);
  expect(shown.map(({ unit }) => unit)).toEqual(["points", "bits", "points", "points", "points"]);
  expect(shown.map(({ delta }) => delta)).toEqual(["+0.352", "+0.271", "+0.164", undefined, "+0.122"]);
  expect(values(trainReadouts(7, before, setting))).toEqual(["7", "0.613", "0.000", "0.613", "0.776"]);
});

test("the readouts of PPO and of the draws", () => {
  const drift = innerSteps(target, target.start);
  const shown = matchReadouts(0, measure(target, target.start), drift, setting);
  expect(values(shown)).toEqual(["0", "0.9475", "≤ 10⁻¹²", "0.4499", "0.55"]);
  const single = matchReadouts(0, measure(target, target.start), [], setting);
  expect(values(single).slice(2)).toEqual(["–", "–", "–"]);
  const estimates = estimatesOf(target);
  expect(values(drawReadouts(0, estimates, [], setting))).toEqual(["0", "0.948", "–", "–", "–"]);
  expect(values(drawReadouts(2, estimates, [0.5, 0.25, 1], setting)).slice(2)).toEqual([
    "0.500",
    "0.250",
    "1.000",
  ]);
});

test("the verdict names what goes astray, what is hacked, the best, and the blind spot", () => {
  const said = (state: typeof parcel, q = state.start, over = false) =>
    verdictOf(state, measure(state, q), over, words, "en");
  expect(said(moveReference(parcel, 1, 0))).toContain("“tracking”, and P never does");
  expect(said(parcel, optimumOf(parcel))).toBe(words.verdict.optimal);
  const loose = setTraining(parcel, { beta: 0.3 });
  expect(said(loose, optimumOf(loose))).toContain("−1.38 now, 0.68 at the reference");
  const blind = movePolicy(parcel, 1, 0, parcel.p);
  expect(said(blind, blind.start, true)).toContain(words.verdict.blind);
  expect(said(target, target.start, true)).toContain("0.948 nats from Q*");
  expect(said(parcel)).toBe("");
});

test("goals tell what is still in the way", () => {
  const on = (beta: number) => mostWorth(setTraining(parcel, { beta, follows: true }));
  expect([on(1.2), on(0.3), on(10)]).toEqual(["right", "loose", "tight"]);
  expect(mostWorth(setTraining(parcel, { beta: 0.3 }))).toBe("notOptimal");
  expect(mostWorth(target)).toBe("noWorth");
  const blind = movePolicy(parcel, 1, 0, parcel.p);
  expect(neverLearns(parcel)).toBe("learns");
  expect(neverLearns(blind)).toBe("running");
  expect(neverLearns(setSteps(blind, 400))).toBe("right");
  expect(neverLearns(movePolicy(parcel, 1, 1, parcel.p))).toBe("handsOff");
});

test("the questions' numbers are those of closed forms", () => {
  const e = Math.E;
  expect(quantities.price.expected).toBeCloseTo(e / (1 + e) - Math.log((1 + e) / 2), 14);
  expect(quantities.loose.expected).toBeCloseTo(Math.log(50), 14);
});

test("scales hold what a leash can lead to, and where Q is", () => {
  const scales = rescale({ x: 1, y: [0, 1] }, parcel, frontierOf(parcel), measure(parcel, parcel.p));
  expect(scales.x).toBeGreaterThanOrEqual(-Math.log(0.005));
  expect(scales.y[0]).toBeLessThan(-2);
  expect(scales.y[1]).toBeGreaterThan(3);
});

test("what is saved has the numbers of the figure", () => {
  const q = optimumOf(parcel);
  expect(csvOf(parcel, q, "nats").split("\r\n")[0]).toBe("reply,P,Q,Q*,r,Q log Q/P (nats),Q (r − β ln Q/P)");
  expect(csvOf(parcel, q, "nats").trim().split("\r\n")).toHaveLength(6);
  const json = JSON.parse(jsonOf(parcel, q, "nats", "link"));
  expect(json["β·ln Z"]).toBeCloseTo(json["E_Q[r] − β·D(Q‖P)"], 12);
  expect(json["D(Q‖Q*)"]).toBe(0);
  const astray = moveReference(target, 0, 0);
  expect(JSON.parse(jsonOf(astray, astray.start, "nats", "link"))["D(Q‖P)"]).toBe("Infinity");
  expect(commandOf(target, target.start, "nats")).toBe(
    "surprisal kl A=0.05,B=0.1,C=0.15,D=0.3,E=0.4 0.4,0.3,0.15,0.1,0.05 --unit nats",
  );
  const palette = new Proxy({}, { get: (_, name) => String(name) }) as never;
  for (const state of [parcel, astray]) {
    const svg = pictureOf(state, state.start, { ...setting, title: "A <leash>", palette });
    expect(svg).toContain("A &lt;leash&gt;");
    expect(svg).not.toMatch(/NaN|undefined/);
  }
});
