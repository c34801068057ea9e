import type { Cloud } from "./cloud.ts";

const lengths = [0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30];

/** The length of a gradient that the plane of a cloud has room for: the next round one. */
export function endOf(cloud: Cloud | undefined): number {
  const all = cloud ? [cloud.truth, ...cloud.estimates.map(({ gradient }) => gradient)] : [];
  const longest = Math.max(0, ...all.map((gradient) => Math.hypot(...gradient)));
  return lengths.find((length) => length >= longest) ?? lengths.at(-1)!;
}
