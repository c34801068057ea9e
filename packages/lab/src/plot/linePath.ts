/** A line through points, as the `d` of an SVG path; a tenth of a unit is as fine as it gets. */
export function linePath(points: Iterable<readonly [x: number, y: number]>): string {
  const parts = Array.from(points, ([x, y]) => `${tenth(x)} ${tenth(y)}`);
  return parts.length > 0 ? `M${parts.join("L")}` : "";
}

/** The area between a line and a level. */
export function areaPath(points: readonly (readonly [x: number, y: number])[], level: number): string {
  if (points.length === 0) return "";
  const [first, last] = [points[0]!, points.at(-1)!];
  return `${linePath(points)}L${tenth(last[0])} ${tenth(level)}L${tenth(first[0])} ${tenth(level)}Z`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
