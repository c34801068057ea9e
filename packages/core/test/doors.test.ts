import * as core from "@surprisal/core";
import { counts, normal, probabilities } from "@surprisal/core";
import { describe, expect, test } from "vitest";

const fair = probabilities([0.5, 0.5]);
const table = core.jointTable([0.25, 0.25, 0.25, 0.25], [2, 2]);
const unit = core.multivariateNormal([0], [[1]]);

// What JavaScript lets through and types would not: each is refused by the function that was called, which says what it got.
// biome-ignore lint/suspicious/noExplicitAny: the point of these calls.
const call = core as unknown as Record<string, (...args: any[]) => unknown>;
const nothing = [undefined, null];

describe.each<[name: string, calls: unknown[][]]>([
  ["perplexity", [[[0.5, 0.5]], [undefined]]],
  [
    "crossPerplexity",
    [
      [fair, [0.5, 0.5]],
      [fair, probabilities([1])],
    ],
  ],
  ["alphaDivergence", nothing.map((p) => [p, fair, 2])],
  ["fDivergence", [...nothing, {}].map((generator) => [fair, fair, generator])],
  ["fDivergenceContributions", [[fair, fair, {}]]],
  ["renyiEntropy", [[fair, "1"], [fair]]],
  ["tsallisEntropy", [[fair, "1"], [fair]]],
  ["renyiDivergence", [[fair, fair, "1"]]],
  ["jensenShannonDivergence", [[fair, fair, "0.5"]]],
  ["skewedKlDivergence", [[fair, fair, [0.5]]]],
  ["temperature", [[fair, "1"]]],
  ["selfInformation", [["0.5"], [undefined]]],
  [
    "mixture",
    [
      [fair, fair],
      [undefined, fair],
      [[fair, undefined], fair],
    ],
  ],
  ["probabilities", [[{ length: -1 }], [{ length: 1.5 }], [{ length: Number.NaN }], [undefined], ["1"]]],
  ["gaussianMixture", [...nothing, {}].map((components) => [components])],
  [
    "normal",
    [
      [0, 1e308],
      [-1.7e308, 1e307],
      ["0", 1],
    ],
  ],
  [
    "laplace",
    [
      [0, 1e308],
      [0, Number.MAX_VALUE],
    ],
  ],
  [
    "multivariateNormal",
    [
      [],
      [[0]],
      [
        [0, 0],
        [[1, 0], null],
      ],
      [
        [0, 0],
        [[1, 0], [0]],
      ],
    ],
  ],
  [
    "gaussianKl",
    [
      [undefined, normal(0, 1)],
      [normal(0, 1), unit],
    ],
  ],
  ["multivariateGaussianKl", [[unit], [normal(0, 1), unit], [null, unit]]],
  ["differentialEntropy", [...nothing, 3, {}].map((density) => [density])],
  ["bestGaussianForward", [...nothing, {}].map((density) => [density])],
  ["continuousKl", [[normal(0, 1)], [normal(0, 1), normal(0, 2), { relativeTolerance: Number.NaN }]]],
  [
    "integrate",
    [
      [3, 0, 1],
      [Math.sin, 0, 1, { maxEvaluations: 0 }],
    ],
  ],
  [
    "integrate",
    [
      [Math.sin, 0, 1, { absoluteTolerance: -1 }],
      [Math.sin, 0, 1, { breakpoints: [Number.NaN] }],
    ],
  ],
  ["conditionalEntropy", [[table], [table, [0], 1], [fair, [0], [1]]]],
  ["conditionalMutualInformation", [[table, [0], [1]]]],
  ["marginal", [[table], [table, "0"]]],
  ["mutualInformation", [[table, null], [{ p: fair, shape: [2, 2] }]]],
])("%s", (name, calls) => {
  test.each(calls.map((args) => ({ args })))("names itself: $args", ({ args }) => {
    expect(() => call[name]!(...args)).toThrow(new RegExp(`^${name}: .+, expected `));
  });
});

test("a density that lies at the edge of the doubles is measured, or refused in words", () => {
  expect(core.laplace(0, 1e306).entropy() - core.laplace(0, 1).entropy()).toBeCloseTo(306 * Math.LN10, 10);
  const wide = core.gaussianMixture([
    { weight: 0.5, mean: -1e300, sd: 1e299 },
    { weight: 0.5, mean: 1e300, sd: 1e299 },
  ]);
  // √(1 + 0.01)·1e300, and as small: squares of neither are doubles.
  expect(wide.sd / 1e300).toBeCloseTo(Math.sqrt(1.01), 14);
  const narrow = core.gaussianMixture([{ weight: 1, mean: 0, sd: 1e-200 }]);
  expect(narrow.sd).toBe(1e-200);
});

test("smoothing by a weight near the largest double is uniform", () => {
  expect([...core.laplaceSmoothing(counts([1e308, 1e308]), Number.MAX_VALUE)]).toEqual([0.5, 0.5]);
});
