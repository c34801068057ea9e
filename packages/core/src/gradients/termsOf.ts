import { isWithin } from "../distributions/parameter.ts";
import type { Direction } from "../measures/klDivergence.ts";
import { focalTerms, reverseCrossEntropyTerms } from "./crossEntropyTerms.ts";
import { mixtureTerms } from "./mixtureTerms.ts";
import type { Objective } from "./objective.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";
import { perOutcome } from "./perOutcome.ts";
import { powerTerms } from "./powerTerms.ts";

type Kind = Objective["kind"];
type Of<K extends Kind> = Extract<Objective, { kind: K }>;

const families: {
  readonly [K in Exclude<Kind, "renyi">]: (where: string, objective: Of<K>, n: number) => OutcomeTerms;
} = {
  kl: (where, { direction }) => klTerms(isForward(where, direction)),
  crossEntropy: (where, { direction }) =>
    isForward(where, direction) ? focalTerms(0) : reverseCrossEntropyTerms,
  focalCrossEntropy: (where, { gamma, weights }, n) => {
    expectWithin(where, "gamma", gamma, 0, Number.MAX_VALUE);
    if (weights === undefined) return focalTerms(gamma);
    const factors = perOutcome(where, "weights", weights, n);
    factors.forEach((weight, i) => {
      expectWithin(where, `weights[${i}]`, weight, 0, Number.MAX_VALUE);
    });
    return focalTerms(gamma, factors);
  },
  generalizedJensenShannon: (where, { beta, continuous = false }) => {
    expectWithin(where, "beta", beta, 0, 1);
    if (beta === 0 || beta === 1) return klTerms(beta === 0);
    const rest = 1 - beta;
    const terms = mixtureTerms({ ofTeacher: beta, ofStudent: rest, share: beta, rest });
    const scale = 1 / beta / rest;
    if (scale === Infinity && continuous) return klTerms(true);
    return continuous ? scaled(terms, scale) : terms;
  },
  skewedKl: (where, { lambda, direction }) => {
    expectWithin(where, "lambda", lambda, 0, 1);
    const forward = isForward(where, direction);
    if (lambda === 0) return klTerms(forward);
    if (lambda === 1) return nothing;
    const rest = 1 - lambda;
    return forward
      ? mixtureTerms({ ofTeacher: 1, ofStudent: 0, share: lambda, rest })
      : mixtureTerms({ ofTeacher: 0, ofStudent: 1, share: rest, rest: lambda });
  },
  alpha: (where, { alpha }) => {
    expectWithin(where, "alpha", alpha, -Number.MAX_VALUE, Number.MAX_VALUE);
    return powerTerms(alpha);
  },
  totalVariation: () => totalVariationTerms,
};

/** Where p = q, ½|p − q| has every slope between −½ and ½: 0 is taken. */
const totalVariationTerms: OutcomeTerms = {
  value: ({ p, q }) => Math.abs(p - q) / 2,
  byProbability: ({ p, q }) => Math.sign(q - p) / 2,
  byLogProbability: ({ p, q }) => (q * Math.sign(q - p)) / 2,
};

const nothing: OutcomeTerms = { value: () => 0, byProbability: () => 0, byLogProbability: () => 0 };

/** The terms of an objective that is a sum over n outcomes, its parameters checked. */
export function termsOf(where: string, objective: Exclude<Objective, Of<"renyi">>, n: number): OutcomeTerms {
  const family = families[objective?.kind] as
    | ((where: string, objective: Objective, n: number) => OutcomeTerms)
    | undefined;
  if (family) return family(where, objective, n);
  const kinds = [...Object.keys(families), "renyi"].join(", ");
  throw new RangeError(`${where}: objective.kind is ${objective?.kind}, expected one of ${kinds}`);
}

function scaled({ value, byProbability, byLogProbability }: OutcomeTerms, scale: number): OutcomeTerms {
  return {
    value: (odds, index) => scale * value(odds, index),
    byProbability: (odds, index) => scale * byProbability(odds, index),
    byLogProbability: (odds, index) => scale * byLogProbability(odds, index),
  };
}

function klTerms(forward: boolean): OutcomeTerms {
  return powerTerms(forward ? 1 : 0);
}

function isForward(where: string, direction: Direction = "forward"): boolean {
  if (direction === "forward" || direction === "reverse") return direction === "forward";
  throw new RangeError(`${where}: direction is ${direction}, expected "forward" or "reverse"`);
}

function expectWithin(where: string, name: string, value: number, low: number, high: number): void {
  if (!isWithin(value, low, high))
    throw new RangeError(`${where}: ${name} is ${value}, expected a number in [${low}, ${high}]`);
}
