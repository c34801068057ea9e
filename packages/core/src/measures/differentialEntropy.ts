import type { Density } from "../distributions/density.ts";
import { integrateDensities, type QuadratureOptions } from "../distributions/integrateDensities.ts";
import type { MultivariateNormal } from "../distributions/multivariateNormal.ts";
import type { Nats } from "../units.ts";

/** A differential entropy, with what is known of its error. */
export type DifferentialEntropy = {
  readonly value: Nats;
  /** Bound on |value − truth|. */
  readonly error: Nats;
  /** How often the log-density was called; 0 for a closed form. */
  readonly evaluations: number;
  /** False if the evaluations ran out before the tolerance or rounding was reached. */
  readonly converged: boolean;
};

/** A density that knows its differential entropy in closed form. */
type WithEntropy = { entropy(): Nats };

/**
 * Differential entropy h(P) = −∫ p ln p dx: in closed form where the distribution has one (normal, also multivariate, uniform, exponential,
 * Laplace), by adaptive quadrature otherwise (a mixture, or any log-density).
 *
 * Unlike entropy it can be negative, and it changes with the unit of x: x in centimetres has ln 100 more than x in metres.
 *
 * @param density A distribution, or a log-density with its window.
 * @returns Nats, in [−∞, ∞]; +∞ with error ∞ if the integral kept growing over 100 doublings of the window.
 * @throws RangeError if a density without closed form does not integrate to 1 within 10⁻⁶, or its logarithm is NaN.
 * @see Cover & Thomas (2006), Elements of Information Theory, ch. 8.
 * @example differentialEntropy(uniformDensity(0, 0.5)).value // -0.6931471805599453
 * @example
 * const truth = gaussianMixture([
 *   { weight: 0.5, mean: -2.2, sd: 0.7 },
 *   { weight: 0.5, mean: 2.2, sd: 0.7 },
 * ]);
 * differentialEntropy(truth).value.toFixed(6) // "1.753010"
 */
export function differentialEntropy(
  density: Density | MultivariateNormal | WithEntropy,
  options: QuadratureOptions = {},
): DifferentialEntropy {
  if (hasEntropy(density)) {
    const value = density.entropy();
    return { value, error: (8 + Math.abs(value)) * 2 ** -50, evaluations: 0, converged: true };
  }
  const { values, errors, evaluations, converged, grows } = integrateDensities(
    "differentialEntropy",
    { density },
    1,
    (_, logs, noise, into, at, size) => {
      into[at] = into[0] === 0 ? 0 : -into[0] * logs[0];
      into[at + size] = into[0] === 0 ? 0 : into[0] * (1 + Math.abs(logs[0])) * noise[0];
    },
    options,
  );
  if (grows) return { value: Infinity, error: Infinity, evaluations, converged: false };
  const missing = Math.max(0, Math.abs(values[0] - 1) - errors[0]);
  return { value: values[1], error: errors[1] + (1 + Math.abs(values[1])) * missing, evaluations, converged };
}

function hasEntropy(density: object): density is WithEntropy {
  return (
    typeof density === "object" &&
    density !== null &&
    "entropy" in density &&
    typeof density.entropy === "function"
  );
}
