import * as core from "@surprisal/core";
import { films } from "../errata.ts";
import type { Group } from "./group.ts";

const { p } = films;

export const one: Group = {
  id: "one",
  entries: [
    {
      id: "selfInformation",
      symbol: "I(x)",
      tex: "-\\log \\truth(x)",
      call: "selfInformation(p[2])",
      value: () => core.selfInformation(p[2]!),
    },
    {
      id: "entropy",
      symbol: "H(P)",
      tex: "-\\sum_x \\truth(x)\\log \\truth(x)",
      call: "entropy(p)",
      command: "entropy .5,.4,.1",
      value: () => core.entropy(p),
    },
    {
      id: "perplexity",
      symbol: "PP(P)",
      tex: "e^{H(\\truth)}",
      call: "perplexity(p)",
      command: "perplexity .5,.4,.1",
      value: () => core.perplexity(p),
      plain: true,
    },
    {
      id: "renyiEntropy",
      symbol: "H_α(P)",
      tex: "\\frac{1}{1-\\alpha}\\log\\sum_x \\truth(x)^\\alpha",
      call: "renyiEntropy(p, 2)",
      command: "renyi .5,.4,.1 --order 2",
      value: () => core.renyiEntropy(p, 2),
    },
    {
      id: "tsallisEntropy",
      symbol: "S_α(P)",
      tex: "\\frac{1-\\sum_x \\truth(x)^\\alpha}{\\alpha-1}",
      call: "tsallisEntropy(p, 2)",
      value: () => core.tsallisEntropy(p, 2),
      plain: true,
    },
    {
      id: "guessingBounds",
      symbol: "H ≥",
      tex: "\\sum_i i\\,(\\truth_i - \\truth_{i+1})\\log i",
      call: "guessingBounds(p).lower",
      value: () => core.guessingBounds(p).lower,
    },
  ],
};
