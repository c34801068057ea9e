import { bestGaussianForward, continuousKl, gaussianMixture, normal, selfInformation } from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inNats = { unit: "nats", decimals: 3 } as const;
const bumps = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);
const covering = bestGaussianForward(bumps);
const coveringReverse = continuousKl(bumps, normal(covering.mean, covering.sd), { direction: "reverse" });

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  half: {
    ...inNats,
    expected: selfInformation(0.5),
    mistakes: [
      { name: "forgotten", value: 0 },
      { name: "share", value: 0.5 },
      { name: "weighted", value: 0.5 * selfInformation(0.5) },
      { name: "infinite", value: Infinity },
    ],
  },
  third: {
    ...inNats,
    expected: selfInformation(0.3),
    mistakes: [
      { name: "other", value: selfInformation(0.7) },
      { name: "weighted", value: 0.3 * selfInformation(0.3) },
      { name: "share", value: 0.3 },
      { name: "both", value: 0.3 * selfInformation(0.3) + 0.7 * selfInformation(0.7) },
      { name: "infinite", value: Infinity },
    ],
  },
  least: {
    ...inNats,
    expected: covering.value,
    mistakes: [
      { name: "reverse", value: coveringReverse.value },
      { name: "start", value: continuousKl(bumps, normal(0, 1.5)).value },
    ],
  },
} satisfies Record<string, Quantity>;
