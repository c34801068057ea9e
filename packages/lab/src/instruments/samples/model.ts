import {
  type Counts,
  chaoShenEntropy,
  chaoWangJostEntropy,
  counts,
  createRng,
  entropy,
  grassbergerEntropy,
  informationFromCounts,
  millerMadowEntropy,
  type Nats,
  nsbEntropy,
  type Probabilities,
  plugInEntropy,
} from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";

/** What is estimated: the entropy of P, or what two independent draws from P say about each other, which is nothing. */
export type Quantity = "entropy" | "information";

export type EstimatorName = "plugIn" | "millerMadow" | "grassberger" | "chaoShen" | "chaoWangJost" | "nsb";

/** A truth, and what somebody who only sees draws makes of it. */
export type Samples = {
  readonly names: readonly string[];
  /** In whole billionths. */
  readonly p: Probabilities;
  readonly of: Quantity;
  /** The estimator that is looked at. */
  readonly estimator: EstimatorName;
  readonly draws: number;
  readonly seed: number;
};

export const mostDraws = 1000;

/** A posterior of an information by NSB is not among them: it needs a prior on pairs. */
export const estimatorsOf: Readonly<Record<Quantity, readonly EstimatorName[]>> = {
  entropy: ["plugIn", "millerMadow", "grassberger", "chaoShen", "chaoWangJost", "nsb"],
  information: ["plugIn", "millerMadow", "grassberger", "chaoShen", "chaoWangJost"],
};

export function samplesOf(names: readonly string[], p: Probabilities, of: Quantity, draws: number): Samples {
  return { names, p: inBillionths(p), of, estimator: "plugIn", draws, seed: 1 };
}

/** @param from P when it was taken hold of: while a drag lasts, proportions are taken from there. */
export function move(state: Samples, index: number, value: number, from: Probabilities = state.p): Samples {
  return { ...state, p: moveOne(from, index, value) };
}

/** Steps of play: one draw each at first, later a twentieth more. */
export function drawMore(state: Samples, steps: number): Samples {
  let { draws } = state;
  for (let i = 0; i < steps; i++) draws += Math.max(1, Math.floor(draws / 20));
  return { ...state, draws: Math.min(mostDraws, draws) };
}

export function setDraws(state: Samples, draws: number): Samples {
  return { ...state, draws };
}

export function reseed(state: Samples, seed: number): Samples {
  return { ...state, seed };
}

export function choose(state: Samples, estimator: EstimatorName): Samples {
  return { ...state, estimator };
}

export function ask(state: Samples, of: Quantity): Samples {
  const isThere = estimatorsOf[of].includes(state.estimator);
  return { ...state, of, estimator: isThere ? state.estimator : "plugIn" };
}

/** What the estimates should come to. */
export function truthOf({ p, of }: Pick<Samples, "p" | "of">): Nats {
  return of === "entropy" ? entropy(p) : 0;
}

/** The first draws of a seed. For an information each is a pair, numbered row by row. */
export function drawsOf({ p, of, seed }: Pick<Samples, "p" | "of" | "seed">, count: number): number[] {
  const rng = createRng(seed);
  const one = () => {
    let left = rng.next();
    const found = [...p].findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return found < 0 ? p.length - 1 : found;
  };
  return Array.from({ length: count }, () => (of === "entropy" ? one() : one() * p.length + one()));
}

export function countsOf({ p, of }: Pick<Samples, "p" | "of">, draws: readonly number[]): Counts {
  const found = new Array<number>(of === "entropy" ? p.length : p.length ** 2).fill(0);
  for (const draw of draws) found[draw]!++;
  return counts(found);
}

const ofEntropy = {
  plugIn: plugInEntropy,
  millerMadow: millerMadowEntropy,
  grassberger: grassbergerEntropy,
  chaoShen: chaoShenEntropy,
  chaoWangJost: chaoWangJostEntropy,
  nsb: (found: Counts) => nsbEntropy(found, found.length).mean,
} as const;

/** One estimate from counts; undefined before the first draw. */
export function estimate(of: Quantity, name: EstimatorName, found: Counts): Nats | undefined {
  if ([...found].every((times) => times === 0)) return undefined;
  if (of === "entropy") return ofEntropy[name](found);
  const size = Math.sqrt(found.length);
  return name === "nsb" ? undefined : informationFromCounts(found, [size, size], name);
}
