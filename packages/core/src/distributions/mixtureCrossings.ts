import type { MixtureComponent } from "./gaussianMixture.ts";

// Where two terms of a logarithm of a sum differ by 36, the smaller adds 10⁻¹⁶.
const reach = 36;

/**
 * Where the largest component of a mixture changes so abruptly that, on the scale of its components, the log-density has a kink: the
 * crossing, and the two points around it beyond which it no longer shows. Far out, two components cross within sd²/distance.
 *
 * @param components Those of weight above 0.
 * @param logTerm ln of the i-th component at x, with its weight.
 */
export function mixtureCrossings(
  components: readonly MixtureComponent[],
  logTerm: (index: number, x: number) => number,
): number[] {
  const points: number[] = [];
  for (const [i, a] of components.entries()) {
    for (const b of components.slice(i + 1)) {
      const scale = Math.min(a.sd, b.sd);
      for (const x of crossings(a, b)) {
        const slope = (x - b.mean) / b.sd / b.sd - (x - a.mean) / a.sd / a.sd;
        const width = reach / Math.abs(slope);
        const isOnTop = components.every((_, other) => logTerm(other, x) <= logTerm(i, x) + reach);
        if (width < 4 * scale && isOnTop) points.push(x - width, x, x + width);
      }
    }
  }
  return points;
}

/** The points where two components, with their weights, are equal: the roots of a quadratic in the distance from the first mean. */
function crossings(a: MixtureComponent, b: MixtureComponent): number[] {
  const ratio = b.sd / a.sd;
  const distance = b.mean - a.mean;
  const square = (1 - ratio) * (1 + ratio);
  const constant = distance ** 2 + 2 * b.sd ** 2 * Math.log((a.weight / b.weight) * ratio);
  const discriminant = distance ** 2 - square * constant;
  if (!(discriminant >= 0)) return [];
  const far = distance + (distance < 0 ? -1 : 1) * Math.sqrt(discriminant);
  return [far / square, constant / far].map((t) => a.mean + t).filter(Number.isFinite);
}
