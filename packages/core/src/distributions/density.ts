import type { Nats } from "../units.ts";

/** A probability density on the line, as its logarithm. Whatever has these fields can be measured: none of them must come from here. */
export type Density = {
  /**
   * ln of the density at x, in nats per unit of x; −∞ where the density is zero, and nowhere else: computed as a logarithm, because
   * the logarithm of a density that underflowed says that the density is zero there.
   */
  readonly logDensity: (x: number) => Nats;
  /** A finite interval where practically all of the mass lies. Quadrature starts from it and looks beyond. */
  readonly window: readonly [number, number];
  /** Where the density can be more than zero, if that is known; its ends may be infinite. */
  readonly support?: readonly [number, number];
  /** Points that say on which scale the density changes: its jumps and kinks, its peaks and some widths around each. */
  readonly landmarks?: readonly number[];
};

/** Refuses what is not a density; the message names the field. */
export function expectDensity(where: string, name: string, density: Density): void {
  if (typeof density?.logDensity !== "function")
    throw new TypeError(`${where}: ${name}.logDensity is ${typeof density?.logDensity}, expected a function`);
  const { window, support = [-Infinity, Infinity] } = density;
  if (!(Array.isArray(window) && Number.isFinite(window[0]) && Number.isFinite(window[1])))
    throw new RangeError(`${where}: ${name}.window is ${show(window)}, expected two finite numbers`);
  if (!(window[0] < window[1]))
    throw new RangeError(`${where}: ${name}.window is ${show(window)}, expected its ends in order`);
  if (!(support[0] <= window[0] && window[1] <= support[1]))
    throw new RangeError(
      `${where}: ${name}.support is ${show(support)}, expected it to hold ${show(window)}`,
    );
}

function show(interval: unknown): string {
  return Array.isArray(interval) ? `[${interval.join(", ")}]` : String(interval);
}
