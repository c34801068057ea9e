import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { expectPair } from "./pair.ts";

/** A convex function f on (0, ∞) with f(1) = 0, and what happens at its ends. */
export interface Generator {
  /** f(t), for 0 < t < ∞. */
  f(t: number): number;
  /** The limit of f(t) for t → 0, which weighs outcomes with pᵢ = 0 < qᵢ; f(0) when left out. */
  readonly atZero?: number;
  /** The limit of f(t)/t for t → ∞, which weighs outcomes with qᵢ = 0 < pᵢ; needed only if there are such outcomes. */
  readonly atInfinity?: number;
  /**
   * f(1 + d) from d, for |d| ≤ ½: a generator that offers it keeps its digits for near-equal P and Q, where f(1 + d) would
   * round d away.
   */
  aroundOne?(d: number): number;
}

/**
 * The f-divergence Σ qᵢ f(pᵢ/qᵢ) of any generator f.
 *
 * @param p The truth P: n probabilities.
 * @param q The model Q, over the same outcomes.
 * @param generator f and its limits; see `generators` for those of the named divergences.
 * @returns A number in [0, ∞] for a convex f with f(1) = 0; nats when f is made of natural logarithms. Its relative error is
 *   that of f: one without `aroundOne` is off by about 2⁻⁵³·|f′(1)|·Σqᵢ absolutely, so near-equal P and Q keep no digits below
 *   that. Where f(pᵢ/qᵢ) overflows, so does the divergence.
 * @throws RangeError if p and q differ in length, f gives NaN or −∞, or an infinite pᵢ/qᵢ finds no `atInfinity`.
 * @see Csiszár (1967), Information-type measures of difference of probability distributions; Liese & Vajda (2006).
 * @example fDivergence(probabilities([1, 0]), probabilities([0.5, 0.5]), { f: (t) => (t - 1) ** 2 }) // 1
 */
export function fDivergence(p: Probabilities, q: Probabilities, generator: Generator): number {
  const term = generatedTerm("fDivergence", p, q, generator);
  return compensatedSum(p.length, term);
}

/**
 * What each outcome adds to an f-divergence: qᵢ f(pᵢ/qᵢ).
 *
 * @returns n numbers; they sum to `fDivergence(p, q, generator)`.
 * @throws RangeError as `fDivergence` does.
 * @example fDivergenceContributions(probabilities([1, 0]), probabilities([0.5, 0.5]), generators.chiSquared) // [0.5, 0.5]
 */
export function fDivergenceContributions(
  p: Probabilities,
  q: Probabilities,
  generator: Generator,
): Float64Array {
  const term = generatedTerm("fDivergenceContributions", p, q, generator);
  return valuesOf(p).map((_, i) => term(i));
}

function generatedTerm(where: string, p: Probabilities, q: Probabilities, generator: Generator) {
  expectPair(where, p, q, "probabilities");
  if (typeof generator?.f !== "function")
    throw new TypeError(`${where}: generator.f is ${typeof generator?.f}, expected a function`);
  const { aroundOne, atInfinity } = generator;
  const scaled = (weight: number, value: number, source: string) => {
    if (!(value > -Infinity))
      throw new RangeError(`${where}: ${source} is ${value}, expected a number above -Infinity`);
    return weight * value;
  };
  return (i: number): number => {
    const [x, y] = [p[i], q[i]];
    if (x === 0 && y === 0) return 0;
    const t = x / y;
    if (t === 0) return scaled(y, generator.atZero ?? generator.f(0), "generator.atZero or f(0)");
    if (t === Infinity) {
      if (atInfinity === undefined)
        throw new RangeError(`${where}: p[${i}]/q[${i}] is Infinity, expected a generator with atInfinity`);
      return scaled(x, atInfinity, "generator.atInfinity");
    }
    const d = (x - y) / y;
    if (aroundOne && Math.abs(d) <= 0.5) return scaled(y, aroundOne(d), `generator.aroundOne(${d})`);
    return scaled(y, generator.f(t), `generator.f(${t})`);
  };
}

/** Generators of the named divergences, in the form that is never negative: `fDivergence(p, q, generators.kl)` is D(P‖Q). */
export const generators: {
  readonly [name in
    | "kl"
    | "reverseKl"
    | "jensenShannon"
    | "totalVariation"
    | "squaredHellinger"
    | "chiSquared"]: Generator;
} = {
  kl: {
    f: (t) => t * Math.log(t) - t + 1,
    atZero: 1,
    atInfinity: Infinity,
    aroundOne: (d) => -(1 + d) * log1pMinusX(-d / (1 + d)),
  },
  reverseKl: {
    f: (t) => t - 1 - Math.log(t),
    atZero: Infinity,
    atInfinity: 1,
    aroundOne: (d) => 0 - log1pMinusX(d),
  },
  jensenShannon: {
    f: (t) => (t * Math.log(2 * (t / (1 + t))) + Math.log(2 / (1 + t))) / 2,
    atZero: Math.LN2 / 2,
    atInfinity: Math.LN2 / 2,
    aroundOne: (d) => ((1 + d) * log1pMinusX(-d / (2 + 2 * d)) + log1pMinusX(d / 2)) / -2,
  },
  totalVariation: {
    f: (t) => Math.abs(t - 1) / 2,
    atZero: 0.5,
    atInfinity: 0.5,
    aroundOne: (d) => Math.abs(d) / 2,
  },
  squaredHellinger: {
    f: (t) => (Math.sqrt(t) - 1) ** 2 / 2,
    atZero: 0.5,
    atInfinity: 0.5,
    aroundOne: (d) => (d / (Math.sqrt(1 + d) + 1)) ** 2 / 2,
  },
  chiSquared: { f: (t) => (t - 1) ** 2, atZero: 1, atInfinity: Infinity, aroundOne: (d) => d * d },
};
