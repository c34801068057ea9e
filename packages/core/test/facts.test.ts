import {
  bestGaussianForward,
  crossEntropy,
  crossPerplexity,
  entropy,
  fromUnit,
  gaussianMixture,
  inUnit,
  klDivergence,
  logits,
  probabilities,
  selfInformation,
  softmax,
  supportMismatch,
  temperature,
  type Unit,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";

// The numbers this project promises at every door, to all digits they are stated with: within a unit of the last one (some round, some cut).
function expectDigits(value: number, stated: string): void {
  const digits = stated.split(".")[1]?.length ?? 0;
  expect(Math.abs(value - Number(stated)), `${value} against ${stated}`).toBeLessThan(10 ** -digits);
}

function expectNats(nats: number, stated: string, unit: Unit = "bits"): void {
  expectDigits(inUnit(nats, unit), stated);
}

const certain = probabilities([1, 0, 0, 0, 0]);
const mostlyFirst = probabilities([0.6, 0.1, 0.1, 0.1, 0.1]);

test("self-information", () => {
  expectNats(selfInformation(1 / 8), "3");
  expectNats(selfInformation(1 / 1024), "10");
  expectNats(selfInformation(0.001), "9.96578428");
});

test("coins and boxes", () => {
  expectNats(entropy(probabilities([0.5, 0.5])), "1");
  expectNats(entropy(probabilities([0.9, 0.1])), "0.4689955936");
  expectNats(entropy(probabilities([9 / 10, 1 / 10])), "0.4689955936");
  expectNats(entropy(probabilities([5 / 10, 5 / 10])), "1");
});

test("five tenses", () => {
  const uniform = probabilities([0.2, 0.2, 0.2, 0.2, 0.2]);
  expectNats(entropy(uniform), "1.6094379124", "nats");
  expectNats(entropy(uniform), "2.3219280949");
  expectNats(entropy(mostlyFirst), "1.2275294114", "nats");
  expectNats(klDivergence(certain, mostlyFirst), "0.5108256238", "nats");
  expect(klDivergence(certain, mostlyFirst, "reverse")).toBe(Infinity);
  expect(klDivergence(mostlyFirst, certain)).toBe(Infinity);
});

test("E[1/p] is the number of possible outcomes, so a zero lowers it", () => {
  const meanInverse = (p: Iterable<number>) =>
    [...p].reduce((sum, x) => (x > 0 ? sum + x * (1 / x) : sum), 0);
  expect(meanInverse(mostlyFirst)).toBe(5);
  expect(meanInverse(certain)).toBe(1);
});

test("the movie", () => {
  const p = probabilities([0.5, 0.4, 0.1]);
  const q = probabilities([0.9, 0.05, 0.05]);
  expectNats(entropy(p), "1.3609640474");
  expectNats(crossEntropy(p, q), "2.2369655942");
  expectNats(klDivergence(p, q), "0.8760015467");
  expectNats(klDivergence(p, q, "reverse"), "0.5631972159");
});

test("the telegram", () => {
  const p = probabilities([0.5, 0.5]);
  const q = probabilities([0.9, 0.1]);
  expectNats(crossEntropy(p, q), "1.7369655942");
  expectNats(klDivergence(p, q), "0.7369655942");
  expectNats(klDivergence(p, q, "reverse"), "0.5310044064");
});

test("eight words, all on one", () => {
  expect(entropy(probabilities([1, 0, 0, 0, 0, 0, 0, 0]))).toBe(0);
});

test("teacher and student", () => {
  const teacher = probabilities([0.49, 0.49, 0.02]);
  const student = probabilities([0.98, 0.02, 0]);
  expect(klDivergence(teacher, student)).toBe(Infinity);
  expect(supportMismatch(teacher, student, ["A", "B", "C"])).toEqual({
    outcomes: [{ index: 2, name: "C", mass: 0.02 }],
    mass: 0.02,
  });
  expectNats(klDivergence(teacher, student, "reverse"), "0.6153107746", "nats");
});

describe("temperature", () => {
  const original = probabilities([0.6, 0.25, 0.1, 0.05]);
  const logitsOfIt = logits([...original].map(Math.log));

  test.each([
    [0.2, ["0.9875", "0.0124", "0.0001", "0.0000"], "0.6547", "2.2952"],
    [1.5, ["0.4874", "0.2719", "0.1476", "0.0930"], "0.0531", "0.0485"],
  ] as const)("%f", (t, table, forward, reverse) => {
    for (const source of [original, logitsOfIt]) {
      const tempered = temperature(source, t);
      table.forEach((stated, i) => {
        expectDigits(tempered[i] ?? Number.NaN, stated);
      });
      expectNats(klDivergence(tempered, original), forward);
      expectNats(klDivergence(original, tempered), reverse);
    }
  });
});

test("perplexity goes with the unit: 2^bits, e^nats", () => {
  for (const [value, unit, stated] of [
    [1, "bits", "2"],
    [3, "bits", "8"],
    [1, "nats", "2.71828"],
    [3, "nats", "20.0855"],
  ] as const) {
    const missed = Math.exp(-fromUnit(value, unit));
    const q = probabilities([missed, 1 - missed]);
    expectDigits(crossPerplexity(probabilities([1, 0]), q), stated);
  }
});

test("confident and wrong raises the perplexity: it is scored on what came next", () => {
  const came = probabilities([0, 1]);
  const confident = probabilities([0.99, 0.01]);
  const unsure = probabilities([0.5, 0.5]);
  expect(crossPerplexity(came, confident)).toBeCloseTo(100, 10);
  expect(crossPerplexity(came, unsure)).toBeCloseTo(2, 10);
});

test("estimators of D(Q‖P) for x ~ Q, r = P/Q: the means of −ln r and (r − 1) − ln r are D(Q‖P), that of ½(ln r)² is not", () => {
  const p = probabilities([0.5, 0.4, 0.1]);
  const q = probabilities([0.9, 0.05, 0.05]);
  const mean = (k: (r: number) => number) =>
    [...q].reduce((sum, x, i) => sum + x * k((p[i] ?? Number.NaN) / x), 0);
  const reverse = klDivergence(p, q, "reverse");
  // Three terms of size below 1: a few roundings.
  expect(mean((r) => -Math.log(r))).toBeCloseTo(reverse, 14);
  expect(mean((r) => r - 1 - Math.log(r))).toBeCloseTo(reverse, 14);
  expect(Math.abs(mean((r) => Math.log(r) ** 2 / 2) - reverse)).toBeGreaterThan(0.01);
});

test("the policy gradient of the reward log P − log Q, held fixed, is −∇D(Q‖P) in the logits of Q", () => {
  const p = probabilities([0.5, 0.4, 0.1]);
  const start = [0.3, -1.2, 0.7];
  const divergence = (z: number[]) => klDivergence(p, softmax(logits(z)), "reverse");
  const q = softmax(logits(start));
  const reward = [...q].map((x, i) => Math.log((p[i] ?? Number.NaN) / x));
  const baseline = [...q].reduce((sum, x, i) => sum + x * (reward[i] ?? Number.NaN), 0);
  for (const j of start.keys()) {
    const policyGradient = (q[j] ?? Number.NaN) * ((reward[j] ?? Number.NaN) - baseline);
    // Central differences at h, h/2, h/4, extrapolated twice: what is left is about (8e-3 · 4e-3 · 2e-3)² = 4e-15 of a seventh derivative, and 2⁻⁵³/2e-3 = 6e-14 of rounding.
    const [a = 0, b = 0, c = 0] = [4, 2, 1].map((times) => {
      const h = 0.002 * times;
      const moved = (by: number) => divergence(start.map((z, i) => (i === j ? z + by : z)));
      return (moved(h) - moved(-h)) / (2 * h);
    });
    const [ab, bc] = [(4 * b - a) / 3, (4 * c - b) / 3];
    expect(Math.abs(policyGradient + (16 * bc - ab) / 15)).toBeLessThan(1e-12);
  }
});

test("the best forward Gaussian of the two bumps is theirs by moments: μ = 0, σ = √5.33", () => {
  const bumps = gaussianMixture([
    { weight: 0.5, mean: -2.2, sd: 0.7 },
    { weight: 0.5, mean: 2.2, sd: 0.7 },
  ]);
  const { mean, sd, value } = bestGaussianForward(bumps);
  expect(mean).toBe(0);
  expectDigits(sd, "2.3087");
  expectDigits(value, "0.5026");
});
