import type { Density } from "../distributions/density.ts";
import type { MixtureComponent } from "../distributions/gaussianMixture.ts";
import { partition } from "../distributions/partition.ts";

type Part = { readonly weight: number; readonly mean: number; readonly sd: number };

/** Normal distributions to begin a search from: the moments of every group of neighbouring parts of a density. */
export function startsFor(p: Density & { readonly components?: readonly MixtureComponent[] }): Part[] {
  const parts = (p.components ?? bumps(p)).filter(({ weight }) => weight > 0);
  const sorted = [...parts].sort((a, b) => a.mean - b.mean || a.sd - b.sd);
  return sorted.flatMap((_, from) =>
    sorted.slice(from).map((_, i) => merged(sorted.slice(from, from + i + 1))),
  );
}

function merged(parts: readonly Part[]): Part {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const mean = parts.reduce((sum, part) => sum + part.weight * part.mean, 0) / weight;
  const square = parts.reduce((sum, part) => sum + part.weight * (part.sd ** 2 + (part.mean - mean) ** 2), 0);
  return { weight, mean, sd: Math.sqrt(square / weight) };
}

/** The stretches of a density between its minima on a grid, as weights, means and sds. */
function bumps(p: Density): Part[] {
  const points = partition([p], 256);
  const perPiece = Math.ceil(256 / points.length);
  const grid = points.slice(1).flatMap((to, i) =>
    Array.from({ length: perPiece }, (_, j) => {
      const width = (to - points[i]) / perPiece;
      return { x: points[i] + width * (j + 0.5), width };
    }),
  );
  const logs = grid.map(({ x }) => p.logDensity(x));
  const greatest = Math.max(...logs);
  const parts: Part[] = [];
  let start = 0;
  for (let i = 1; i <= grid.length; i++) {
    const isMinimum =
      i === grid.length ||
      (logs[i] < logs[i - 1] && logs[i] <= (logs[i + 1] ?? -Infinity) && i + 1 < grid.length);
    if (!isMinimum) continue;
    const cells = grid.slice(start, i).map(({ x, width }, k) => ({
      weight: Math.exp(logs[start + k] - greatest) * width,
      mean: x,
      sd: width / Math.sqrt(12),
    }));
    const part = merged(cells);
    if (part.weight > 0) parts.push(part);
    start = i;
  }
  return parts;
}
