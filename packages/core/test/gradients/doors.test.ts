import * as core from "@surprisal/core";
import { logits, probabilities } from "@surprisal/core";
import { describe, expect, test } from "vitest";

const fair = probabilities([0.5, 0.5]);
const even = logits([0, 0]);
const kl = { kind: "kl" };

// What JavaScript lets through and types would not: each is refused by the function that was called, which says what it got.
// biome-ignore lint/suspicious/noExplicitAny: the point of these calls.
const call = core as unknown as Record<string, (...args: any[]) => unknown>;

const wrongObjectives = [
  undefined,
  { kind: "forwardKl" },
  { kind: "kl", direction: "backward" },
  { kind: "generalizedJensenShannon", beta: 1.5 },
  { kind: "generalizedJensenShannon" },
  { kind: "skewedKl", lambda: -0.1 },
  { kind: "alpha", alpha: Number.NaN },
  { kind: "alpha", alpha: Infinity },
  { kind: "renyi", order: -1 },
  { kind: "focalCrossEntropy", gamma: -1 },
  { kind: "focalCrossEntropy", gamma: 0, weights: [1, -1] },
  { kind: "focalCrossEntropy", gamma: 0, weights: [1] },
];

describe.each<[name: string, calls: unknown[][]]>([
  [
    "gradientByLogits",
    [
      [kl, fair, fair],
      [kl, undefined, even],
      [kl, fair, undefined],
      [kl, [0.5, 0.5], even],
      [kl, fair, logits([0])],
      [kl, fair, even, { temperature: 0 }],
      [kl, fair, even, { temperature: Infinity }],
      ...wrongObjectives.map((objective) => [objective, fair, even]),
    ],
  ],
  [
    "gradientByProbabilities",
    [[kl, fair, even], [kl, fair, undefined], ...wrongObjectives.map((objective) => [objective, fair, fair])],
  ],
  ["entropyGradientByLogits", [[fair], [undefined], [even, -1]]],
  ["entropyGradientByProbabilities", [[even], [undefined]]],
  [
    "throughSoftmax",
    [
      [fair, undefined],
      [fair, [1]],
      [fair, [1, Infinity]],
      [fair, [1, Number.NaN]],
      [fair, [1, 0], 0],
    ],
  ],
  [
    "reweight",
    [
      [fair, undefined],
      [fair, ["1", "0"]],
      [
        [0.5, 0.5],
        [1, 1],
      ],
    ],
  ],
])("%s", (name, calls) => {
  test.each(calls.map((args) => [args]))("%j", (args) => {
    expect(() => call[name]!(...args)).toThrow(new RegExp(`^${name}: .*(is|has|leave) .*, expected `));
  });
});
