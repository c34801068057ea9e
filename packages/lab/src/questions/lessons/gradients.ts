import {
  gradientByLogits,
  gradientByProbabilities,
  gradientMoments,
  logits,
  type Probabilities,
  probabilities,
  reverseKlCost,
  sampledForwardGradient,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

/** What guests want of the three kinds of bun, and what the baker bakes. */
export const buns = { p: probabilities([0.49, 0.49, 0.02]), q: probabilities([0.98, 0.02, 0]) };
/** What he bakes on the next day. */
export const nextDay = probabilities([0.85, 0.05, 0.1]);
/** A fair coin, and a model that is sure of heads. */
export const coin = { p: probabilities([0.5, 0.5]), q: probabilities([0.9, 0.1]) };

export const byLogit = (p: Probabilities, q: Probabilities, direction: "forward" | "reverse") =>
  gradientByLogits({ kind: "kl", direction }, p, logits([...q].map(Math.log)));

const inNats = { unit: "nats", decimals: 3 } as const;
const coinByProbability = gradientByProbabilities({ kind: "kl", direction: "reverse" }, coin.p, coin.q);
const nextDayByProbability = gradientByProbabilities({ kind: "kl" }, buns.p, nextDay);
const [costOfHeads] = reverseKlCost(coin.p, coin.q);

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  missing: {
    unit: "nats",
    decimals: 2,
    expected: byLogit(buns.p, nextDay, "forward").gradient[2]!,
    mistakes: [
      { name: "pull", value: -byLogit(buns.p, nextDay, "forward").gradient[2]! },
      { name: "byProbability", value: nextDayByProbability.gradient[2]! },
      { name: "reverse", value: byLogit(buns.p, nextDay, "reverse").gradient[2]! },
      { name: "other", value: byLogit(buns.p, nextDay, "forward").gradient[1]! },
    ],
  },
  heads: {
    ...inNats,
    expected: byLogit(coin.p, coin.q, "reverse").gradient[0]!,
    mistakes: [
      { name: "pull", value: -byLogit(coin.p, coin.q, "reverse").gradient[0]! },
      { name: "forward", value: byLogit(coin.p, coin.q, "forward").gradient[0]! },
      { name: "notCentred", value: coin.q[0]! * costOfHeads! },
      { name: "unweighted", value: costOfHeads! - byLogit(coin.p, coin.q, "reverse").value },
      { name: "byProbability", value: coinByProbability.gradient[0]! },
    ],
  },
  scatter: {
    ...inNats,
    isSquare: true,
    expected: gradientMoments(sampledForwardGradient(coin.p, coin.q), 1).variance,
    mistakes: [
      { name: "ofModel", value: gradientMoments(sampledForwardGradient(coin.q, coin.q), 1).variance },
      { name: "oneLogit", value: gradientMoments(sampledForwardGradient(coin.p, coin.q), 2).variance },
      { name: "none", value: 0 },
      { name: "all", value: 1 },
    ],
  },
} satisfies Record<string, Quantity>;
