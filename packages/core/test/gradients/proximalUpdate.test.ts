import {
  adaptedPenalty,
  clippedSurrogate,
  klDivergence,
  logits,
  normalize,
  probabilities,
  proximalUpdate,
  reverseKlCost,
  softmax,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestDifference, reverseGradient } from "./exactGradients.ts";
import { policies } from "./policies.ts";

const reward = (p: Parameters<typeof reverseKlCost>[0], q: Parameters<typeof reverseKlCost>[0]) =>
  reverseKlCost(p, q).map((cost) => 0 - cost);

describe("on the reward ln p − ln q", () => {
  test("the first step on a batch is minus the gradient of D(Q‖P), to 1e-12, clipped or not, penalised or not", () => {
    fc.assert(
      fc.property(policies(2), ([p, q]) => {
        const down = reverseGradient(p, q).map((x) => -x);
        for (const options of [{}, { clip: Infinity }, { penalty: 3 }]) {
          const { gradient, clipped } = clippedSurrogate(q, q, reward(p, q), options);
          expect(largestDifference(gradient, down)).toBeLessThan(1e-12);
          expect(clipped).toBe(0);
        }
      }),
    );
  });

  test("later steps drift from it by the gradient of D(Q‖Q_old), exactly", () => {
    fc.assert(
      fc.property(policies(3), ([p, old, q]) => {
        const { gradient } = clippedSurrogate(old, q, reward(p, old), { clip: Infinity });
        const away = reverseGradient(old, q);
        const expected = reverseGradient(p, q).map((x, i) => away[i] - x);
        expect(largestDifference(gradient, expected)).toBeLessThan(1e-12);
      }),
    );
  });

  test("so many steps on one batch end on the outcome of largest p/q, far from P; clipping stops them", () => {
    const [p, old] = [probabilities([0.5, 0.3, 0.2]), probabilities([0.6, 0.3, 0.1])];
    const long = { steps: 4000, rate: 1 };
    const free = proximalUpdate(old, reward(p, old), { ...long, clip: Infinity }).policy;
    expect(free[2]).toBeGreaterThan(0.99);
    expect(klDivergence(p, free, "reverse")).toBeGreaterThan(klDivergence(p, old, "reverse"));
    const held = proximalUpdate(old, reward(p, old), { ...long, clip: 0.2 }).policy;
    // One step of rate 1 may overshoot the bound that stops the next.
    expect(held[2]).toBeLessThan(0.15);
    expect(klDivergence(p, held, "reverse")).toBeLessThan(klDivergence(p, old, "reverse"));
  });

  test("a baseline changes nothing where the batch is all that could be drawn, and nothing is clipped", () => {
    fc.assert(
      fc.property(policies(2), ([p, old]) => {
        const [withMean, without] = (["mean", "none"] as const).map(
          (baseline) =>
            proximalUpdate(old, reward(p, old), { baseline, rate: 0.1, steps: 3, clip: Infinity }).policy,
        );
        // Rewards reach some hundred nats: each step's gradient is off by their rounding.
        expect(largestDifference(withMean!, without!)).toBeLessThan(1e-11);
      }),
    );
  });

  test("from draws, equal rewards push nothing less their mean, and what was drawn too often as they stand", () => {
    const old = probabilities([0.5, 0.5]);
    const batch = probabilities([0.75, 0.25]);
    const after = (baseline: "mean" | "none") =>
      proximalUpdate(old, [2, 2], { baseline, batch, rate: 1 }).policy;
    expect([...after("mean")]).toEqual([0.5, 0.5]);
    // Σ batch·r·(e − q) = 2·(0.75 − 0.5) for the first.
    expect(after("none")[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 14);
  });

  test("one step a batch is gradient descent on D(Q‖P), and reaches P", () => {
    const p = probabilities([0.5, 0.3, 0.2]);
    let [q, by] = [
      probabilities([0.1, 0.1, 0.8]),
      logits([0, 0, 0].map((_, i) => Math.log([0.1, 0.1, 0.8][i]))),
    ];
    for (let batch = 0; batch < 400; batch++) {
      q = proximalUpdate(q, reward(p, q), { rate: 0.5 }).policy;
      const down = reverseGradient(p, softmax(by));
      by = logits([...by].map((l, i) => l - 0.5 * down[i]));
    }
    expect(largestDifference(q, softmax(by))).toBeLessThan(1e-12);
    expect(klDivergence(p, q, "reverse")).toBeLessThan(1e-12);
  });
});

test("the gradient is that of the value, by central differences, between the kinks", () => {
  const old = probabilities([0.4, 0.3, 0.2, 0.1]);
  const batch = probabilities([0.5, 0, 0.25, 0.25]);
  const advantages = [1, 9, -0.5, 2];
  const at = [0.1, -0.2, 0, 0.3];
  const options = { clip: 0.2, penalty: 0.7, batch };
  const valueAt = (l: number[]) => clippedSurrogate(old, softmax(logits(l)), advantages, options).value;
  const { gradient, clipped } = clippedSurrogate(old, softmax(logits(at)), advantages, options);
  expect(clipped).toBeGreaterThan(0);
  expect(clipped).toBeLessThan(1);
  const step = 1e-5;
  for (const i of at.keys()) {
    const moved = (by: number) => valueAt(at.map((l, k) => (k === i ? l + by : l)));
    // Third derivatives below 10 make 1e-9, rounding 1e-11.
    expect((moved(step) - moved(-step)) / (2 * step)).toBeCloseTo(gradient[i], 8);
  }
});

test("clipping never promises more than the plain ratio, and is the plain ratio near the old policy", () => {
  fc.assert(
    fc.property(policies(3), ([old, policy, shape]) => {
      const advantages = [...shape].map((x) => Math.log(x) + 4);
      const [clipped, plain] = [0.2, Infinity].map(
        (clip) => clippedSurrogate(old, policy, advantages, { clip }).value,
      );
      expect(clipped).toBeLessThanOrEqual(plain + 1e-12 * (1 + Math.abs(plain)));
    }),
  );
  const old = probabilities([0.5, 0.5]);
  const near = probabilities([0.55, 0.45]);
  expect(clippedSurrogate(old, near, [1, -1]).value).toBeCloseTo(0.1, 15);
});

test("a batch of draws counts what was drawn", () => {
  const old = probabilities([0.25, 0.25, 0.5]);
  const { trace } = proximalUpdate(old, [1, Infinity, 3], { rate: 0.1, batch: normalize([3, 0, 1]) });
  // Advantages 1 − 1.5 and 3 − 1.5; the sum of batch·A is 0, so the gradient is batch·A itself.
  expect([...trace[0].gradient]).toEqual([-0.375, 0, 0.375]);
  expect(() => proximalUpdate(old, [1, Infinity, 3], { rate: 0.1 })).toThrow(
    /^proximalUpdate: reward\[1\] is Infinity, expected/,
  );
});

test("the penalty adapts so that updates move as much as they should", () => {
  const p = probabilities([0.5, 0.3, 0.15, 0.05]);
  const old = probabilities([0.05, 0.15, 0.3, 0.5]);
  let penalty = 1e-3;
  for (let update = 0; update < 30; update++) {
    const { policy } = proximalUpdate(old, reward(p, old), {
      steps: 200,
      rate: 0.1,
      clip: Infinity,
      penalty,
    });
    const divergence = klDivergence(old, policy);
    const next = adaptedPenalty(penalty, divergence, 0.02);
    if (next === penalty) return expect(divergence).toBeGreaterThanOrEqual(0.02 / 1.5);
    penalty = next;
  }
  expect.unreachable("doubling and halving pass through every interval of width 1.5² > 2");
});

test("what cannot be used is refused by name", () => {
  const q = probabilities([0.5, 0.5]);
  const point = probabilities([1, 0]);
  expect(() => clippedSurrogate(q, q, [1, 2], { clip: 0 })).toThrow(/clip is 0, expected/);
  expect(() => clippedSurrogate(q, q, [1, 2], { penalty: -1 })).toThrow(/penalty is -1, expected/);
  expect(() => clippedSurrogate(q, q, [1, -Infinity])).toThrow(/advantages\[1\] is -Infinity, expected/);
  expect(() => clippedSurrogate(point, q, [1, 2], { batch: q })).toThrow(/old\[1\] is 0/);
  expect(() => proximalUpdate(q, [1, 2], { rate: Number.NaN })).toThrow(/rate is NaN, expected/);
  expect(() => adaptedPenalty(0, 1, 1)).toThrow(/penalty is 0, expected/);
  expect(() => adaptedPenalty(1, Number.NaN, 1)).toThrow(/divergence is NaN, expected/);
  expect(() => adaptedPenalty(1, 1, 0)).toThrow(/target is 0, expected/);
});
