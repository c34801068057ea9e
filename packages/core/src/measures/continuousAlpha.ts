import type { Density } from "../distributions/density.ts";
import {
  integrateDensities,
  type QuadratureOptions,
  type WriteComponents,
} from "../distributions/integrateDensities.ts";
import type { Nats } from "../units.ts";
import { alphaGap, oddsOfLogs } from "./alphaGap.ts";
import { expectAlpha } from "./expectAlpha.ts";

const u = 2 ** -53;

/**
 * Amari's α-divergence of two densities, ∫ (p^α q^(1−α) − αp − (1−α)q) dx / (α(α − 1)), by adaptive quadrature. As in
 * `alphaDivergence`, α = 1 is D(P‖Q), α = 0 is D(Q‖P), and α = ½ is four times the squared Hellinger distance.
 *
 * @param p The truth P.
 * @param q The model Q.
 * @param alpha In [0, 1]; in between the divergence is finite whatever P and Q are, at most 1/(α(1 − α)).
 * @returns Nats, in [0, ∞], with a bound on the error.
 * @throws RangeError if alpha is outside [0, 1], or for the reasons `continuousKl` has.
 * @see Cichocki & Amari (2010), Families of alpha-, beta- and gamma-divergences.
 * @example continuousAlpha(normal(0, 1), normal(1, 1), 1).value.toFixed(6) // "0.500000"
 */
export function continuousAlpha(
  p: Density,
  q: Density,
  alpha: number,
  options: QuadratureOptions = {},
): { value: Nats; error: Nats } {
  expectAlpha("continuousAlpha", alpha);
  // Rounding of p^α q^(1−α) is divided by α(1 − α), or at the ends multiplied by the logarithm that takes its place.
  const divisor = alpha * (1 - alpha);
  const write: WriteComponents = (_, logs, noise, into, at, size) => {
    const [logP, logQ] = [logs[0], logs[1]];
    const ratio = logP - logQ;
    const both = logP === -Infinity && logQ === -Infinity;
    into[at] = both ? 0 : alphaGap(oddsOfLogs(logP, logQ), alpha);
    const blown = Math.min(divisor === 0 ? Infinity : 1 / divisor, 2 + Math.abs(ratio));
    const moved = into[0] * (noise[0] + 8 * u) + into[1] * (noise[1] + 8 * u);
    into[at + size] = moved === 0 || into[at] === Infinity ? 0 : moved * blown;
  };
  const result = integrateDensities("continuousAlpha", { p, q }, 1, write, options);
  const value = result.values[2];
  if (value === Infinity) return { value, error: 0 };
  if (result.grows) return { value: Infinity, error: Infinity };
  const missing = [0, 1].map((i) => Math.max(0, Math.abs(result.values[i] - 1) - result.errors[i]));
  return { value, error: result.errors[2] + (1 + value) * (missing[0] + missing[1]) };
}
