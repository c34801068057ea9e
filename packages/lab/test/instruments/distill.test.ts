import {
  createRng,
  gradientByLogits,
  jointTable,
  klDivergence,
  logits,
  marginal,
  mutualInformation,
  type Probabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodeDistill, encodeDistill, nameOf } from "../../src/instruments/distill/codec.ts";
import { heatsOf } from "../../src/instruments/distill/heat.ts";
import { measure } from "../../src/instruments/distill/measure.ts";
import { drinks, gather, kinds, orders, spread } from "../../src/instruments/distill/menu.ts";
import {
  aims,
  batches,
  cuts,
  type Distill,
  drawers,
  habitCounts,
  mostSteps,
  moveTeacher,
  set,
  setSteps,
  setWorth,
  sharpnesses,
  stopsOf,
  tasks,
  temperatures,
} from "../../src/instruments/distill/model.ts";
import { presetDistill } from "../../src/instruments/distill/presets.ts";
import { leftAlong } from "../../src/instruments/distill/progress.ts";
import { endOf, Run } from "../../src/instruments/distill/run.ts";
import { createRun } from "../../src/instruments/distill/simulation.ts";
import { drawnSlope, estimatorOf, exactSlope, noiseOf } from "../../src/instruments/distill/slope.ts";
import { Student } from "../../src/instruments/distill/student.ts";
import { objectiveOf, taughtBy, wholeTeacher } from "../../src/instruments/distill/teacher.ts";

const small = presetDistill("small");
const kiosk = presetDistill("kiosk");
const trained = (how: Partial<Distill>, steps = mostSteps) => setSteps(set(small, how), steps);
const after = (how: Partial<Distill>, steps = mostSteps) =>
  measure(trained(how, steps), endOf(trained(how, steps)));
const tableOf = (p: Probabilities) => jointTable([...p], [kinds, drinks]);

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const bar = fc.nat(6);
const step = fc.oneof(
  fc.tuple(bar, unit).map(
    ([i, x]) =>
      (s: Distill) =>
        moveTeacher(s, i, x),
  ),
  fc.tuple(bar, fc.double({ min: -1, max: 2, noNaN: true })).map(
    ([i, x]) =>
      (s: Distill) =>
        setWorth(s, i, x),
  ),
  fc
    .record(
      {
        task: fc.constantFrom(...tasks),
        sharpness: fc.constantFrom(...sharpnesses),
        cut: fc.constantFrom(...cuts),
        aim: fc.constantFrom(...aims),
        habits: fc.constantFrom(...habitCounts),
        temperature: fc.constantFrom(...temperatures),
        squared: fc.boolean(),
        drawer: fc.constantFrom(...drawers),
        batch: fc.constantFrom(...batches),
        seed: fc.nat(99),
      },
      { requiredKeys: [] },
    )
    .map((how) => (s: Distill) => set(s, how)),
  fc.tuple(fc.constantFrom(...aims), unit).map(
    ([aim, x]) =>
      (s: Distill) =>
        set(s, { aim, at: stopsOf(aim)[Math.floor(x * (stopsOf(aim).length - 1))]! }),
  ),
  fc.integer({ min: -5, max: 12 }).map((n) => (s: Distill) => setSteps(s, n)),
);
const states = fc
  .tuple(
    fc.constantFrom(small, kiosk, presetDistill("warm"), presetDistill("drawn")),
    fc.array(step, { maxLength: 12 }),
  )
  .map(([start, steps]) => steps.reduce((state, act) => act(state), setSteps(start, 3)));

test("whatever is done, P sums to one, the links lead back and nothing is NaN", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(toParts(state.shares).reduce((a, b) => a + b, 0)).toBe(1e9);
      const { state: again } = decodeDistill(encodeDistill(state));
      const plain = (s: Distill) => ({ ...s, shares: [...s.shares] });
      expect(again && plain(again)).toEqual(plain(state));
      for (const q of new Run(state).to(state.steps)) {
        const { missed: _, worst: __, ...numbers } = measure(state, q);
        for (const value of [...q, ...Object.values(numbers)]) expect(value).not.toBeNaN();
      }
    }),
    { numRuns: 80 },
  );
});

test("only what has a stop, and leaves the task something, is done or read from a link", () => {
  const lone = setWorth(setWorth(setWorth(kiosk, 2, 0), 3, 0), 5, 0);
  expect(lone.worth).toEqual([0, 0, 0, 0, 0, 1, 0]);
  expect(set(set(kiosk, { task: "loss" }), { aim: "reverse" }).task).toBe("teacher");
  expect(set(set(kiosk, { aim: "reverse" }), { task: "loss" }).aim).toBe("forward");
  expect(set(set(kiosk, { aim: "js", at: 0.3 }), { task: "loss" })).toMatchObject({
    aim: "forward",
    at: 0.5,
  });
  const text = encodeDistill(kiosk);
  const broken = [
    "",
    "1~<img>~1",
    "9".repeat(500),
    text.replace("~0,0,1,1,0,1,0~", "~0,0,0,0,0,0,0~"),
    text.replace("~forward~0.5~", "~forward~0.6~"),
    text.replace("~off~", "~loss~").replace("~forward~", "~reverse~"),
    text.replace(/~400$/, "~401"),
    `${text}~1`,
  ];
  for (const link of broken) expect(decodeDistill(link).state).toBeUndefined();
  expect(decodeDistill("2~later").problem).toBe("version");
});

test("bars and orders are the same numbers", () => {
  expect(gather(spread(small.shares))).toEqual(Array.from(small.shares, (x) => expect.closeTo(x, 15)));
  expect(wholeTeacher(small)).toHaveLength(orders);
});

describe("one habit", () => {
  test("by D(P‖Q) ends at the teacher's kinds and drinks, and misses their mutual information", () => {
    const p = wholeTeacher(small);
    const [ofKinds, ofDrinks] = [[0], [1]].map((axes) => marginal(tableOf(p), axes).p);
    for (const seed of [1, 2, 3]) {
      const q = endOf(trained({ seed }));
      for (let order = 0; order < orders; order++)
        expect(q[order]).toBeCloseTo(ofKinds![Math.floor(order / drinks)]! * ofDrinks![order % drinks]!, 6);
      expect(after({ seed }).forward).toBeCloseTo(mutualInformation(tableOf(p), [0], [1]), 9);
    }
  });

  test("by D(Q‖P) comes to rest where either choice is best for the other: u ∝ exp Σ v ln p", () => {
    const p = wholeTeacher(small);
    const q = new Run(trained({ aim: "reverse" })).to(4000).at(-1)!;
    const [u, v] = [[0], [1]].map((axes) => marginal(tableOf(q), axes).p);
    const best = Array.from(u!, (_, k) =>
      Math.exp(Array.from(v!, (share, d) => share * Math.log(p[k * drinks + d]!)).reduce((a, b) => a + b, 0)),
    );
    const total = best.reduce((a, b) => a + b, 0);
    // Descent comes near as 1/steps; what is left after 4000 is some 1e-4.
    for (const [k, share] of best.entries()) expect(Math.abs(u![k]! - share / total)).toBeLessThan(1e-3);
  });

  test("covers and wastes, or seeks and misses; what lies between lies between", () => {
    const [forward, alpha, reverse] = [after({}), after({ aim: "alpha" }), after({ aim: "reverse" })];
    expect(forward.missed).toEqual([]);
    expect(reverse.missed.length).toBeGreaterThan(0);
    expect(forward.wasted).toBeGreaterThan(alpha.wasted);
    expect(alpha.wasted).toBeGreaterThan(reverse.wasted);
    expect(forward.reverse).toBeGreaterThan(reverse.reverse);
    expect(reverse.forward).toBeGreaterThan(forward.forward);
  });
});

test("four habits can be the teacher, whatever the direction", () => {
  for (const aim of ["forward", "reverse"] as const)
    expect(after({ habits: 4, aim, seed: 3 }).forward).toBeLessThan(1e-3);
});

test("cross-entropy and D(P‖Q) train the same student, step by step, and differ by H(P)", () => {
  const [one, other] = (["forward", "crossEntropy"] as const).map((aim) =>
    new Run(set(small, { aim, habits: 3 })).to(50),
  );
  for (const [i, q] of one!.entries())
    for (let order = 0; order < orders; order++) expect(other![i]![order]).toBeCloseTo(q[order]!, 13);
  fc.assert(
    fc.property(states, (state) => {
      const { crossEntropy, entropy, forward, off } = measure(state, endOf(state));
      if (Number.isFinite(forward)) expect(crossEntropy - entropy).toBeCloseTo(forward, 11);
      expect(off).toBeLessThan(1e-12);
    }),
    { numRuns: 30 },
  );
});

test("a step of the student lowers the loss, twice as much if it is twice as long", () => {
  const h = 1e-6;
  for (const aim of ["forward", "reverse", "js"] as const) {
    const state = set(small, { aim, habits: 2, temperature: 2, squared: true });
    const value = (q: Probabilities) => exactSlope(state, q).value;
    const student = new Student(2, 5);
    const before = student.q;
    const { value: start, gradient } = exactSlope(state, before);
    student.descend(gradient, h);
    const fall = start - value(student.q);
    const again = new Student(2, 5);
    again.descend(gradient, 2 * h);
    expect(fall).toBeGreaterThan(0);
    expect((start - value(again.q)) / fall).toBeCloseTo(2, 3);
  }
});

test("T² undoes what T does to the size of the gradient, and 1/T² is its law", () => {
  const q = endOf(presetDistill("warm"));
  const pull = new Map(heatsOf(presetDistill("warm"), q).map(({ temperature, pull }) => [temperature, pull]));
  expect(pull.get(8)! / pull.get(16)! / 4).toBeCloseTo(1, 1);
  const state = set(small, { temperature: 16, squared: true });
  const bare = exactSlope({ ...state, squared: false }, q).gradient;
  exactSlope(state, q).gradient.forEach((slope, i) => {
    expect(slope).toBeCloseTo(256 * bare[i]!, 12);
  });
  // The limit: T²·∇ → (z_q − z_p, centred) / n, with n outcomes.
  const centred = (p: Probabilities) => {
    const z = Array.from(p, Math.log);
    const mean = z.reduce((a, b) => a + b, 0) / orders;
    return z.map((x) => x - mean);
  };
  const [zq, zp] = [centred(q), centred(wholeTeacher(state))];
  const hot = gradientByLogits({ kind: "kl" }, wholeTeacher(state), logits(Array.from(q, Math.log)), {
    temperature: 1e5,
  });
  hot.gradient.forEach((slope, i) => {
    expect(slope * 1e10).toBeCloseTo((zq[i]! - zp[i]!) / orders, 3);
  });
});

describe("draws", () => {
  test("say the gradient on average, whoever draws, at a temperature too", () => {
    fc.assert(
      fc.property(states, fc.constantFrom("teacher", "student"), (state, by) => {
        const full = { ...state, task: "off", cut: "all" } as const;
        fc.pre(Array.from(full.shares).every((share) => share >= 0.01));
        const q = endOf(setSteps(set(full, { drawer: "nobody" }), 2));
        const { draws, model, coefficients } = estimatorOf(full, q, by);
        const { gradient } = exactSlope(full, q);
        const scale = full.squared ? full.temperature : 1 / full.temperature;
        const size = Math.max(1, ...Array.from(coefficients, Math.abs));
        gradient.forEach((slope, i) => {
          const mean = Array.from(draws).reduce(
            (sum, chance, x) => sum + chance * coefficients[x]! * (Number(x === i) - model[i]!),
            0,
          );
          expect(Math.abs(mean * scale - slope)).toBeLessThan(1e-11 * size * Math.max(1, scale));
        });
      }),
      { numRuns: 60 },
    );
  });

  test("of the teacher are as noisy as √((1 − Σp²)/n) by D(P‖Q), wherever the student is", () => {
    const p = wholeTeacher(small);
    const law = Math.sqrt((1 - Array.from(p).reduce((sum, share) => sum + share ** 2, 0)) / small.batch);
    for (const steps of [0, 30, mostSteps])
      expect(noiseOf(small, endOf(trained({ habits: 4 }, steps)), "teacher")).toBeCloseTo(law, 12);
  });

  test("of the student fall silent at the goal, and a batch strays as enumeration says", () => {
    const noise = [0, mostSteps].map((steps) =>
      noiseOf(small, endOf(trained({ habits: 4, aim: "reverse" }, steps)), "student"),
    );
    expect(noise[1]).toBeLessThan(noise[0]! / 20);
    const q = endOf(small);
    const [state, rng] = [small, createRng(11)];
    const estimator = estimatorOf(state, q, "teacher");
    const { gradient } = exactSlope(state, q);
    const tries = 4000;
    const squares = Array.from({ length: tries }, () =>
      drawnSlope(state, estimator, rng).reduce((sum, slope, i) => sum + (slope - gradient[i]!) ** 2, 0),
    );
    const mean = squares.reduce((a, b) => a + b, 0) / tries;
    const error = Math.sqrt(squares.reduce((sum, x) => sum + (x - mean) ** 2, 0) / tries / tries);
    expect(Math.abs(mean - noiseOf(state, q, "teacher") ** 2)).toBeLessThan(5 * error);
  });
});

describe("the task", () => {
  const served = (how: Partial<Distill>) => measure(set(kiosk, how), endOf(set(kiosk, how)));

  test("given to the teacher is Bayes' rule, and two habits are enough for it", () => {
    const [whole, given] = [wholeTeacher(kiosk), taughtBy(set(kiosk, { task: "teacher" }))];
    const sum = whole[7]! + whole[12]! + whole[13]!;
    for (const order of [7, 12, 13]) expect(given[order]).toBeCloseTo(whole[order]! / sum, 14);
    const at = served({ task: "teacher" });
    expect(at.serves).toBeGreaterThan(0.99);
    expect(at.forward).toBeLessThan(0.01);
    expect(served({}).serves).toBeLessThan(0.4);
  });

  test("given to the loss pulls the same way, by the share of what serves", () => {
    const q = endOf(set(kiosk, { steps: 20 }));
    const [byTeacher, byLoss] = (["teacher", "loss"] as const).map(
      (task) => exactSlope(set(kiosk, { task }), q).gradient,
    );
    byLoss!.forEach((slope, i) => {
      expect(slope).toBeCloseTo(0.44 * byTeacher![i]!, 14);
    });
    expect(served({ task: "loss" }).serves).toBeGreaterThan(0.98);
    expect(objectiveOf(set(kiosk, { task: "loss" })).kind).toBe("focalCrossEntropy");
  });

  test("is not found by the reverse direction, and a filter leaves that no way", () => {
    for (const seed of [1, 2, 3]) expect(served({ aim: "reverse", seed }).serves).toBeLessThan(0.6);
    const filtered = set(kiosk, { task: "teacher", aim: "reverse" });
    expect(new Run(filtered).stuck).toBe(true);
    expect(new Run(filtered).to(50)).toHaveLength(1);
    expect(new Run(set(filtered, { aim: "js" })).stuck).toBe(false);
  });

  test("is not what is frequent: top-k and sharpening keep wine or tea", () => {
    expect(served({ cut: "k2" }).serves).toBeLessThan(0.6);
    expect(served({ sharpness: 0.5 }).serves).toBeLessThan(0.6);
    expect(Array.from(taughtBy(set(kiosk, { cut: "k3" }))).filter((share) => share > 0)).toHaveLength(3);
    expect(Array.from(taughtBy(set(kiosk, { cut: "p50" }))).filter((share) => share > 0)).toHaveLength(3);
  });

  test("a cut that leaves it nothing teaches nothing, and breaks nothing", () => {
    const wineless = { ...set(kiosk, { cut: "k2", task: "loss" }), worth: [0, 0, 1, 0, 0, 0, 0], steps: 5 };
    const q = endOf(wineless);
    expect(measure(wineless, q).pull).toBe(0);
    expect(klDivergence(q, new Student(2, 1).q)).toBeLessThan(1e-12);
  });
});

test("the same training is the same path, however far it is asked for", () => {
  const state = trained({ drawer: "student", aim: "reverse", habits: 2 }, 40);
  const run = new Run(state);
  const first = run.to(10).map((q) => [...q]);
  const more = run.to(40);
  expect(more.slice(0, 11).map((q) => [...q])).toEqual(first);
  const inWorker = createRun(nameOf({ ...state, steps: 12 }));
  const moments = Array.from({ length: 41 }, inWorker.next);
  expect(moments.map(({ q }) => q)).toEqual(more.map((q) => [...q]));
  expect(moments.map(({ left }) => left)).toEqual(leftAlong(state, more));
});
