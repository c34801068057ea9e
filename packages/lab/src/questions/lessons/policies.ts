import { klDivergence, optimalPolicy, probabilities, selfInformation } from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inNats = { unit: "nats", decimals: 3 } as const;
const half = probabilities([0.5, 0.5]);
const paid = optimalPolicy(half, [1, 0], 1);
const seldom = 0.02;

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  price: {
    ...inNats,
    expected: klDivergence(paid.policy, half),
    mistakes: [
      { name: "swapped", value: klDivergence(half, paid.policy) },
      { name: "value", value: paid.value },
      { name: "share", value: paid.policy[0]! },
    ],
  },
  loose: {
    ...inNats,
    expected: selfInformation(seldom),
    mistakes: [
      { name: "infinite", value: Infinity },
      { name: "share", value: seldom },
      { name: "weighted", value: seldom * selfInformation(seldom) },
    ],
  },
} satisfies Record<string, Quantity>;
