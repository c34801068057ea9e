import { gaussianMixture, normal } from "@surprisal/core";
import { expect, test } from "vitest";
import { expectConsistent } from "./momentsOf.ts";

const parts = [
  { weight: 0.2, mean: -4, sd: 0.1 },
  { weight: 0.5, mean: 0, sd: 1 },
  { weight: 0.3, mean: 3, sd: 2 },
];

test("gaussianMixture: mass, moments and samples agree", () => {
  expectConsistent(gaussianMixture(parts));
});

test("gaussianMixture is the weighted sum of its components, also where they underflow", () => {
  const mixture = gaussianMixture(parts);
  for (const x of [-4, -1, 0.3, 5]) {
    const sum = parts.reduce(
      (s, { weight, mean, sd }) => s + weight * Math.exp(normal(mean, sd).logDensity(x)),
      0,
    );
    expect(mixture.logDensity(x)).toBeCloseTo(Math.log(sum), 13);
  }
  // At 1000 only the widest is left.
  expect(mixture.logDensity(1000)).toBe(Math.log(0.3) + normal(3, 2).logDensity(1000));
});

test("gaussianMixture of one component is that normal; components of weight 0 do not count", () => {
  const mixture = gaussianMixture([
    { weight: 1, mean: 1, sd: 2 },
    { weight: 0, mean: 1e6, sd: 1 },
  ]);
  expect(mixture.logDensity(0.5)).toBe(normal(1, 2).logDensity(0.5));
  expect([mixture.mean, mixture.sd, ...mixture.window]).toEqual([1, 2, -25, 27]);
});

test("gaussianMixture refuses weights that are no distribution, and sds that are none", () => {
  expect(() => gaussianMixture([{ weight: 0.5, mean: 0, sd: 1 }])).toThrow(/sum to 0\.5/);
  expect(() => gaussianMixture([{ weight: 1, mean: 0, sd: 0 }])).toThrow(
    "sd is 0, expected a number above 0",
  );
  expect(() => gaussianMixture([])).toThrow(RangeError);
});

test("gaussianMixture names the points where one component takes over abruptly from another", () => {
  const { landmarks } = gaussianMixture([
    { weight: 0.5, mean: -20, sd: 0.5 },
    { weight: 0.5, mean: 20, sd: 0.5 },
  ]);
  expect(landmarks).toContain(0);
  // ln of their ratio is 160x: 36 at 0.225.
  expect(landmarks).toContain(0.225);
});

test.each([
  [
    [[0.25, 0, 1]],
    "gaussianMixture: weights sum to 0.25, off by -0.75, expected 1 within 2.2e-16; normalize(weights) makes it so",
  ],
  [
    [
      [0.5, 0, 1],
      [-0.5, 0, 1],
    ],
    "gaussianMixture: weights[1] is -0.5, expected a probability in [0, 1]",
  ],
  [
    [
      [0.5, 0, 1],
      [0.5, 0, 0],
    ],
    "gaussianMixture: components[1].sd is 0, expected a number above 0",
  ],
  [
    [
      [0.5, 0, 1],
      [0.5, NaN, 1],
    ],
    "gaussianMixture: components[1].mean is NaN, expected a finite number",
  ],
])(
  "gaussianMixture of %j says which component is no Gaussian, or what is wrong with the weights",
  (parts, message) => {
    const components = parts.map(([weight, mean, sd]) => ({ weight, mean, sd }));
    expect(() => gaussianMixture(components)).toThrow(new RangeError(message));
  },
);
