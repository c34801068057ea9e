import {
  conditionalEntropy,
  entropy,
  jointEntropy,
  jointTable,
  marginal,
  mutualInformation,
  pointwiseMutualInformation,
  probabilities,
  selfInformation,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inBits = { unit: "bits", decimals: 3 } as const;
const umbrella = jointTable([0.27, 0.03, 0.14, 0.56], [2, 2]);
/** The same two things in the town of her brother: P(x,y), and the columns. */
export const town = jointTable([0.48, 0.12, 0.04, 0.36], [2, 2]);
const [rain, dry] = [probabilities([0.8, 0.2]), probabilities([0.1, 0.9])];
const noisy = jointTable([0.45, 0.05, 0.05, 0.45], [2, 2]);
const [pairUp] = pointwiseMutualInformation(umbrella);

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  left: {
    ...inBits,
    expected: conditionalEntropy(town, [1], [0]),
    mistakes: [
      { name: "colleague", value: conditionalEntropy(umbrella, [1], [0]) },
      { name: "whole", value: entropy(marginal(town, [1]).p) },
      { name: "unweighted", value: (entropy(rain) + entropy(dry)) / 2 },
      { name: "together", value: jointEntropy(town) },
      { name: "other", value: conditionalEntropy(town, [0], [1]) },
      { name: "information", value: mutualInformation(town) },
    ],
  },
  noisy: {
    ...inBits,
    expected: mutualInformation(noisy),
    mistakes: [
      { name: "left", value: conditionalEntropy(noisy, [1], [0]) },
      { name: "all", value: entropy(marginal(noisy, [1]).p) },
      { name: "together", value: jointEntropy(noisy) },
    ],
  },
  pair: {
    ...inBits,
    expected: pairUp!,
    mistakes: [
      { name: "flipped", value: -pairUp! },
      { name: "weighted", value: 0.27 * pairUp! },
      { name: "surprise", value: selfInformation(0.27) },
      { name: "product", value: selfInformation(0.3 * 0.41) },
      { name: "average", value: mutualInformation(umbrella) },
    ],
  },
  correction: {
    ...inBits,
    expected: (5 - 1) / (2 * 20),
    mistakes: [
      { name: "unseen", value: (7 - 1) / (2 * 20) },
      { name: "notHalved", value: (5 - 1) / 20 },
      { name: "noneLess", value: 5 / (2 * 20) },
    ],
  },
  phantom: {
    ...inBits,
    expected: (5 * 5) / (2 * 40),
    mistakes: [
      { name: "truth", value: 0 },
      { name: "notHalved", value: (5 * 5) / 40 },
      { name: "cells", value: (36 - 1) / (2 * 40) },
      { name: "noneLess", value: 36 / (2 * 40) },
    ],
  },
} satisfies Record<string, Quantity>;
