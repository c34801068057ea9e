import { inUnit, klDivergence } from "@surprisal/core";
import { expect, test } from "vitest";
import { encodeDistill } from "../../src/instruments/distill/codec.ts";
import { commandOf } from "../../src/instruments/distill/command.ts";
import { elsewhereOf } from "../../src/instruments/distill/elsewhere.ts";
import { forKiosk, sparing } from "../../src/instruments/distill/goals.ts";
import { heatScale, heatsOf } from "../../src/instruments/distill/heat.ts";
import { measure } from "../../src/instruments/distill/measure.ts";
import { type Distill, set, setSteps, setWorth } from "../../src/instruments/distill/model.ts";
import { barNames, orderNames } from "../../src/instruments/distill/names.ts";
import { pictureOf } from "../../src/instruments/distill/picture.ts";
import { presetDistill } from "../../src/instruments/distill/presets.ts";
import { leftAlong } from "../../src/instruments/distill/progress.ts";
import {
  drawReadouts,
  learnReadouts,
  taskReadouts,
  warmReadouts,
} from "../../src/instruments/distill/readouts.ts";
import { endOf, Run } from "../../src/instruments/distill/run.ts";
import { gapTerms, sentenceOf, verdictOf } from "../../src/instruments/distill/said.ts";
import { drawn } from "../../src/instruments/distill/samples.ts";
import { csvOf, jsonOf } from "../../src/instruments/distill/table.ts";
import { taughtBy } from "../../src/instruments/distill/teacher.ts";
import { distillWords } from "../../src/instruments/distill/words/distillWords.ts";
import { quantities } from "../../src/questions/lessons/distillation.ts";
import { languages } from "../../src/words/language.ts";

const words = distillWords("en");
const setting = { unit: "nats", unitName: "nats", words, language: "en" } as const;
const small = presetDistill("small");
const kiosk = presetDistill("kiosk");
const done = (state: Distill, how: Partial<Distill> = {}) => setSteps(set(state, how), 400);
const values = (items: readonly { value: string }[]) => items.map(({ value }) => value);

test("orders are named in either language, and bars have room for their names", () => {
  expect(orderNames(words)[10]).toBe("red wine");
  expect(orderNames(distillWords("es"))[10]).toBe("vino tinto");
  for (const language of languages) {
    expect(new Set(orderNames(distillWords(language))).size).toBe(16);
    for (const name of barNames(distillWords(language))) expect(name.length).toBeLessThanOrEqual(11);
  }
});

test("readouts of what is learned: floor and gap make the price", () => {
  const at = measure(done(small), endOf(done(small)));
  expect(values(learnReadouts(at, 6, setting))).toEqual(["2.612", "1.879", "0.733", "1.297", "0.471", "0"]);
  expect(learnReadouts(at, 6, setting)[1]!.note).toContain("10⁻¹²");
  expect(values(learnReadouts(at, 6, { ...setting, unit: "bits" })).slice(0, 3)).toEqual([
    "3.768",
    "2.711",
    "1.058",
  ]);
});

test("readouts of warmth, draws and the task", () => {
  const warm = presetDistill("warm");
  const [pull, times, cold] = values(warmReadouts(warm, endOf(warm), 6, setting)).map(Number);
  expect(times! / pull!).toBeCloseTo(16, 0);
  expect(cold).toBeGreaterThan(pull!);
  const drawnState = presetDistill("drawn");
  expect(values(drawReadouts(drawnState, endOf(drawnState), setting)).slice(0, 3)).toEqual([
    "60",
    expect.any(String),
    "0.228",
  ]);
  expect(drawReadouts(set(drawnState, { aim: "reverse" }), endOf(small), setting)[1]!.symbol).toBe(
    "D(Q ‖ P)",
  );
  const at = measure(set(kiosk, { task: "teacher" }), endOf(set(kiosk, { task: "teacher" })));
  expect(values(taskReadouts(at, 3, setting))).toEqual(["0.996", "0.004", "∞", "0.004", "0"]);
});

test("the verdict names nonsense, what is missed, the match, and where there is no way", () => {
  const said = (state: Distill) => {
    const run = new Run(state);
    const q = run.to(state.steps).at(-1)!;
    return verdictOf(state, measure(state, q), run.stuck, words, "en");
  };
  expect(said(small)).toBe(words.verdict.start);
  expect(said(done(small))).toContain("47 % of what it says is hardly ever ordered: “red tea”");
  expect(said(done(small, { aim: "reverse" }))).toContain("red wine");
  expect(said(done(small, { habits: 4, seed: 3 }))).toBe(words.verdict.same);
  expect(said(done(kiosk, { task: "teacher", aim: "reverse" }))).toBe(words.verdict.stuck);
  const sentence = sentenceOf(done(small), measure(done(small), endOf(done(small))), setting);
  expect(sentence).toContain("2.612 nats");
  expect(sentence).toContain("misses 0 of 6");
});

test("the terms of the formula come to D(P‖Q)", () => {
  const q = endOf(done(small));
  const p = taughtBy(small);
  const total = gapTerms(p, q, setting).reduce((sum, { value }) => sum + Number(value.replace("−", "-")), 0);
  // Seven terms, rounded to a thousandth each.
  expect(Math.abs(total - klDivergence(p, q))).toBeLessThan(0.004);
});

test("goals tell what is still in the way", () => {
  expect(sparing(small)).toBe("early");
  expect(sparing(done(small))).toBe("wasteful");
  expect(sparing(done(small, { aim: "reverse" }))).toBe("right");
  expect(sparing(done(small, { aim: "skew" }))).toBe("right");
  expect(sparing(done(small, { habits: 2 }))).toBe("roomy");
  expect(forKiosk(kiosk)).toBe("idle");
  expect(forKiosk(set(kiosk, { task: "teacher" }))).toBe("right");
  expect(forKiosk(set(kiosk, { task: "loss" }))).toBe("right");
  expect(forKiosk(set(kiosk, { task: "teacher", habits: 1 }))).toBe("serves");
  expect(forKiosk(set(kiosk, { task: "teacher", habits: 3 }))).toBe("roomy");
  expect(forKiosk(setSteps(set(kiosk, { task: "teacher" }), 20))).toBe("early");
  expect(forKiosk(set(kiosk, { task: "teacher", habits: 1, aim: "js" }))).toBe("missing");
  expect(forKiosk(setWorth(kiosk, 0, 1))).toBe("otherTask");
});

test("the questions' numbers are those of closed forms", () => {
  expect(inUnit(quantities.habit.expected, "bits")).toBeCloseTo(1, 14);
  expect(quantities.task.expected).toBeCloseTo(Math.log(0.44 / 0.2), 14);
});

test("what computes it elsewhere, as the README has it", () => {
  const named = (how: Partial<Distill>) => elsewhereOf(set(small, how))?.name;
  expect(named({})).toBe("TRL generalized_jsd_loss(beta=0)");
  expect(named({ aim: "reverse", temperature: 2 })).toBe("TRL generalized_jsd_loss(beta=1, temperature=2)");
  expect(named({ aim: "js", at: 0.3 })).toBe("TRL generalized_jsd_loss(beta=0.3)");
  expect(named({ temperature: 2, squared: true })).toBe("DistillKit KLDLoss, T = 2");
  expect(named({ aim: "js", at: 0.3, temperature: 2, squared: true })).toBeUndefined();
  expect(named({ aim: "crossEntropy" })).toBe("F.cross_entropy(z, p)");
  expect(named({ aim: "crossEntropy", temperature: 2 })).toBeUndefined();
  expect(named({ task: "loss" })).toBe("F.cross_entropy(z, p, weight=w)");
  expect(elsewhereOf(set(small, { aim: "skew", at: 0.1 }))).toEqual({
    name: "DistiLLM skewed_forward_kl(lam=0.1)",
    keepsEntropy: true,
  });
  expect(named({ aim: "skewReverse", at: 0.1 })).toBe("DistiLLM skewed_reverse_kl(lam=0.1)");
  for (const aim of ["alpha", "focal"] as const) expect(named({ aim })).toBeUndefined();
});

test("samples are seeded, and scales hold what is shown", () => {
  const p = taughtBy(small);
  expect(drawn(p, 4)).toEqual(drawn(p, 4));
  expect(drawn(p, 4)).not.toEqual(drawn(p, 5));
  const warm = presetDistill("warm");
  expect(heatScale(0.5, heatsOf(warm, endOf(warm)))).toBeGreaterThan(0.5);
  const path = new Run(done(small)).to(400);
  const left = leftAlong(small, path);
  expect(left[0]).toBeGreaterThan(left.at(-1)!);
  expect(leftAlong(set(small, { aim: "reverse" }), path)[0]).toBe(
    klDivergence(taughtBy(small), path[0]!, "reverse"),
  );
});

test("what is saved has the numbers of the figure", () => {
  const state = done(small);
  const q = endOf(state);
  const [head, first, ...rows] = csvOf(state, q, "nats", words).trim().split("\r\n");
  expect(head).toBe("order,P,P taught,Q,P log P/Q (nats),w");
  expect(first).toMatch(/^black tea,0\.2,0\.2,/);
  expect(rows).toHaveLength(15);
  const json = JSON.parse(jsonOf(state, q, "nats", words, "link"));
  expect(json["H(P,Q)"] - json["H(P)"]).toBeCloseTo(json["D(P‖Q)"], 12);
  expect(json.training).toMatchObject({ aim: "forward", habits: 1, steps: 400 });
  const filtered = set(kiosk, { task: "teacher" });
  expect(JSON.parse(jsonOf(filtered, endOf(filtered), "nats", words, "link"))["D(Q‖P)"]).toBe("Infinity");
  expect(commandOf(orderNames(words), taughtBy(small), q, "nats")).toMatch(
    /^surprisal kl 'black tea=0\.2,black coffee=0\.002,.*' [\d.,e-]+ --unit nats$/,
  );
  const palette = new Proxy({}, { get: (_, name) => String(name) }) as never;
  for (const shown of [state, filtered]) {
    const svg = pictureOf(shown, endOf(shown), { ...setting, title: "A <student>", palette });
    expect(svg).toContain("A &lt;student&gt;");
    expect(svg).not.toMatch(/NaN|undefined/);
  }
  expect(encodeDistill(kiosk).length).toBeLessThan(120);
});
