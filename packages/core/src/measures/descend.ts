/** A divergence at Q = N(mean, sd²), with derivatives by the mean in units of sd and by ln sd: all without dimension. */
export type FitDerivatives = {
  readonly value: number;
  readonly gradient: readonly [byMean: number, byLogSd: number];
  /** Second derivatives: by the mean, mixed, by ln sd. */
  readonly curvature: readonly [number, number, number];
};

/** A place on the half-plane of normal distributions, and what the divergence does there. */
type Place = { mean: number; sd: number; at: FitDerivatives };
type Landscape = (mean: number, sd: number) => FitDerivatives;

const maxSteps = 100;

/** The distinct local minima reached from some starts, in their order. */
export function lowestPlaces(
  landscape: Landscape,
  starts: readonly { readonly mean: number; readonly sd: number }[],
): { mean: number; sd: number; gradientNorm: number }[] {
  const found: { mean: number; sd: number; gradientNorm: number }[] = [];
  for (const { mean, sd } of starts) {
    const end = descend(landscape, mean, sd);
    if (end && !found.some((other) => isSame(other, end))) found.push(end);
  }
  return found;
}

/** Fits from the least value to the greatest. Mirror images differ by rounding only: eleven digits decide, then the mean. */
export function bestFirst<Fit extends { readonly mean: number; readonly value: number }>(
  fits: readonly Fit[],
): Fit[] {
  const rank = ({ value }: Fit) => Number(value.toPrecision(11));
  return fits.toSorted((a, b) => rank(a) - rank(b) || a.mean - b.mean);
}

/**
 * Walks downhill from a normal distribution to a local minimum of a divergence, by Newton's method: along directions that curve down, as if they
 * curved up; never further than 1 (in sd, or in ln sd), and halving until the value falls.
 *
 * @returns Nothing if the value is infinite at the start, or no minimum is reached.
 */
function descend(
  landscape: Landscape,
  mean: number,
  sd: number,
): { mean: number; sd: number; gradientNorm: number } | undefined {
  let place: Place = { mean, sd, at: landscape(mean, sd) };
  if (!Number.isFinite(place.at.value)) return undefined;
  for (let step = 0; step < maxSteps && norm(place.at) > 1e-11; step++) {
    const next = lower(landscape, place, newtonStep(place.at));
    if (!next) break;
    place = next;
  }
  const gradientNorm = norm(place.at);
  if (!(gradientNorm <= 1e-6 && leastCurvature(place.at) > 0)) return undefined;
  return { mean: place.mean, sd: place.sd, gradientNorm };
}

/** The first place along a step, halved as often as needed, that is better; nothing when none is. */
function lower(landscape: Landscape, from: Place, step: [number, number]): Place | undefined {
  const slope = step[0] * from.at.gradient[0] + step[1] * from.at.gradient[1];
  for (let factor = 1; factor > 1e-6; factor /= 2) {
    const mean = from.mean + factor * step[0] * from.sd;
    const sd = from.sd * Math.exp(factor * step[1]);
    const at = landscape(mean, sd);
    const falls = at.value < from.at.value + 1e-4 * factor * Math.min(slope, 0);
    // Near the minimum values agree to all digits, and only the gradient still tells better from worse.
    const settles =
      at.value <= from.at.value + 1e-10 * (1 + Math.abs(from.at.value)) && norm(at) < norm(from.at) / 2;
    if (leastCurvature(from.at) > 0 && norm(from.at) < 1e-4 ? settles : falls) return { mean, sd, at };
  }
  return undefined;
}

function newtonStep(at: FitDerivatives): [number, number] {
  const [a, b, c] = at.curvature;
  const angle = Math.atan2(2 * b, a - c) / 2;
  const axes = [
    [Math.cos(angle), Math.sin(angle)],
    [-Math.sin(angle), Math.cos(angle)],
  ];
  const step: [number, number] = [0, 0];
  for (const [x, y] of axes) {
    const curvature = a * x * x + 2 * b * x * y + c * y * y;
    const slope = at.gradient[0] * x + at.gradient[1] * y;
    let length = -slope / Math.max(Math.abs(curvature), 1e-8);
    // On a ridge the gradient vanishes too: leave it, always to the same side.
    if (curvature < 0 && Math.abs(slope) < 1e-4) length = slope > 0 ? -0.2 : 0.2;
    step[0] += length * x;
    step[1] += length * y;
  }
  const length = Math.hypot(...step);
  return length > 1 ? [step[0] / length, step[1] / length] : step;
}

function leastCurvature({ curvature: [a, b, c] }: FitDerivatives): number {
  return (a + c) / 2 - Math.hypot((a - c) / 2, b);
}

function norm({ gradient }: FitDerivatives): number {
  return Math.hypot(...gradient);
}

function isSame(a: { mean: number; sd: number }, b: { mean: number; sd: number }): boolean {
  return Math.abs(a.mean - b.mean) <= 1e-4 * a.sd && Math.abs(a.sd - b.sd) <= 1e-4 * a.sd;
}
