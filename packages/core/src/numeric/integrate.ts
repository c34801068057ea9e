import { expectCare, refine } from "./adaptive.ts";
import { panel } from "./gaussKronrod.ts";

/** An integral and how well it is known. */
export type Integral = {
  /** ±∞ where the integrand is infinite, with one sign, on more than a point. */
  readonly value: number;
  /** Bound on |value − truth|: the difference of two Gauss–Kronrod rules, as QUADPACK scales it, plus rounding. */
  readonly error: number;
  /** How often the integrand was called. */
  readonly evaluations: number;
  /** False if the evaluations ran out before the error was within the tolerance; value and error are then what was reached. */
  readonly converged: boolean;
};

/** How carefully {@link integrate} works. */
export type IntegrateOptions = {
  /** Error wanted, relative to the value; 1e-10 unless given. */
  relativeTolerance?: number;
  /** Error that is good enough whatever the value; 0 unless given. */
  absoluteTolerance?: number;
  /** Points strictly inside (from, to) where f jumps or bends, or near which it is narrow: panels end there. */
  breakpoints?: readonly number[];
  /** Most calls of f; 100 000 unless given. */
  maxEvaluations?: number;
};

/**
 * ∫ f over [from, to], by adaptive Gauss–Kronrod quadrature (10 and 21 nodes). f is not called at the ends, nor at breakpoints.
 *
 * A peak narrower than a twentieth of its panel can be missed: name it in `breakpoints`.
 *
 * @param f A function of one number. It may have integrable singularities.
 * @param from Lower end, finite.
 * @param to Upper end, finite, greater than `from`.
 * @throws RangeError if an option is NaN or negative, an end is not finite, from ≥ to, f gives NaN (the message names the point), or
 *   f is +∞ over one interval and −∞ over another.
 * @see Piessens, de Doncker-Kapenga, Überhuber & Kahaner (1983), QUADPACK.
 * @example integrate(Math.sin, 0, Math.PI).value.toFixed(12) // "2.000000000000"
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  {
    relativeTolerance = 1e-10,
    absoluteTolerance = 0,
    breakpoints = [],
    maxEvaluations = 100_000,
  }: IntegrateOptions = {},
): Integral {
  if (typeof f !== "function") throw new TypeError(`integrate: f is ${f}, expected a function`);
  expectCare("integrate", relativeTolerance, maxEvaluations);
  if (!(absoluteTolerance >= 0))
    throw new RangeError(`integrate: absoluteTolerance is ${absoluteTolerance}, expected a number ≥ 0`);
  breakpoints.forEach((x, i) => {
    if (Number.isNaN(x)) throw new RangeError(`integrate: breakpoints[${i}] is NaN, expected a number`);
  });
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to))
    throw new RangeError(`integrate: interval is [${from}, ${to}], expected finite ends, from < to`);
  const write = (x: number, into: Float64Array) => {
    into[0] = f(x);
    if (Number.isNaN(into[0])) throw new RangeError(`integrate: f(${x}) is NaN, expected a number`);
    into[1] = Math.abs(into[0]) * 2 ** -52;
  };
  const inside = [...new Set(breakpoints)].filter((x) => from < x && x < to).sort((a, b) => a - b);
  const ends = [from, ...inside, to];
  const panels = ends.slice(1).map((end, i) => panel(write, 1, ends[i], end));
  const { values, errors, evaluations, converged } = refine(
    write,
    panels,
    ({ values: [value] }) => [Math.max(absoluteTolerance, relativeTolerance * Math.abs(value))],
    maxEvaluations,
  );
  if (Number.isNaN(values[0]))
    throw new RangeError("integrate: f is both +∞ and −∞ over intervals, expected at most one of them");
  return { value: values[0], error: Number.isFinite(values[0]) ? errors[0] : 0, evaluations, converged };
}
