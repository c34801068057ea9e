import { expectCare, type Integrals, refine, total } from "../numeric/adaptive.ts";
import { type Integrand, nodesPerPanel, type Panel, panel } from "../numeric/gaussKronrod.ts";
import { type Density, expectDensity } from "./density.ts";
import { partition } from "./partition.ts";

/** How carefully integrals of densities are computed. */
export type QuadratureOptions = {
  /** Error wanted, relative to the integral of the absolute value; 1e-10 unless given. */
  relativeTolerance?: number;
  /** Most evaluations of each density; 100 000 unless given. */
  maxEvaluations?: number;
};

/** Integrals over the line, with the interval that was looked at. */
export type DensityIntegrals = Integrals & {
  readonly window: [number, number];
  /** Whether some integral kept growing however far the window was widened. */
  readonly grows: boolean;
};

/**
 * Writes components to `into[at], into[at + 1], …` and bounds of their rounding to `into[at + size], …`, where `logs` are the
 * log-densities at x and `noise` how far rounding may have moved each.
 */
export type WriteComponents = (
  x: number,
  logs: Float64Array,
  noise: Float64Array,
  into: Float64Array,
  at: number,
  size: number,
) => void;

const u = 2 ** -53;
// Told by the first doublings for anything with an exponential tail; a tail like 1/x² takes 57 of them.
const maxDoublings = 100;
const massTolerance = 1e-6;

/**
 * Integrals over the whole line of things made of some log-densities, with a check that the densities integrate to 1.
 *
 * The window starts as the union of the windows, and is widened, each time by twice as much, until what is added is below rounding.
 *
 * @param densities By the names that errors are to call them.
 * @param count How many components `write` writes.
 * @returns Components in order: one integral per density, its mass; then those written.
 * @throws RangeError if a log-density is NaN or +∞ on an interval, or a density does not integrate to 1 within 10⁻⁶.
 */
export function integrateDensities(
  where: string,
  densities: Readonly<Record<string, Density>>,
  count: number,
  write: WriteComponents,
  { relativeTolerance = 1e-10, maxEvaluations = 100_000 }: QuadratureOptions,
): DensityIntegrals {
  expectCare(where, relativeTolerance, maxEvaluations);
  const names = Object.keys(densities);
  const parts = Object.values(densities);
  for (const name of names) expectDensity(where, name, densities[name]);
  const size = parts.length + count;
  const integrand = joint(where, names, parts, size, write);
  const tolerances = ({ sizes }: Integrals) =>
    sizes.map((value, i) => (i < parts.length ? 1e-9 : relativeTolerance * value));
  const isBlind = parts.some(({ landmarks }) => !landmarks);

  let evaluations = 0;
  for (const pieces of isBlind ? [16, 256, 4096] : [1]) {
    const start = wide(integrand, size, parts, partition(parts, pieces));
    const budget = Math.max(maxEvaluations - evaluations, nodesPerPanel * start.panels.length);
    const integrals = refine(integrand, start.panels, tolerances, budget);
    evaluations += integrals.evaluations;
    const result = { ...integrals, evaluations, window: start.window, grows: start.grows };
    const isInfinite = integrals.values.some((value) => !Number.isFinite(value));
    const wrong = names.findIndex(
      (_, i) => Math.abs(integrals.values[i] - 1) > massTolerance + integrals.errors[i],
    );
    if (wrong < 0 || (isInfinite && Number.isFinite(integrals.values[wrong]))) return result;
    if (pieces === 1 || pieces === 4096 || !integrals.converged) {
      const [from, to] = start.window;
      throw new RangeError(
        `${where}: ${names[wrong]} integrates to ${Number(integrals.values[wrong].toPrecision(8))} over [${from}, ${to}], ` +
          "expected a density, which integrates to 1",
      );
    }
  }
  throw new Error("unreachable");
}

function joint(
  where: string,
  names: readonly string[],
  parts: readonly Density[],
  size: number,
  write: WriteComponents,
): Integrand {
  const logs = new Float64Array(parts.length);
  const noise = new Float64Array(parts.length);
  return (x, into) => {
    for (let i = 0; i < logs.length; i++) {
      const log = parts[i].logDensity(x);
      if (Number.isNaN(log))
        throw new RangeError(`${where}: ${names[i]}.logDensity(${x}) is NaN, expected a number`);
      logs[i] = log;
      // Four roundings of a log-density and of the terms it is made of, among them constants of a few units.
      noise[i] = log === -Infinity ? 0 : 4 * u * (8 + Math.abs(log));
      into[i] = Math.exp(log);
      into[size + i] = into[i] * noise[i];
    }
    write(x, logs, noise, into, logs.length, size);
  };
}

/** Panels over the partition, and outwards until they stop mattering. */
function wide(
  f: Integrand,
  size: number,
  parts: readonly Density[],
  points: readonly number[],
): { panels: Panel[]; window: [number, number]; grows: boolean } {
  const panels = points.slice(1).map((to, i) => panel(f, size, points[i], to));
  const window: [number, number] = [points[0], points[points.length - 1]];
  const { sizes } = total(panels, 0);
  let grows = false;
  for (const side of [0, 1] as const) {
    const out = side === 0 ? -1 : 1;
    const end = out * Math.max(...parts.map(({ support }) => (support ? out * support[side] : Infinity)));
    let length = Math.min(points[points.length - 1] - points[0], Number.MAX_VALUE);
    for (let k = 0; out * window[side] < out * end; k++, length *= 2) {
      if (k === maxDoublings) {
        grows = true;
        break;
      }
      const next = out * Math.min(out * (window[side] + out * length), Number.MAX_VALUE);
      if (next === window[side]) break;
      const added = panel(f, size, Math.min(next, window[side]), Math.max(next, window[side]));
      panels.push(added);
      if (added.sizes.some((value) => value === Infinity)) break;
      if (added.sizes.every((value, i) => value <= 1e-17 * sizes[i])) break;
      window[side] = next;
      for (let i = 0; i < size; i++) sizes[i] += added.sizes[i];
    }
  }
  return { panels, window, grows };
}
