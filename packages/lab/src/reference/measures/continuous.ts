import * as core from "@surprisal/core";
import type { Group } from "./group.ts";

const [narrow, wide] = [core.normal(0, 1), core.normal(1, 2)];
const identity = [
  [1, 0],
  [0, 1],
];
const round = core.multivariateNormal([0, 0], identity);
const tilted = core.multivariateNormal(
  [1, 0],
  [
    [1, 0.5],
    [0.5, 1],
  ],
);

export const continuous: Group = {
  id: "continuous",
  entries: [
    {
      id: "differentialEntropy",
      symbol: "h(P)",
      tex: "-\\int \\truth(x)\\log \\truth(x)\\,dx",
      call: "differentialEntropy(normal(0, 1)).value",
      command: "gaussian 'N(0,1)'",
      value: () => core.differentialEntropy(narrow).value,
    },
    {
      id: "gaussianKl",
      symbol: "D(P‖Q)",
      tex: "\\log\\frac{\\sigma_Q}{\\sigma_P}+\\frac{\\sigma_P^2+(\\mu_P-\\mu_Q)^2}{2\\sigma_Q^2}-\\frac12",
      call: "gaussianKl(normal(0, 1), normal(1, 2))",
      command: "gaussian 'N(0,1)' 'N(1,2)'",
      value: () => core.gaussianKl(narrow, wide),
    },
    {
      id: "multivariateGaussianKl",
      symbol: "D(P‖Q)",
      tex: "\\tfrac12\\bigl(\\operatorname{tr}(\\Sigma_Q^{-1}\\Sigma_P)-k-\\log\\det(\\Sigma_Q^{-1}\\Sigma_P)+\\delta^\\top\\Sigma_Q^{-1}\\delta\\bigr),\\; \\delta=\\mu_P-\\mu_Q",
      call: "multivariateGaussianKl(multivariateNormal([0, 0], [[1, 0], [0, 1]]), multivariateNormal([1, 0], [[1, 0.5], [0.5, 1]]))",
      value: () => core.multivariateGaussianKl(round, tilted),
    },
    {
      id: "meanFieldGaussian",
      symbol: "min D(Q‖P)",
      tex: "\\tfrac12\\log\\frac{\\prod_i \\Lambda_{ii}}{\\det\\Lambda},\\; \\Lambda=\\Sigma_P^{-1}",
      call: 'meanFieldGaussian(multivariateNormal([1, 0], [[1, 0.5], [0.5, 1]]), "reverse").value',
      value: () => core.meanFieldGaussian(tilted, "reverse").value,
    },
    {
      id: "continuousKl",
      symbol: "D(P‖Q)",
      tex: "\\int \\truth(x)\\log\\frac{\\truth(x)}{\\model(x)}\\,dx",
      call: "continuousKl(laplace(0, 1), normal(0, 2)).value",
      value: () => core.continuousKl(core.laplace(0, 1), core.normal(0, 2)).value,
    },
    {
      id: "continuousAlpha",
      symbol: "A_α(P‖Q)",
      tex: "\\frac{1-\\int \\truth(x)^\\alpha \\model(x)^{1-\\alpha}\\,dx}{\\alpha(1-\\alpha)}",
      call: "continuousAlpha(laplace(0, 1), normal(0, 2), 0.5).value",
      value: () => core.continuousAlpha(core.laplace(0, 1), core.normal(0, 2), 0.5).value,
      plain: true,
    },
  ],
};
