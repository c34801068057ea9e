import { probabilities, throughSoftmax } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { biasOf, cloudOf } from "../../src/instruments/gradients/cloud.ts";
import { decodeGradients, encodeGradients, nameOf } from "../../src/instruments/gradients/codec.ts";
import { commandOf } from "../../src/instruments/gradients/command.ts";
import { pathOf, sampledDescent } from "../../src/instruments/gradients/descent.ts";
import { endOf } from "../../src/instruments/gradients/ends.ts";
import { estimatorOf, momentsOf } from "../../src/instruments/gradients/estimator.ts";
import { blindSpot, quieterReverse } from "../../src/instruments/gradients/goals.ts";
import {
  baselines,
  batches,
  clips,
  type Gradients,
  move,
  put,
  set,
  setSteps,
  shown,
} from "../../src/instruments/gradients/model.ts";
import { pictureOf } from "../../src/instruments/gradients/picture.ts";
import { presetGradients, presetNames } from "../../src/instruments/gradients/presets.ts";
import { createRun } from "../../src/instruments/gradients/run.ts";
import { distributionAt, nearest, pointOf } from "../../src/instruments/gradients/simplex.ts";
import { pullOf, slopesOf, ways } from "../../src/instruments/gradients/slopes.ts";
import { slopeText } from "../../src/instruments/gradients/slopeText.ts";
import { csvOf, jsonOf } from "../../src/instruments/gradients/table.ts";
import { termsOf } from "../../src/instruments/gradients/terms.ts";
import { verdictOf } from "../../src/instruments/gradients/verdict.ts";
import { gradientsWords } from "../../src/instruments/gradients/words/gradientsWords.ts";

const forgotten = presetGradients("forgotten");
const rare = presetGradients("rare");
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const sampledPathOf = (state: Gradients) => Array.from({ length: state.steps + 1 }, sampledDescent(state));
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.hypot(...Array.from(a, (x, i) => x - b[i]!));

const act = fc.oneof(
  fc
    .tuple(fc.constantFrom("p" as const, "q" as const), fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(
      ([side, i, x]) =>
        (s: Gradients) =>
          move(s, side, i, x),
    ),
  fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
    .map((at) => (s: Gradients) => put(s, "q", distributionAt(at))),
  fc.constantFrom("logits" as const, "probabilities" as const).map((by) => (s: Gradients) => set(s, { by })),
  fc.constantFrom(...ways).map((way) => (s: Gradients) => set(s, { way })),
  fc.constantFrom(...batches).map((batch) => (s: Gradients) => set(s, { batch })),
  fc.constantFrom(...baselines).map((baseline) => (s: Gradients) => set(s, { baseline })),
  fc.constantFrom(...clips).map((clip) => (s: Gradients) => set(s, { clip })),
  fc.nat(9).map((seed) => (s: Gradients) => set(s, { seed })),
  fc.nat(40).map((steps) => (s: Gradients) => setSteps(s, steps)),
);
const states = fc
  .tuple(fc.constantFrom(...presetNames), fc.array(act, { maxLength: 12 }))
  .map(([preset, acts]) => acts.reduce((state, one) => one(state), presetGradients(preset)));

describe("A, B and C of the facts", () => {
  const { p, q } = forgotten;
  const ofC = (by: "logits" | "probabilities", way: "forward" | "reverse") =>
    slopesOf(p, q, by, way).gradient[2];

  test("by logits the forgotten outcome is pulled with what the truth gives it, or not at all", () => {
    expect(slopesOf(p, q, "logits", "forward").value).toBe(Infinity);
    expect(slopesOf(p, q, "logits", "reverse").value).toBeCloseTo(0.6153107746, 10);
    expect(ofC("logits", "forward")).toBeCloseTo(-0.02, 15);
    expect(ofC("logits", "reverse")).toBe(0);
  });

  test("by probabilities both slopes have no bottom", () => {
    expect([ofC("probabilities", "forward"), ofC("probabilities", "reverse")]).toEqual([
      -Infinity,
      -Infinity,
    ]);
  });
});

test("whatever is done, P and Q sum to one, slopes are no NaN, and nothing leads out of the triangle", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const side of [state.p, state.q]) expect(sum(toParts(side))).toBe(1e9);
      for (const way of ways) {
        const { gradient } = slopesOf(state.p, state.q, state.by, way);
        expect([...gradient]).not.toContain(Number.NaN);
        // Three roundings of numbers up to some twenty.
        expect(Math.abs(sum(pullOf(state.q, gradient, state.by)))).toBeLessThan(1e-13);
        for (const q of pathOf(state, way)) {
          expect(Math.min(...q)).toBeGreaterThanOrEqual(0);
          expect(sum(q)).toBeCloseTo(1, 12);
        }
      }
      expect(sampledPathOf(state)).toHaveLength(state.steps + 1);
    }),
    { numRuns: 60 },
  );
});

test("a step goes down: a small one by the pull makes the divergence smaller", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const way of ways) {
        const { value, gradient } = slopesOf(state.p, state.q, state.by, way);
        const pull = pullOf(state.q, gradient, state.by);
        if (!Number.isFinite(value) || distance(pull, [0, 0, 0]) < 1e-3 || Math.min(...state.q) < 1e-3)
          continue;
        const after = nearest(Array.from(state.q, (x, i) => x + 1e-6 * pull[i]!));
        expect(slopesOf(state.p, after, state.by, way).value).toBeLessThan(value);
      }
    }),
  );
});

test("by logits what is forgotten stays forgotten; by probabilities both directions come back to it", () => {
  const at = (by: "logits" | "probabilities", way: "forward" | "reverse") =>
    pathOf(setSteps(set(forgotten, { by }), 300), way).at(-1)!;
  for (const way of ways) {
    expect(at("logits", way)[2]).toBe(0);
    expect(distance(at("probabilities", way), forgotten.p)).toBeLessThan(1e-3);
  }
});

describe("estimates", () => {
  test("their mean is the gradient, whatever the baseline", () => {
    for (const preset of ["rare", "upsideDown", "nearby"] as const)
      for (const way of ways)
        for (const baseline of baselines) {
          const state = set(presetGradients(preset), { way, baseline });
          const { gradient } = slopesOf(state.p, state.q, "logits", way);
          // Sums of three products of numbers below four.
          expect(distance(momentsOf(state, estimatorOf(state)!).mean, gradient)).toBeLessThan(1e-14);
        }
  });

  test("costs cut off leave the gradient, by what is cut off, and no further", () => {
    fc.assert(
      fc.property(states, (from) => {
        const state = set(from, { way: "reverse" });
        const cloud = cloudOf(state);
        if (!cloud) return;
        // E[cut · (e − q)] = q · (cut − E[cut]), where cut is what is cut off a cost.
        const cut = [...state.q].map((x, i) => {
          const cost = x > 0 ? Math.log(x / state.p[i]!) : 0;
          return cost - Math.sign(cost) * Math.min(Math.abs(cost), state.clip);
        });
        const mean = sum(cut.map((x, i) => x * state.q[i]!));
        const lost = Math.hypot(...cut.map((x, i) => state.q[i]! * (x - mean)));
        // Costs reach 21 nats, and each sum has three of them.
        expect(Math.abs(biasOf(cloud) - lost)).toBeLessThan(1e-13);
      }),
    );
    const clipped = cloudOf(set(rare, { clip: 1 }))!;
    expect(biasOf(clipped)).toBeGreaterThan(0.01);
    expect(clipped.exact.variance).toBeLessThan(cloudOf(rare)!.exact.variance);
  });

  test("what was measured is what was enumerated, within five standard deviations", () => {
    for (const preset of ["rare", "upsideDown", "nearby"] as const)
      for (const way of ways)
        for (const baseline of baselines) {
          const { exact, measured, estimates } = cloudOf(set(presetGradients(preset), { way, baseline }))!;
          expect(distance(measured.mean, exact.mean)).toBeLessThan(5 * Math.sqrt(exact.variance / shown));
          expect(sum(estimates.map(({ times }) => times))).toBe(shown);
          const spread = Math.sqrt(
            sum(
              estimates.map(
                ({ gradient, times }) => times * (distance(gradient, exact.mean) ** 2 - exact.variance) ** 2,
              ),
            ) /
              shown ** 2,
          );
          expect(Math.abs(measured.variance - exact.variance)).toBeLessThan(5 * spread);
        }
  });

  test("of draws of P, the variance is (1 − Σp²)/n wherever Q is", () => {
    fc.assert(
      fc.property(states, (state) => {
        const forward = set(state, { way: "forward" });
        const square = sum([...state.p].map((x) => x * x));
        expect(momentsOf(forward, estimatorOf(forward)!).variance).toBeCloseTo(
          (1 - square) / forward.batch,
          14,
        );
      }),
    );
  });

  test("the optimal baseline is never louder than another, and the value can be louder than none", () => {
    fc.assert(
      fc.property(states, (state) => {
        const variance = (baseline: (typeof baselines)[number]) => {
          const one = set({ ...state, batch: 8 }, { way: "reverse", baseline });
          const estimator = estimatorOf(one);
          return estimator ? momentsOf(one, estimator).variance : Infinity;
        };
        for (const other of baselines)
          expect(variance("optimal")).toBeLessThanOrEqual(variance(other) * (1 + 1e-9) + 1e-12);
      }),
    );
    const of = (baseline: "none" | "value") => cloudOf(set(rare, { baseline }))!.exact.variance;
    expect(of("value")).toBeGreaterThan(of("none"));
  });

  test("there are none where Q does what P rules out", () => {
    const never = put(rare, "p", probabilities([0.5, 0.5, 0]));
    expect(cloudOf(never)).toBeUndefined();
    expect(endOf(undefined)).toBeGreaterThan(0);
    expect(sampledPathOf(setSteps(never, 3)).at(-1)).toEqual(never.q);
  });

  test("model first comes to rest on P, truth first staggers about it", () => {
    const end = (way: "forward" | "reverse") =>
      sampledPathOf(setSteps(set(presetGradients("upsideDown"), { way }), 300)).slice(-20);
    for (const q of end("reverse")) expect(distance(q, presetGradients("upsideDown").p)).toBeLessThan(1e-3);
    const [first, ...others] = end("forward");
    expect(Math.max(...others.map((q) => distance(q, first!)))).toBeGreaterThan(0.01);
  });

  test("the terms of the formula come to the derivative", () => {
    for (const baseline of baselines) {
      const estimator = estimatorOf(set(rare, { baseline }))!;
      const exact = throughSoftmax(
        rare.q,
        [...rare.q].map((x, i) => Math.log(x / rare.p[i]!)),
      );
      const total = sum(
        termsOf(estimator, 0, "nats", "en").map(({ value }) => Number(value.replace("−", "-"))),
      );
      expect(Math.abs(total - exact[0]!)).toBeLessThan(3 * 0.0005);
    }
  });
});

test("a worker makes of a name what the figure would make of its state", () => {
  const state = setSteps(set(rare, { baseline: "optimal" }), 12);
  const walk = createRun(nameOf("cloud", state));
  expect(walk.ground).toEqual(cloudOf(state));
  const places = Array.from({ length: 13 }, walk.next);
  expect(places).toEqual(sampledPathOf(state).map((q) => [[...q]]));
  const exact = createRun(nameOf("slopes", state));
  expect(exact.ground).toBeUndefined();
  expect(Array.from({ length: 13 }, exact.next)[12]).toEqual(ways.map((way) => [...pathOf(state, way)[12]!]));
});

test("batches of the same draws are one estimate", () => {
  // Eight draws of three outcomes come in 45 mixtures.
  expect(cloudOf(rare)!.estimates.length).toBeLessThanOrEqual(45);
});

test("the triangle and the plane lead back to the numbers they came from", () => {
  fc.assert(
    fc.property(states, ({ p }) => {
      expect(distance(distributionAt(pointOf(p)), p)).toBeLessThan(1e-14);
    }),
  );
  expect([...distributionAt([9, -9])]).toEqual([0, 1, 0]);
  expect([...nearest([0.7, 0.7, -0.4])]).toEqual([0.5, 0.5, 0]);
});

test("a draw alone cannot be left out", () => {
  expect(set(set(rare, { batch: 1 }), { baseline: "leave-one-out" }).batch).toBe(2);
  expect(set(set(rare, { baseline: "leave-one-out" }), { batch: 1 }).baseline).toBe("none");
});

test("a link restores the state; anything else is refused", () => {
  fc.assert(
    fc.property(states, (state) => {
      const link = encodeGradients(state);
      for (const text of [link, link.replaceAll("~", "%7E")]) {
        const decoded = decodeGradients(text).state!;
        expect(encodeGradients(decoded)).toBe(link);
        expect([...decoded.q]).toEqual([...state.q]);
      }
    }),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `1~${text}`),
      ),
      (text) => {
        expect(decodeGradients(text).state).toBeUndefined();
      },
    ),
  );
  for (const [text, problem] of [
    ["2~later", "version"],
    ["1~.49,.49,.02~.98,.02,0~l~r~1~leave-one-out~1~0", "damaged"],
    ["1~.49,.49,.02~.98,.02,0~l~r~8~none~1~301", "damaged"],
    ["1~.49,.49,.02~.98,.02,0~l~r~3~none~1~0", "damaged"],
    ["1~.49,.49,.03~.98,.02,0~l~r~8~none~1~0", "damaged"],
    ["1~.49,.49,.02~.98,.02,0~l~r~8~none~1~0~more", "damaged"],
  ])
    expect(decodeGradients(text!).problem).toBe(problem);
});

test("goals", () => {
  expect(blindSpot(forgotten)).toBe("seldom");
  expect(blindSpot(rare)).toBe("tiny");
  expect(blindSpot(move(forgotten, "q", 1, 0))).toBe("right");
  expect(blindSpot(presetGradients("nearby"))).toBe("pulled");
  expect(quieterReverse(presetGradients("upsideDown"))).toBe("louder");
  expect(quieterReverse(presetGradients("nearby"))).toBe("right");
  expect(quieterReverse(put(rare, "q", rare.p))).toBe("same");
  expect(quieterReverse(move(rare, "q", 0, 1))).toBe("certain");
  expect(quieterReverse(put(rare, "p", probabilities([0.5, 0.5, 0])))).toBe("endless");
  expect(quieterReverse(set(presetGradients("nearby"), { clip: 1 }))).toBe("clipped");
});

test("0 is said only of what is exactly that", () => {
  expect([0, 1e-9, -1e-9, -0.02, -28853.9, -Infinity].map((slope) => slopeText(slope, "en"))).toEqual([
    "0",
    "≈0",
    "≈−0",
    "−0.020",
    "−28,854",
    "−∞",
  ]);
});

test("what is saved says the same, in both languages", () => {
  const palette = new Proxy({}, { get: () => "#000" }) as Parameters<typeof pictureOf>[1]["palette"];
  for (const language of ["en", "es"] as const) {
    const words = gradientsWords(language);
    const svg = pictureOf(forgotten, { title: "7.1 <b>", words, language, unit: "nats", palette });
    expect(svg).toContain("7.1 &lt;b&gt;");
    expect(svg).toContain(language === "en" ? "−0.020" : "−0,020");
    const said = verdictOf(forgotten, { words, language, unit: "nats", unitName: "nats" });
    expect(said).toContain("C");
  }
  expect(commandOf(forgotten, "nats")).toBe("surprisal compare A=0.49,B=0.49,C=0.02 0.98,0.02,0 --unit nats");
  expect(csvOf(forgotten, "nats").split("\r\n")[3]).toMatch(/^C,0\.02,0,-0\.02\d*,0,-Infinity,-Infinity$/);
  const json = JSON.parse(jsonOf(forgotten, "nats", "https://example.org"));
  expect(json["D(P‖Q)"]).toBe("Infinity");
  expect(json.derivatives.probabilities["D(Q‖P)"][2]).toBe("-Infinity");
});
