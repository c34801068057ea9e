import type { Density } from "./density.ts";

/**
 * Points to start quadrature from, in order: the ends of all windows and supports, and every landmark between them.
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
  ]);
  return [...new Set(points)].filter((x) => from <= x && x <= to).sort((a, b) => a - b);
}

function cut([from, to]: Density["window"], pieces: number): number[] {
  return Array.from({ length: pieces - 1 }, (_, i) => from + ((to - from) * (i + 1)) / pieces);
}
