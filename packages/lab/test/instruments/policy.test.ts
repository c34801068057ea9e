import { inUnit, klDivergence, normalize, probabilities, selfInformation } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodePolicy, encodePolicy, nameOf } from "../../src/instruments/policy/codec.ts";
import { innerSteps } from "../../src/instruments/policy/drift.ts";
import { estimatesOf } from "../../src/instruments/policy/estimates.ts";
import { frontierOf } from "../../src/instruments/policy/frontier.ts";
import {
  betas,
  clips,
  inners,
  measure,
  mostSteps,
  movePolicy,
  moveReference,
  optimumOf,
  type Policy,
  rules,
  setReward,
  setSteps,
  setTraining,
} from "../../src/instruments/policy/model.ts";
import { presetPolicy } from "../../src/instruments/policy/presets.ts";
import { isAtRest } from "../../src/instruments/policy/rules.ts";
import { Run } from "../../src/instruments/policy/run.ts";
import { createRun, drawing } from "../../src/instruments/policy/simulation.ts";

const names = ["form", "tracking", "apology", "refund", "flattery"];
const parcel = presetPolicy("parcel", names);
const target = presetPolicy("target", names);
const near = presetPolicy("near", names);

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const step = fc.oneof(
  fc.tuple(fc.nat(4), unit).map(
    ([i, x]) =>
      (s: Policy) =>
        moveReference(s, i, x),
  ),
  fc.tuple(fc.nat(4), unit).map(
    ([i, x]) =>
      (s: Policy) =>
        movePolicy(s, i, x, s.start),
  ),
  fc.tuple(fc.nat(4), fc.double({ min: -9, max: 9, noNaN: true })).map(
    ([i, x]) =>
      (s: Policy) =>
        setReward(s, i, x),
  ),
  fc
    .record({
      beta: fc.constantFrom(...betas),
      rule: fc.constantFrom(...rules),
      clip: fc.constantFrom(...clips),
      inner: fc.constantFrom(...inners),
      sampled: fc.boolean(),
      raw: fc.boolean(),
      follows: fc.boolean(),
      seed: fc.nat(99),
    })
    .map((how) => (s: Policy) => setTraining(s, how)),
  fc.integer({ min: -5, max: 30 }).map((n) => (s: Policy) => setSteps(s, n)),
);
const states = fc
  .tuple(fc.constantFrom(parcel, target, near), fc.array(step, { maxLength: 12 }))
  .map(([start, steps]) => steps.reduce((state, act) => act(state), start));
const strewn = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 })
  .map((weights) => normalize(weights));

test("whatever is done, P and Q sum to one, the links lead back and nothing is NaN", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const side of [state.p, state.start]) expect(toParts(side).reduce((a, b) => a + b, 0)).toBe(1e9);
      const { state: again } = decodePolicy(encodePolicy(state));
      const plain = (s: Policy) => ({ ...s, p: [...s.p], start: [...s.start] });
      expect(again && plain(again)).toEqual(plain(state));
      for (const q of new Run(state).to(state.steps)) {
        const { reward, leashed, best, gap, terms } = measure(state, q);
        for (const value of [...q, reward, leashed, best, gap, ...terms]) expect(value).not.toBeNaN();
      }
    }),
    { numRuns: 60 },
  );
});

test("every policy falls short of the best by β times its distance from it, and the terms add up", () => {
  fc.assert(
    fc.property(states, strewn, (state, q) => {
      const { leashed, best, gap, terms, astray } = measure(state, q);
      if (astray.length > 0) {
        expect(leashed).toBe(-Infinity);
        return;
      }
      // r/β reaches 150 and more, and β·D as much: each rounding is of their size.
      const size = 3 + state.beta * (10 + Math.abs(gap));
      expect(Math.abs(best - state.beta * gap - leashed)).toBeLessThan(1e-12 * size);
      expect(Math.abs(terms.reduce((a, b) => a + b, 0) - leashed)).toBeLessThan(1e-12 * size);
      expect(leashed).toBeLessThanOrEqual(best + 1e-12 * size);
    }),
  );
});

describe("the two ends of the leash", () => {
  test("β → 0: all on the reply of most points, as far as the reference is surprised by it", () => {
    const loose = setTraining(parcel, { beta: 0.02 });
    const { divergence } = measure(loose, optimumOf(loose));
    expect(divergence).toBeCloseTo(selfInformation(0.005), 12); // the rest is e^(−75) of it
  });

  test("β → ∞: the reference, to first order in 1/β", () => {
    const tight = setTraining(parcel, { beta: 50 });
    const { divergence, reward } = measure(tight, optimumOf(tight));
    // D ≈ Var r / 2β²; Var r under the reference is some 0.33.
    expect(divergence).toBeLessThan(1e-4);
    expect(Math.abs(reward - measure(parcel, parcel.p).reward)).toBeLessThan(0.01);
  });

  test("what replies are worth rises with the points, and then falls", () => {
    const worths = frontierOf(parcel).map(({ worth }) => worth!);
    const top = worths.indexOf(Math.max(...worths));
    expect(top).toBeGreaterThan(0);
    expect(worths.slice(1, top + 1).every((worth, i) => worth > worths[i]!)).toBe(true);
    expect(worths.at(-1)).toBeLessThan(worths[0]!);
  });
});

test("nothing lies above the curve of the optima, and the curve is concave with slope β", () => {
  fc.assert(
    fc.property(strewn, (q) => {
      const { divergence, reward } = measure(parcel, q);
      for (const place of frontierOf(parcel))
        if (place.divergence >= divergence) expect(place.reward).toBeGreaterThanOrEqual(reward - 1e-9);
    }),
  );
  const slopes = frontierOf(parcel)
    .slice(1)
    .map((place, i, all) =>
      i === 0 ? Infinity : (place.reward - all[i - 1]!.reward) / (place.divergence - all[i - 1]!.divergence),
    );
  // At its end all divergences are the same but for rounding.
  for (const [i, slope] of slopes.slice(1, 45).entries())
    expect(slope).toBeLessThanOrEqual(slopes[i]! * (1 + 1e-9));
});

test("PPO's first step has the exact gradient, to 1e-12, wherever P and Q are; later ones drift", () => {
  fc.assert(
    fc.property(strewn, strewn, fc.constantFrom(...clips), (p, start, clip) => {
      const { off, clipped } = innerSteps({ ...target, p, start, clip }, start)[0]!;
      expect(off).toBeLessThan(1e-12);
      expect(clipped).toBe(0);
    }),
  );
  const drift = innerSteps({ ...target, clip: Infinity }, target.start);
  for (const [i, { off }] of drift.slice(1).entries()) expect(off).toBeGreaterThan(drift[i]!.off);
  expect(drift[1]!.off).toBeGreaterThan(0.01);
});

test("training comes to the optimum where it is held, and not where a batch is climbed too far", () => {
  const left = (state: Policy) => measure(state, new Run(state).to(200).at(-1)!).gap;
  for (const rule of ["clip", "penalty", "adaptive"] as const) {
    expect(left(setTraining(target, { rule }))).toBeLessThan(1e-12);
    expect(left(setTraining(parcel, { rule }))).toBeLessThan(1e-12);
  }
  expect(left(setTraining(target, { inner: 40, clip: Infinity }))).toBeGreaterThan(0.1);
  expect(left(setTraining(target, { rule: "region" }))).toBeLessThan(0.02);
  expect(left(setTraining(target, { sampled: true }))).toBeLessThan(1e-6);
  // Where every reply has earned the same, and it is not nothing, drawn batches go on pushing.
  expect(left(setTraining(parcel, { sampled: true, raw: true }))).toBeGreaterThan(1e-3);
});

test("a rule changes the way, not where it leads; a seed the draws; and a reply never given is never learned", () => {
  const ends = (["clip", "penalty", "adaptive"] as const).map((rule) =>
    Array.from(new Run(setTraining(parcel, { rule })).to(300).at(-1)!, (x) => x.toFixed(9)).join(),
  );
  expect(new Set(ends).size).toBe(1);
  const first = (seed: number) => [...new Run(setTraining(parcel, { sampled: true, seed })).to(1)[1]!].join();
  expect(first(1)).toBe(first(1));
  expect(first(1)).not.toBe(first(2));
  const blind = setTraining(movePolicy(parcel, 1, 0, parcel.p), {});
  const path = new Run(blind).to(mostSteps);
  expect(path.every((q) => q[1] === 0)).toBe(true);
  expect(isAtRest(path)).toBe(true);
});

test("a worker trains and draws by a name as the figure would, and one with nothing to learn from stays", () => {
  const moments = (name: string) => Array.from({ length: 6 }, createRun(name).next);
  const path = new Run(parcel).to(5);
  expect(moments(nameOf("training", setSteps(parcel, 5)))).toEqual(
    path.map((q) => {
      const { divergence, reward } = measure(parcel, q);
      return { q: [...q], divergence, reward };
    }),
  );
  expect(moments(nameOf("draws", near))).toEqual(Array.from({ length: 6 }, drawing(near)));
  const never = moveReference(target, 0, 0);
  expect(measure(never, never.start)).toMatchObject({
    astray: [0],
    divergence: Infinity,
    leashed: -Infinity,
  });
  expect(new Run(never).to(5)).toHaveLength(1);
  expect(innerSteps(never, never.start)).toEqual([]);
});

test("k1 and k3 have the right mean, k2 the right derivative, and draws come near what is enumerated", () => {
  for (const state of [near, target]) {
    const { divergence, all } = estimatesOf(state);
    expect(divergence).toBe(klDivergence(state.start, state.p));
    const [k1, k2, k3] = all;
    for (const { bias } of [k1!, k3!]) expect(Math.abs(bias)).toBeLessThan(1e-14);
    expect(k2!.bias).toBeGreaterThan(0.001);
    expect(k2!.slopeBias).toBeLessThan(1e-14);
    for (const { slopeBias } of [k1!, k3!]) expect(slopeBias).toBeGreaterThan(0.01);
    // The seeds of the presets are fixed; four standard errors hold for all three.
    const means = Array.from({ length: mostSteps + 1 }, drawing(state)).at(-1)!;
    for (const [i, { bias, sd }] of all.entries())
      expect(Math.abs(means[i]! - divergence - bias)).toBeLessThan((4 * sd) / Math.sqrt(mostSteps));
  }
  const ruled = moveReference(near, 0, 0);
  expect(estimatesOf(ruled).all.map(({ bias }) => bias)).not.toContain(Number.NaN);
});

test("a leash between two equal replies: e to 1", () => {
  const pair: Policy = {
    ...target,
    names: ["a", "b"],
    p: probabilities([0.5, 0.5]),
    start: probabilities([0.5, 0.5]),
    reward: [1, 0],
  };
  const { divergence, best } = measure(pair, optimumOf(pair));
  // ln((1+e)/2), and 1·e/(1+e) less that.
  expect(best).toBeCloseTo(0.6201145069582776, 14);
  expect(inUnit(divergence, "nats")).toBeCloseTo(Math.E / (1 + Math.E) - 0.6201145069582776, 14);
});

describe("links that are not ours are refused", () => {
  const ours = encodePolicy(target).split("~");
  test.each([
    "",
    "1",
    "1~a~1",
    "%E0%A4%A",
    ours.slice(0, -1).join("~"),
    [...ours, "0"].join("~"),
    ours.with(1, "A,A,C,D,E").join("~"),
    ours.with(1, "A=,B,C,D,E").join("~"),
    ours.with(2, ".5,.4,0,0,0").join("~"),
    ours.with(3, "0,0,0,0,9").join("~"),
    ours.with(3, "0,0,0,0").join("~"),
    ours.with(4, "1").join("~"),
    ours.with(5, "0").join("~"),
    ours.with(6, "*").join("~"),
    ours.with(7, "luck").join("~"),
    ours.with(8, "0.21").join("~"),
    ours.with(9, "3").join("~"),
    ours.with(10, "x").join("~"),
    ours.with(11, "4294967296").join("~"),
    ours.with(12, "401").join("~"),
    `1~${"a".repeat(5000)}`,
  ])("%s", (text) => expect(decodePolicy(text)).toEqual({ problem: "damaged" }));

  test("nor are those of another version", () =>
    expect(decodePolicy("9~later")).toEqual({ problem: "version" }));
});
