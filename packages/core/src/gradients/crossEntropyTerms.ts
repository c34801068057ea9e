import type { OutcomeTerms } from "./outcomeTerms.ts";

/** −w p (1 − q)^γ ln q: a cross-entropy whose outcomes weigh w, less so the surer the student is of them already; γ = 0 for no such focus. */
export function focalTerms(gamma: number, weights?: Float64Array): OutcomeTerms {
  const weightOf = (index: number) => weights?.[index] ?? 1;
  return {
    value: ({ p, logP, logQ }, index) => {
      const weight = weightOf(index);
      if (logP === -Infinity || weight === 0) return 0;
      return logQ === -Infinity ? Infinity : 0 - weight * p * doubt(logQ) ** gamma * logQ;
    },
    byProbability: ({ p, q, logP, logQ }, index) => {
      const weight = weightOf(index) * p;
      if (logP === -Infinity || weight === 0) return 0;
      if (q === 0) return -Infinity;
      return 0 - weight * (doubt(logQ) ** gamma / q - gamma * forgone(logQ));
    },
    byLogProbability: ({ p, q, logQ }, index) => {
      const weight = weightOf(index) * p;
      if (q === 0) return 0 - weight;
      return 0 - weight * (doubt(logQ) ** gamma - gamma * q * forgone(logQ));
    },
  };

  /** (1 − q)^(γ−1) ln q, through ln q/(1 − q), which is −1 at q = 1. */
  function forgone(logQ: number): number {
    const rest = doubt(logQ);
    return gamma === 0 ? 0 : rest ** gamma * (rest === 0 ? -1 : logQ / rest);
  }
}

/** 1 − q. */
function doubt(logQ: number): number {
  return -Math.expm1(logQ);
}

/** −q ln p: the surprise, to the teacher, of what the student draws. */
export const reverseCrossEntropyTerms: OutcomeTerms = {
  value: ({ q, logP, logQ }) => {
    if (logQ === -Infinity) return 0;
    return logP === -Infinity ? Infinity : 0 - q * logP;
  },
  byProbability: ({ logP }) => 0 - logP,
  byLogProbability: ({ q, logP }) => (q === 0 ? 0 : 0 - q * logP),
  logGrowth: ({ logQ }) => logQ,
};
