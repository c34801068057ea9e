import {
  crossEntropy,
  fromUnit,
  klDivergence,
  normalize,
  probabilities,
  reweight,
  selfInformation,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inBits = { unit: "bits", decimals: 3 } as const;
/** Black tea, black coffee, iced tea, iced coffee; a teacher of two of them, and the best student with one habit. */
const two = probabilities([0.5, 0, 0, 0.5]);
const four = normalize([1, 1, 1, 1]);
/** Orders of iced tea, iced coffee, green juice, and of anything else. */
const menu = probabilities([0.12, 0.2, 0.12, 0.56]);
const given = reweight(menu, [1, 1, 1, 0]);
const served = menu[0]! + menu[1]! + menu[2]!;

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  habit: {
    ...inBits,
    expected: klDivergence(two, four),
    mistakes: [
      { name: "zero", value: 0 },
      { name: "cost", value: crossEntropy(two, four) },
      { name: "swapped", value: klDivergence(four, two) },
      { name: "share", value: fromUnit(0.5, "bits") },
    ],
  },
  task: {
    ...inBits,
    expected: selfInformation(given[1]!),
    mistakes: [
      { name: "before", value: selfInformation(menu[1]!) },
      { name: "served", value: selfInformation(served) },
      { name: "both", value: selfInformation(menu[1]!) + selfInformation(served) },
      { name: "share", value: fromUnit(given[1]!, "bits") },
    ],
  },
} satisfies Record<string, Quantity>;
