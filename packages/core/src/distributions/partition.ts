import type { Density } from "./density.ts";

/**
 * Points to start quadrature from, in order: the ends of all windows and supports, every landmark between them, and around a window that
 * is much narrower than another, points ever farther apart, so that what the narrow one still does in its tails is not overlooked.
 *
 * @param pieces Into how many equal pieces to cut the window of a density that names no landmarks.
 */
export function partition(densities: readonly Density[], pieces: number): number[] {
  const from = Math.min(...densities.map(({ window }) => window[0]));
  const to = Math.max(...densities.map(({ window }) => window[1]));
  const points = densities.flatMap((density) => [
    ...density.window,
    ...(density.support ?? []),
    ...(density.landmarks ?? cut(density.window, pieces)),
    ...outskirts(density.window, from, to),
  ]);
  return [...new Set(points)].filter((x) => from <= x && x <= to).sort((a, b) => a - b);
}

function cut([from, to]: Density["window"], pieces: number): number[] {
  return Array.from({ length: pieces - 1 }, (_, i) => from + ((to - from) * (i + 1)) / pieces);
}

function outskirts([first, last]: Density["window"], from: number, to: number): number[] {
  const points: number[] = [];
  for (let step = (last - first) / 2; step < to - from; step *= 4) points.push(first - step, last + step);
  return points;
}
