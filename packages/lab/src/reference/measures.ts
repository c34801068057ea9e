import * as core from "@surprisal/core";
import { films, student, teacher } from "./errata.ts";

type Entry = {
  readonly id: string;
  readonly symbol: string;
  readonly tex: string;
  /** The call, with p, q and table as in the examples of the page. */
  readonly call: string;
  readonly command?: string;
  /** What the call gives; an amount of information unless it is plain. */
  readonly value: () => number;
  readonly plain?: boolean;
};

export type Group = {
  readonly id: "one" | "two" | "family" | "joint" | "continuous";
  readonly entries: readonly Entry[];
};

const { p, q } = films;
/** Whether it rains against whether one takes the umbrella. */
export const table = core.jointTable([0.3, 0.1, 0.1, 0.5], [2, 2]);
/** Two fair coins, and whether they differ. */
export const xor = core.jointTable([0.25, 0, 0, 0.25, 0, 0.25, 0.25, 0], [2, 2, 2]);
const [narrow, wide] = [core.normal(0, 1), core.normal(1, 2)];
const identity = [
  [1, 0],
  [0, 1],
];
/** Two Gaussians in the plane: one round, the other around another middle and along a slope. */
export const plane = core.multivariateNormal([0, 0], identity);
export const tilted = core.multivariateNormal(
  [1, 0],
  [
    [1, 0.5],
    [0.5, 1],
  ],
);
const pq = ".5,.4,.1 .9,.05,.05";

/** Every measure of the cheat sheet, with its value for the example of its group. */
export const groups: readonly Group[] = [
  {
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
    ],
  },
  {
    id: "two",
    entries: [
      {
        id: "crossEntropy",
        symbol: "H(P,Q)",
        tex: "-\\sum_x \\truth(x)\\log \\model(x)",
        call: "crossEntropy(p, q)",
        command: `cross-entropy ${pq}`,
        value: () => core.crossEntropy(p, q),
      },
      {
        id: "forwardKl",
        symbol: "D(P‖Q)",
        tex: "\\sum_x \\truth(x)\\log\\frac{\\truth(x)}{\\model(x)}",
        call: "klDivergence(p, q)",
        command: `kl ${pq}`,
        value: () => core.klDivergence(p, q),
      },
      {
        id: "reverseKl",
        symbol: "D(Q‖P)",
        tex: "\\sum_x \\model(x)\\log\\frac{\\model(x)}{\\truth(x)}",
        call: 'klDivergence(p, q, "reverse")',
        command: "kl .9,.05,.05 .5,.4,.1",
        value: () => core.klDivergence(p, q, "reverse"),
      },
      {
        id: "crossPerplexity",
        symbol: "PP(P,Q)",
        tex: "e^{H(\\truth,\\model)}",
        call: "crossPerplexity(p, q)",
        command: `perplexity ${pq}`,
        value: () => core.crossPerplexity(p, q),
        plain: true,
      },
      {
        id: "jeffreys",
        symbol: "J(P,Q)",
        tex: "D(\\truth\\|\\model)+D(\\model\\|\\truth)",
        call: "jeffreysDivergence(p, q)",
        command: `compare ${pq}`,
        value: () => core.jeffreysDivergence(p, q),
      },
      {
        id: "jensenShannon",
        symbol: "JS(P,Q)",
        tex: "\\tfrac12 D(\\truth\\|M)+\\tfrac12 D(\\model\\|M),\\; M=\\tfrac{\\truth+\\model}{2}",
        call: "jensenShannonDivergence(p, q)",
        command: `js ${pq}`,
        value: () => core.jensenShannonDivergence(p, q),
      },
      {
        id: "commonSupport",
        symbol: "D(P′‖Q′)",
        tex: "D(P'\\,\\|\\,Q'),\\; P'=\\truth(x\\mid \\truth\\model>0),\\; Q'=\\model(x\\mid \\truth\\model>0)",
        call: "klOnCommonSupport(teacher, student)",
        value: () => core.klOnCommonSupport(teacher, student),
      },
    ],
  },
  {
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
  },
  {
    id: "joint",
    entries: [
      {
        id: "jointEntropy",
        symbol: "H(X,Y)",
        tex: "-\\sum_{x,y} \\truth(x,y)\\log \\truth(x,y)",
        call: "jointEntropy(table)",
        value: () => core.jointEntropy(table),
      },
      {
        id: "conditionalEntropy",
        symbol: "H(Y|X)",
        tex: "H(X,Y)-H(X)",
        call: "conditionalEntropy(table, [1], [0])",
        value: () => core.conditionalEntropy(table, [1], [0]),
      },
      {
        id: "mutualInformation",
        symbol: "I(X;Y)",
        tex: "\\sum_{x,y} \\truth(x,y)\\log\\frac{\\truth(x,y)}{\\truth(x)\\,\\truth(y)}",
        call: "mutualInformation(table)",
        command: "mi FILE.csv:X,Y",
        value: () => core.mutualInformation(table),
      },
      {
        id: "pointwiseMutualInformation",
        symbol: "PMI(x,y)",
        tex: "\\log\\frac{\\truth(x,y)}{\\truth(x)\\,\\truth(y)}",
        call: "pointwiseMutualInformation(table)[0]",
        value: () => core.pointwiseMutualInformation(table)[0]!,
      },
      {
        id: "normalizedMutualInformation",
        symbol: "NMI",
        tex: "\\frac{I(X;Y)}{H(X,Y)}",
        call: 'normalizedMutualInformation(table, "joint")',
        value: () => core.normalizedMutualInformation(table, "joint"),
        plain: true,
      },
      {
        id: "variationOfInformation",
        symbol: "VI(X,Y)",
        tex: "H(X\\mid Y)+H(Y\\mid X)",
        call: "variationOfInformation(table)",
        value: () => core.variationOfInformation(table),
      },
      {
        id: "totalCorrelation",
        symbol: "TC",
        tex: "\\sum_i H(X_i)-H(X_1,\\dots,X_n)",
        call: "totalCorrelation(table)",
        value: () => core.totalCorrelation(table),
      },
      {
        id: "conditionalMutualInformation",
        symbol: "I(X;Y|Z)",
        tex: "H(X\\mid Z)-H(X\\mid Y,Z)",
        call: "conditionalMutualInformation(xor, [0], [1], [2])",
        value: () => core.conditionalMutualInformation(xor, [0], [1], [2]),
      },
      {
        id: "coInformation",
        symbol: "I(X;Y;Z)",
        tex: "I(X;Y)-I(X;Y\\mid Z)",
        call: "coInformation(xor)",
        value: () => core.coInformation(xor),
      },
    ],
  },
  {
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
        tex: "\\tfrac12\\left(\\operatorname{tr}(\\Sigma_Q^{-1}\\Sigma_P)-k-\\log\\det(\\Sigma_Q^{-1}\\Sigma_P)+\\delta^\\top\\Sigma_Q^{-1}\\delta\\right),\\; \\delta=\\mu_P-\\mu_Q",
        call: "multivariateGaussianKl(plane, tilted)",
        value: () => core.multivariateGaussianKl(plane, tilted),
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
  },
];

export const entries = groups.flatMap((group) => group.entries);
