import * as core from "@surprisal/core";
import { films } from "../errata.ts";
import type { Group } from "./group.ts";

const { p, q } = films;
const pq = ".5,.4,.1 .9,.05,.05";

export const family: Group = {
  id: "family",
  entries: [
    {
      id: "skewedKl",
      symbol: "K_λ(P‖Q)",
      tex: "D(\\truth\\,\\|\\,\\lambda \\truth+(1-\\lambda)\\model)",
      call: "skewedKlDivergence(p, q, 0.5)",
      value: () => core.skewedKlDivergence(p, q, 0.5),
    },
    {
      id: "renyiDivergence",
      symbol: "D_α(P‖Q)",
      tex: "\\frac{1}{\\alpha-1}\\log\\sum_x \\truth(x)^\\alpha \\model(x)^{1-\\alpha}",
      call: "renyiDivergence(p, q, 2)",
      command: `renyi ${pq} --order 2`,
      value: () => core.renyiDivergence(p, q, 2),
    },
    {
      id: "alpha",
      symbol: "A_α(P‖Q)",
      tex: "\\frac{1-\\sum_x \\truth(x)^\\alpha \\model(x)^{1-\\alpha}}{\\alpha(1-\\alpha)}",
      call: "alphaDivergence(p, q, 0.5)",
      command: `compare ${pq}`,
      value: () => core.alphaDivergence(p, q, 0.5),
      plain: true,
    },
    {
      id: "chiSquared",
      symbol: "χ²(P‖Q)",
      tex: "\\sum_x \\frac{(\\truth(x)-\\model(x))^2}{\\model(x)}",
      call: "chiSquaredDivergence(p, q)",
      command: `compare ${pq}`,
      value: () => core.chiSquaredDivergence(p, q),
      plain: true,
    },
    {
      id: "totalVariation",
      symbol: "TV(P,Q)",
      tex: "\\tfrac12\\sum_x |\\truth(x)-\\model(x)|",
      call: "totalVariation(p, q)",
      command: `compare ${pq}`,
      value: () => core.totalVariation(p, q),
      plain: true,
    },
    {
      id: "hellinger",
      symbol: "h(P,Q)",
      tex: "\\sqrt{\\tfrac12\\sum_x \\bigl(\\sqrt{\\truth(x)}-\\sqrt{\\model(x)}\\bigr)^2}",
      call: "hellingerDistance(p, q)",
      command: `compare ${pq}`,
      value: () => core.hellingerDistance(p, q),
      plain: true,
    },
    {
      id: "bhattacharyyaCoefficient",
      symbol: "BC(P,Q)",
      tex: "\\sum_x \\sqrt{\\truth(x)\\,\\model(x)}",
      call: "bhattacharyyaCoefficient(p, q)",
      command: `compare ${pq}`,
      value: () => core.bhattacharyyaCoefficient(p, q),
      plain: true,
    },
    {
      id: "bhattacharyya",
      symbol: "BD(P,Q)",
      tex: "-\\log\\sum_x \\sqrt{\\truth(x)\\,\\model(x)}",
      call: "bhattacharyyaDistance(p, q)",
      command: `compare ${pq}`,
      value: () => core.bhattacharyyaDistance(p, q),
    },
    {
      id: "fDivergence",
      symbol: "D_f(P‖Q)",
      tex: "\\sum_x \\model(x)\\,f\\!\\left(\\frac{\\truth(x)}{\\model(x)}\\right),\\; f(1)=0",
      call: "fDivergence(p, q, generators.squaredHellinger)",
      value: () => core.fDivergence(p, q, core.generators.squaredHellinger),
      plain: true,
    },
  ],
};
