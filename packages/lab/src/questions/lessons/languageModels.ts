import {
  entropy,
  fromUnit,
  guessingBounds,
  klDivergence,
  type Nats,
  probabilities,
  selfInformation,
  temperature,
  topP,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const tea = probabilities([0.6, 0.25, 0.1, 0.05]);
const coldest = temperature(tea, 0);
const nucleus = topP(tea, 0.85);
const chances = [1 / 2, 1 / 4, 1 / 64];
/** How often the first guess at a letter is right, the second, and so on. */
export const fourGuesses = probabilities([1 / 2, 1 / 4, 1 / 8, 1 / 8]);
const inBits = { unit: "bits", decimals: 3 } as const;

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  coldest: {
    ...inBits,
    expected: klDivergence(coldest, tea),
    mistakes: [
      { name: "swapped", value: klDivergence(tea, coldest) },
      { name: "entropyOfModel", value: entropy(tea) },
      { name: "share", value: fromUnit(tea[0]!, "bits") },
      { name: "entropyOfDrawn", value: entropy(coldest) },
    ],
  },
  nucleus: {
    ...inBits,
    expected: klDivergence(nucleus, tea),
    mistakes: [
      { name: "swapped", value: klDivergence(tea, nucleus) },
      { name: "share", value: fromUnit(0.85, "bits") },
      { name: "lost", value: selfInformation(1 - 0.85) },
      { name: "entropyOfDrawn", value: entropy(nucleus) },
    ],
  },
  three: {
    ...inBits,
    expected: mean(chances.map(selfInformation)),
    mistakes: [
      { name: "sum", value: 3 * mean(chances.map(selfInformation)) },
      { name: "perplexity", value: fromUnit(Math.exp(mean(chances.map(selfInformation))), "bits") },
      { name: "meanOfChances", value: selfInformation(mean(chances)) },
    ],
  },
  bounds: {
    ...inBits,
    decimals: 2,
    expected: guessingBounds(fourGuesses).upper,
    mistakes: [
      { name: "lower", value: guessingBounds(fourGuesses).lower },
      { name: "meanGuesses", value: Math.log([...fourGuesses].reduce((sum, q, i) => sum + q * (i + 1), 0)) },
      { name: "alike", value: Math.log(fourGuesses.length) },
    ],
  },
} satisfies Record<string, Quantity>;

function mean(values: readonly number[]): Nats {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
