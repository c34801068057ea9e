import type { Density } from "../distributions/density.ts";
import {
  integrateDensities,
  type QuadratureOptions,
  type WriteComponents,
} from "../distributions/integrateDensities.ts";
import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import type { Nats } from "../units.ts";
import { type Direction, directed } from "./klDivergence.ts";

const u = 2 ** -53;

/** A divergence between densities, with what is known of its error. */
export type ContinuousKl = {
  readonly value: Nats;
  /** Bound on |value − truth|, rounding included; 0 where the value is +∞ for certain. */
  readonly error: Nats;
  /** The interval integrated over; beyond it lies nothing that a double could show. */
  readonly window: [number, number];
  /** How often each log-density was called. */
  readonly evaluations: number;
  /** False if the evaluations ran out before the tolerance or rounding was reached: the error then says what was reached. */
  readonly converged: boolean;
};

/** Which direction, and how carefully. */
export type ContinuousKlOptions = QuadratureOptions & { direction?: Direction };

/**
 * Kullback–Leibler divergence of two densities, D(P‖Q) = ∫ p ln(p/q) dx, by adaptive quadrature of log-densities.
 *
 * Integrated as ∫ (p ln(p/q) − p + q) dx, which is never negative anywhere: the value is ≥ 0, keeps its digits when P and Q are
 * near, and shrinks only by what a window leaves out. The window follows both densities; no density is too small to count.
 *
 * The error is an estimate in the way of QUADPACK, plus a bound of rounding. It relies on the landmarks to find narrow peaks; a
 * density that names none is searched on a grid until it integrates to 1.
 *
 * @param p The truth P.
 * @param q The model Q.
 * @returns Nats, in [0, ∞]. +∞ with error 0 if P has density on an interval where Q has none; +∞ with error ∞ and converged
 *   false if the integral kept growing over 100 doublings of the window.
 * @throws RangeError if a density does not integrate to 1 within 10⁻⁶ (a smaller miss is added to the error), a log-density is NaN, or
 *   the direction is neither of the two.
 * @example
 * const truth = gaussianMixture([
 *   { weight: 0.5, mean: -2.2, sd: 0.7 },
 *   { weight: 0.5, mean: 2.2, sd: 0.7 },
 * ]);
 * continuousKl(truth, normal(2.2, 0.7)).value.toFixed(4) // "9.1868"
 * continuousKl(truth, normal(2.2, 0.7), { direction: "reverse" }).value.toFixed(4) // "0.6907"
 * @example continuousKl(uniformDensity(0, 2), uniformDensity(0, 1)).value // Infinity
 */
export function continuousKl(
  p: Density,
  q: Density,
  { direction = "forward", ...options }: ContinuousKlOptions = {},
): ContinuousKl {
  const [truth, model] = directed("continuousKl", 0, 1, direction);
  const write: WriteComponents = (_, logs, noise, into, at, size) => {
    const logTruth = logs[truth];
    const logModel = logs[model];
    const ratio = logModel - logTruth;
    if (logTruth === -Infinity) {
      into[at] = into[model];
      into[at + size] = into[model + size];
    } else if (logModel === -Infinity) {
      into[at] = Infinity;
      into[at + size] = 0;
    } else {
      const gap = into[model] - into[truth];
      const excess = into[truth] * ratio;
      into[at] = Math.abs(ratio) < 1 ? into[truth] * expm1MinusX(ratio) : gap - excess;
      // Derivatives by the two log-densities, the second order for where they vanish, and the roundings of this expression.
      into[at + size] =
        Math.abs(excess) * noise[truth] +
        Math.abs(gap) * noise[model] +
        (into[truth] === 0 ? 0 : into[truth] * (noise[truth] + noise[model]) ** 2) +
        16 * u * into[at];
    }
  };
  const { values, errors, window, evaluations, converged, grows } = integrateDensities(
    "continuousKl",
    { p, q },
    1,
    write,
    options,
  );
  const value = values[2];
  if (value === Infinity) return { value, error: 0, window, evaluations, converged: true };
  if (grows) return { value: Infinity, error: Infinity, window, evaluations, converged: false };
  const missing = [0, 1].map((i) => Math.max(0, Math.abs(values[i] - 1) - errors[i]));
  const error = errors[2] + (1 + value) * (missing[0] + missing[1]);
  return { value, error, window, evaluations, converged };
}
