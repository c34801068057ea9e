/** A straight line from values to positions; `invert` goes back. Neither clamps. */
export type Scale = { (value: number): number; invert(position: number): number };

/**
 * The scale that takes `domain[0]` to `range[0]` and `domain[1]` to `range[1]`.
 *
 * @throws RangeError if the ends of the domain are equal or not finite.
 */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [from, to] = domain;
  const [start, end] = range;
  const slope = (end - start) / (to - from);
  if (!Number.isFinite(slope)) {
    throw new RangeError(`linearScale: domain is [${from}, ${to}], expected two different finite numbers`);
  }
  return Object.assign((value: number) => start + (value - from) * slope, {
    invert: (position: number) => from + (position - start) / slope,
  });
}
