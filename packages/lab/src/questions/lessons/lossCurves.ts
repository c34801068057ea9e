import {
  crossEntropy,
  entropy,
  klDivergence,
  labelSmoothing,
  probabilities,
  selfInformation,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inBits = { unit: "bits", decimals: 3 } as const;
const cat = probabilities([1, 0, 0, 0]);
const smooth = labelSmoothing(cat, 0.1);
const sure = probabilities([0.97, 0.01, 0.01, 0.01]);

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  even: {
    ...inBits,
    expected: selfInformation(1 / 10),
    mistakes: [
      { name: "four", value: selfInformation(1 / 4) },
      { name: "share", value: (1 / 10) * Math.LN2 },
      { name: "others", value: selfInformation(9 / 10) },
      { name: "weighted", value: (1 / 10) * selfInformation(1 / 10) },
      { name: "all", value: 10 * selfInformation(1 / 10) },
    ],
  },
  floor: {
    ...inBits,
    expected: entropy(smooth),
    mistakes: [
      { name: "zero", value: 0 },
      { name: "two", value: entropy(probabilities([0.9, 0.1])) },
      { name: "wrongOnly", value: entropy(probabilities([0.9, 0.1 / 3, 0.1 / 3, 0.1 / 3])) },
      { name: "catAlone", value: selfInformation(smooth[0]!) },
    ],
  },
  left: {
    ...inBits,
    expected: klDivergence(smooth, sure),
    mistakes: [
      { name: "cost", value: crossEntropy(smooth, sure) },
      { name: "floor", value: entropy(smooth) },
      { name: "swapped", value: klDivergence(sure, smooth) },
      { name: "zero", value: 0 },
    ],
  },
} satisfies Record<string, Quantity>;
