import {
  bestGaussianForward,
  bestGaussianReverse,
  continuousKl,
  differentialEntropy,
  type GaussianMixture,
  gaussianKl,
  inUnit,
  type Normal,
  normal,
  type Unit,
} from "@surprisal/core";
import { type Information, measured } from "./measured.ts";

export type Gaussian = Normal | GaussianMixture;

/** A number that may come from quadrature: it then has a bound of its error, in the same unit. */
export interface Bounded extends Information {
  error?: number;
}

/** D(P‖Q) and D(Q‖P), in closed form between two Gaussians, else by quadrature. */
export function bothWays(p: Gaussian, q: Gaussian, unit: Unit): [forward: Bounded, reverse: Bounded] {
  return [divergence("D(P‖Q)", p, q, unit), divergence("D(Q‖P)", q, p, unit)];
}

function divergence(symbol: string, truth: Gaussian, model: Gaussian, unit: Unit): Bounded {
  if (truth.family === "normal" && model.family === "normal")
    return exceeding(measured("gaussianKl", symbol, gaussianKl(truth, model), unit));
  const { value, error } = continuousKl(truth, model);
  const divergence = measured("continuousKl", symbol, value <= error ? 0 : value, unit);
  return value === Infinity ? exceeding(divergence) : { ...divergence, error: inUnit(error, unit) };
}

// Between Gaussians and mixtures of them every divergence is finite.
function exceeding(measure: Information): Bounded {
  return measure.value === Infinity ? { ...measure, overflow: true } : measure;
}

export function differential(p: Gaussian, unit: Unit): Bounded {
  const { value, error, evaluations } = differentialEntropy(p);
  return {
    ...measured("differentialEntropy", "h(P)", value, unit),
    ...(evaluations > 0 && { error: inUnit(error, unit) }),
  };
}

/** One Gaussian Q that is best for P in its neighbourhood. */
export interface Fit {
  mean: number;
  sd: number;
  measures: [forward: Bounded, reverse: Bounded];
  /** Zero at an optimum: the norm of the gradient of what was minimised. */
  gradientNorm?: number;
}

/** The Gaussian of least D(P‖Q): the one that has P's mean and standard deviation. */
export function forwardFit(p: Gaussian, unit: Unit): Fit {
  const { mean, sd } = bestGaussianForward(p);
  return { mean, sd, measures: bothWays(p, normal(mean, sd), unit) };
}

// Of a fit found by iteration, what is less is the distance to the optimum.
const settled = 1e-12;

/** Every local optimum of D(Q‖P), least first; a divergence within their accuracy of 0 is 0. */
export function reverseFits(p: Gaussian, unit: Unit): Fit[] {
  return bestGaussianReverse(p).optima.map(({ mean, sd, gradientNorm }) => ({
    mean,
    sd,
    measures: bothWays(p, normal(mean, sd), unit).map((measure) =>
      measure.value < settled ? { ...measure, value: 0 } : measure,
    ) as Fit["measures"],
    gradientNorm,
  }));
}
