import {
  gaussianKl,
  klDivergence,
  leashedReward,
  meanFieldGaussian,
  multivariateNormal,
  normal,
  optimalPolicy,
  probabilities,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const inNats = { unit: "nats", decimals: 3 } as const;

/** A crash in the kitchen: the cat or the wind, as likely before; the cat makes such a noise four times as often. */
export const crash = (() => {
  const before = probabilities([0.5, 0.5]);
  const likelihood = [0.8, 0.2];
  const logs = likelihood.map(Math.log);
  const { policy: posterior, value } = optimalPolicy(before, logs, 1);
  return { before, likelihood, posterior, surprise: -value, bound: -leashedReward(before, before, logs, 1) };
})();

export const correlation = 0.8;
const tied = multivariateNormal(
  [0, 0],
  [
    [1, correlation],
    [correlation, 1],
  ],
);
export const code = { mean: 1, sd: 0.5 };
const [told, prior] = [normal(code.mean, code.sd), normal(0, 1)];

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  gap: {
    ...inNats,
    expected: klDivergence(crash.before, crash.posterior),
    mistakes: [
      { name: "swapped", value: klDivergence(crash.posterior, crash.before) },
      { name: "surprise", value: crash.surprise },
      { name: "bound", value: crash.bound },
      { name: "moved", value: 0 },
    ],
  },
  narrow: {
    ...inNats,
    expected: meanFieldGaussian(tied, "reverse").value,
    mistakes: [
      { name: "notHalved", value: 2 * meanFieldGaussian(tied, "reverse").value },
      { name: "notSquared", value: -Math.log1p(-correlation) / 2 },
      { name: "left", value: 1 - correlation ** 2 },
      { name: "nothing", value: 0 },
    ],
  },
  rate: {
    ...inNats,
    expected: gaussianKl(told, prior),
    mistakes: [
      { name: "swapped", value: gaussianKl(prior, told) },
      { name: "onlyWidth", value: gaussianKl(normal(0, code.sd), prior) },
      { name: "onlyMean", value: code.mean ** 2 / 2 },
    ],
  },
} satisfies Record<string, Quantity>;
