import {
  crossEntropy,
  entropy,
  klContributions,
  klDivergence,
  probabilities,
  selfInformation,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const fair = probabilities([0.5, 0.5]);
const biased = probabilities([0.9, 0.1]);
const inBits = { unit: "bits", decimals: 3 } as const;

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  matched: {
    ...inBits,
    expected: crossEntropy(fair, fair),
    mistakes: [
      { name: "gap", value: klDivergence(fair, fair) },
      { name: "sum", value: 2 * crossEntropy(fair, fair) },
      { name: "before", value: crossEntropy(fair, biased) },
    ],
  },
  believing: {
    ...inBits,
    expected: crossEntropy(fair, biased),
    mistakes: [
      { name: "gap", value: klDivergence(fair, biased) },
      { name: "swapped", value: crossEntropy(biased, fair) },
      { name: "entropyOfModel", value: entropy(biased) },
      { name: "unweighted", value: 2 * crossEntropy(fair, biased) },
      { name: "oneMark", value: selfInformation(biased[0]!) },
      { name: "oneMark", value: selfInformation(biased[1]!) },
    ],
  },
  gap: {
    ...inBits,
    expected: klDivergence(fair, biased),
    mistakes: [
      { name: "swapped", value: klDivergence(fair, biased, "reverse") },
      { name: "cost", value: crossEntropy(fair, biased) },
      ...[...klContributions(fair, biased)].map((value) => ({ name: "oneTerm", value })),
    ],
  },
} satisfies Record<string, Quantity>;
