import * as core from "@surprisal/core";
import { logProbabilities, type Probabilities, probabilities } from "@surprisal/core";
import { describe, expect, test } from "vitest";

const half = probabilities([0.5, 0.5]);
const first = probabilities([1, 0]);
const second = probabilities([0, 1]);
type Measure = (p: Probabilities, q: Probabilities) => number | Float64Array;

describe("every measure of two distributions", () => {
  const measures: Record<string, Measure> = {
    crossEntropy: core.crossEntropy,
    crossEntropyContributions: core.crossEntropyContributions,
    klDivergence: core.klDivergence,
    klContributions: core.klContributions,
    klOnCommonSupport: core.klOnCommonSupport,
    jeffreysDivergence: core.jeffreysDivergence,
    jeffreysContributions: core.jeffreysContributions,
    jensenShannonDivergence: core.jensenShannonDivergence,
    jensenShannonContributions: core.jensenShannonContributions,
    skewedKlDivergence: (p, q) => core.skewedKlDivergence(p, q, 0.5),
    skewedKlContributions: (p, q) => core.skewedKlContributions(p, q, 0.5),
    renyiDivergence: (p, q) => core.renyiDivergence(p, q, 2),
    renyiContributions: (p, q) => core.renyiContributions(p, q, 2),
    alphaDivergence: (p, q) => core.alphaDivergence(p, q, 2),
    alphaContributions: (p, q) => core.alphaContributions(p, q, 2),
    fDivergence: (p, q) => core.fDivergence(p, q, core.generators.kl),
    fDivergenceContributions: (p, q) => core.fDivergenceContributions(p, q, core.generators.kl),
    totalVariation: core.totalVariation,
    totalVariationContributions: core.totalVariationContributions,
    hellingerDistance: core.hellingerDistance,
    hellingerContributions: core.hellingerContributions,
    bhattacharyyaCoefficient: core.bhattacharyyaCoefficient,
    bhattacharyyaDistance: core.bhattacharyyaDistance,
    bhattacharyyaContributions: core.bhattacharyyaContributions,
    chiSquaredDivergence: core.chiSquaredDivergence,
    chiSquaredContributions: core.chiSquaredContributions,
  };

  test.each(Object.entries(measures))(
    "%s names itself when the lengths or the kinds do not fit",
    (name, measure) => {
      expect(() => measure(half, probabilities([1]))).toThrow(
        new RangeError(`${name}: p has 2 outcomes and q has 1, expected the same outcomes`),
      );
      expect(() => measure(half, [0.5, 0.5] as unknown as Probabilities)).toThrow(
        new RegExp(`^${name}: q is a plain array, expected`),
      );
      expect(() => measure(core.logits([1, 2]) as unknown as Probabilities, half)).toThrow(TypeError);
    },
  );
});

describe("every measure of one distribution", () => {
  test.each(
    Object.entries({
      entropy: core.entropy,
      entropyContributions: core.entropyContributions,
      renyiEntropy: (p: Probabilities) => core.renyiEntropy(p, 2),
      tsallisEntropy: (p: Probabilities) => core.tsallisEntropy(p, 2),
    }),
  )("%s names itself when the kind does not fit", (name, measure) => {
    expect(() => measure(core.logits([1, 2]) as unknown as Probabilities)).toThrow(
      `${name}: p is logits, expected`,
    );
  });
});

test("parameters out of their range are refused by name", () => {
  expect(() => core.klDivergence(half, half, "backwards" as "reverse")).toThrow(
    new RangeError('klDivergence: direction is backwards, expected "forward" or "reverse"'),
  );
  expect(() => core.klContributions(half, half, "" as "reverse")).toThrow(/^klContributions: direction is /);
  for (const bad of [-0.1, 1.1, Number.NaN]) {
    expect(() => core.jensenShannonDivergence(half, half, bad)).toThrow(
      new RangeError(`jensenShannonDivergence: weight is ${bad}, expected a number in [0, 1]`),
    );
    expect(() => core.skewedKlDivergence(half, half, bad)).toThrow(
      new RangeError(`skewedKlDivergence: lambda is ${bad}, expected a number in [0, 1]`),
    );
    expect(() => core.selfInformation(bad)).toThrow(
      new RangeError(`selfInformation: p is ${bad}, expected a probability in [0, 1]`),
    );
  }
  for (const bad of [-1, Number.NaN]) {
    const expected = (name: string) =>
      new RangeError(`${name}: order is ${bad}, expected a number in [0, ∞]`);
    expect(() => core.renyiEntropy(half, bad)).toThrow(expected("renyiEntropy"));
    expect(() => core.tsallisEntropy(half, bad)).toThrow(expected("tsallisEntropy"));
    expect(() => core.renyiDivergence(half, half, bad)).toThrow(expected("renyiDivergence"));
    expect(() => core.renyiContributions(half, half, bad)).toThrow(expected("renyiContributions"));
  }
  for (const bad of [Infinity, Number.NaN])
    expect(() => core.alphaDivergence(half, half, bad)).toThrow(
      new RangeError(`alphaDivergence: alpha is ${bad}, expected a finite number`),
    );
});

test("0 is 0, not −0, for one certain outcome", () => {
  const one = probabilities([1]);
  const zeros = [
    core.selfInformation(1),
    core.entropy(one),
    core.entropy(first),
    core.entropy(logProbabilities([0, -Infinity])),
    core.crossEntropy(first, first),
    core.klDivergence(first, first),
    core.bhattacharyyaDistance(first, first),
    ...[0, 0.5, 1, 2, Infinity].flatMap((order) => [
      core.renyiEntropy(one, order),
      core.tsallisEntropy(one, order),
      core.renyiDivergence(first, first, order),
    ]),
    ...[-1, 0, 0.5, 1, 2].map((alpha) => core.alphaDivergence(first, first, alpha)),
  ];
  for (const zero of zeros) expect(zero).toBe(0);
});

test("disjoint supports: infinite where the theory says so, at its largest elsewhere", () => {
  const infinite = [
    core.selfInformation(0),
    core.crossEntropy(first, second),
    core.crossPerplexity(first, second),
    core.klDivergence(first, second),
    core.klDivergence(first, second, "reverse"),
    core.jeffreysDivergence(first, second),
    core.bhattacharyyaDistance(first, second),
    core.chiSquaredDivergence(first, second),
    core.skewedKlDivergence(first, second, 0),
    ...[0, 0.5, 1, 2, Infinity].map((order) => core.renyiDivergence(first, second, order)),
    ...[-1, 0, 1, 2].map((alpha) => core.alphaDivergence(first, second, alpha)),
  ];
  for (const value of infinite) expect(value).toBe(Infinity);
  expect(core.totalVariation(first, second)).toBe(1);
  expect(core.hellingerDistance(first, second)).toBe(1);
  expect(core.bhattacharyyaCoefficient(first, second)).toBe(0);
  expect(core.alphaDivergence(first, second, 0.5)).toBe(4);
  expect(core.jensenShannonDivergence(first, second)).toBeCloseTo(Math.LN2, 15);
  // The entropy of the weights.
  expect(core.jensenShannonDivergence(first, second, 0.25)).toBeCloseTo(
    core.entropy(probabilities([0.25, 0.75])),
    15,
  );
  expect(core.skewedKlDivergence(first, second, 0.25)).toBeCloseTo(Math.log(4), 15);
});

test("a mixture of one part alone: Jensen–Shannon is 0", () => {
  for (const weight of [0, 1]) expect(core.jensenShannonDivergence(half, first, weight)).toBe(0);
});

test("one-sided: finite or infinite by the order and the direction", () => {
  expect(core.klDivergence(first, half)).toBe(Math.LN2);
  expect(core.klDivergence(half, first)).toBe(Infinity);
  expect(core.renyiDivergence(half, first, 0)).toBe(0);
  expect(core.renyiDivergence(first, half, 0)).toBeCloseTo(Math.LN2, 15);
  expect(core.renyiDivergence(half, first, 0.5)).toBeCloseTo(Math.LN2, 15);
  expect(core.renyiDivergence(half, first, 1.5)).toBe(Infinity);
  expect(core.alphaDivergence(first, half, 0.25)).toBeLessThan(Infinity);
  expect(core.alphaDivergence(first, half, -0.25)).toBe(Infinity);
  expect(core.alphaDivergence(half, first, -0.25)).toBeLessThan(Infinity);
});

test("a log-probability far below the doubles is rare, not impossible", () => {
  const truth = logProbabilities([-800, 0]);
  expect(core.crossEntropy(first, truth)).toBe(800);
  expect(core.klDivergence(first, truth)).toBe(800);
  expect(core.klDivergence(first, logProbabilities([-Infinity, 0]))).toBe(Infinity);
  expect(core.crossEntropy(truth, logProbabilities([-Infinity, 0]))).toBe(Infinity);
  expect(core.crossEntropy(core.toProbabilities(truth), logProbabilities([-Infinity, 0]))).toBe(0);
  expect([...core.klContributions(truth, logProbabilities([-Infinity, 0]))]).toEqual([Infinity, 0]);
});

test("a quotient beyond the doubles on the way costs nothing", () => {
  // 0.05² / 2e-310, where 0.05 / 2e-310 overflows; 2e-310 is a subnormal of 14 digits.
  const [p, q] = [probabilities([0.95, 0.05]), probabilities([1, 2e-310])];
  expect(core.chiSquaredDivergence(p, q) / 1.25e307).toBeCloseTo(1, 12);
  expect(core.alphaDivergence(p, q, 2) / 6.25e306).toBeCloseTo(1, 12);
  expect(core.renyiDivergence(p, q, 2)).toBeCloseTo(Math.log(1.25) + 307 * Math.LN10, 10);
  // 1e-200⁵/1e-300⁴ = 1e200, where (1e-200/1e-300)⁴ = 1e400 overflows.
  const rare = [probabilities([1, 1e-200]), probabilities([1, 1e-300])] as const;
  expect(core.alphaDivergence(...rare, 5) / 5e198).toBeCloseTo(1, 12);
  // 0.05¹⁰⁰¹/2e-310¹⁰⁰⁰ is past every double; its logarithm is not.
  const worst = Math.log(0.05) - Math.log(2e-310);
  expect(core.renyiDivergence(p, q, 1001)).toBeCloseTo(worst + Math.log(0.05) / 1000, 10);
  expect(core.alphaDivergence(p, q, 1001)).toBe(Infinity);
});

test("closed forms", () => {
  const p = probabilities([0.75, 0.25]);
  // 0.5625 + 0.0625 = 5/8
  expect(core.renyiEntropy(p, 2)).toBeCloseTo(Math.log(8 / 5), 15);
  expect(core.tsallisEntropy(p, 2)).toBe(3 / 8);
  expect(core.tsallisEntropy(p, 0)).toBe(1);
  expect(core.tsallisEntropy(p, Infinity)).toBe(0);
  expect(core.renyiEntropy(p, Infinity)).toBeCloseTo(Math.log(4 / 3), 15);
  // Σ√(pᵢ/2) = (√3 + 1)/(2√2)
  const overlap = (Math.sqrt(3) + 1) / (2 * Math.SQRT2);
  expect(core.bhattacharyyaCoefficient(p, half)).toBeCloseTo(overlap, 15);
  expect(core.hellingerDistance(p, half)).toBeCloseTo(Math.sqrt(1 - overlap), 14);
  expect(core.renyiDivergence(p, half, 2)).toBeCloseTo(Math.log(5 / 4), 15);
  expect(core.renyiDivergence(p, half, Infinity)).toBeCloseTo(Math.log(1.5), 15);
  expect(core.chiSquaredDivergence(p, half)).toBe(1 / 4);
  expect(core.totalVariation(p, half)).toBe(1 / 4);
  expect(core.jeffreysDivergence(p, half)).toBeCloseTo(0.25 * Math.log(3), 15);
  expect(core.perplexity(half)).toBeCloseTo(2, 15);
  expect(core.skewedKlDivergence(first, half, 0.5)).toBeCloseTo(Math.log(4 / 3), 15);
});

test("orders of Rényi whose powers leave the doubles give the order ∞, to all digits", () => {
  const pairs = [
    [probabilities([1, 0]), probabilities([1e-300, 1])],
    [probabilities([0.75, 0.25]), probabilities([0.125, 0.875])],
    [half, probabilities([0.5 + 2 ** -53, 0.5 - 2 ** -53])],
  ] as const;
  for (const [p, q] of pairs) {
    const limit = core.renyiDivergence(p, q, Infinity);
    for (const order of [1e100, 1e300, 1e308, Number.MAX_VALUE]) {
      const value = core.renyiDivergence(p, q, order);
      // The rest is ln p of the worst outcome over the order, and in the last pair a sum that misses 1 by nothing.
      expect(Math.abs(value - limit)).toBeLessThanOrEqual(1e-15 * limit);
    }
  }
});

test("weights and skews as small as doubles get keep the divergence finite", () => {
  for (const share of [5e-324, 1e-300])
    for (const rare of [5e-324, 1e-300, 0.5]) {
      const [p, q] = [probabilities(rare < 0.5 ? [rare, 1] : [0.5, 0.5]), second];
      // p ln(p/m) with m = share·p where q = 0, and the other term p ln(p/q) − p + q.
      const expected = rare * -Math.log(share) + (rare < 0.5 ? -rare : 0.5 * Math.log(0.5));
      const skewed = core.skewedKlDivergence(p, q, share);
      expect(Math.abs(skewed - expected)).toBeLessThanOrEqual(1e-14 * expected + 5e-324);
      expect(core.jensenShannonDivergence(p, q, share)).toBeLessThanOrEqual(share * 800);
    }
});

test("the Jensen–Shannon generator holds where 2p/q overflows", () => {
  const [p, q] = [probabilities([0.5, 0.5]), probabilities([6e-309, 1])];
  // All of the first outcome is P's, and the second is ½ against 1.
  const expected = core.jensenShannonDivergence(p, q);
  expect(core.fDivergence(p, q, core.generators.jensenShannon) / expected).toBeCloseTo(1, 14);
  expect(() => core.fDivergence(first, half, { f: (t) => -1 / t })).toThrow(
    new RangeError("fDivergence: generator.atZero or f(0) is -Infinity, expected a number above -Infinity"),
  );
});
