import { fromUnit, selfInformation } from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inBits = { unit: "bits", decimals: 2 } as const;
const [quarter, tenth] = [selfInformation(1 / 4), selfInformation(1 / 10)];
const thousandth = selfInformation(1 / 1000);

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  doors: {
    ...inBits,
    expected: selfInformation(1 / 8),
    mistakes: [
      { name: "outcomes", value: fromUnit(8, "bits") },
      { name: "half", value: fromUnit(4, "bits") },
      { name: "others", value: fromUnit(7, "bits") },
      { name: "chance", value: fromUnit(1 / 8, "bits") },
    ],
  },
  million: {
    ...inBits,
    expected: selfInformation(1 / 1_000_000),
    mistakes: [
      { name: "thousandfold", value: 1000 * thousandth },
      { name: "thousand", value: thousandth },
      { name: "squared", value: fromUnit((thousandth / Math.LN2) ** 2, "bits") },
    ],
  },
  together: {
    ...inBits,
    expected: selfInformation(1 / 40),
    mistakes: [
      { name: "product", value: fromUnit((quarter * tenth) / Math.LN2 ** 2, "bits") },
      { name: "either", value: selfInformation(1 / 4 + 1 / 10) },
      { name: "average", value: (quarter + tenth) / 2 },
      { name: "rarer", value: tenth },
      { name: "chance", value: fromUnit(1 / 40, "bits") },
    ],
  },
} satisfies Record<string, Quantity>;
