import { linearScale, type Scale } from "../../plot/scale.ts";
import type { Point } from "./model.ts";

/** One outcome as it is drawn: between the line above and the curve below, as wide as P is large. */
type Mark = Point & {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  /** The row of its name, from 0, so that names side by side do not run into one another. */
  readonly row: number;
  /** It lies farther right than the figure shows, and is drawn at the edge. */
  readonly beyond: boolean;
};

export type Layout = {
  readonly x: Scale;
  readonly y: Scale;
  readonly last: number;
  readonly marks: readonly Mark[];
  readonly curve: string;
};

export const rowHeight = 18;

const lowest = -2.4;
const farthest = 6;
const widest = 30;

/** Places the points in a box of `width` × `height`, with `head` kept free for the names above. */
export function layOut(
  points: readonly Point[],
  width: number,
  height: number,
  head: number,
  foot: number,
): Layout {
  const last = Math.min(farthest, Math.max(2.4, ...points.map(({ t }) => t * 1.2)));
  const x = linearScale([0, last], [16, width - 16]);
  const y = linearScale([lowest, last - 1], [height - foot, head]);
  const reach: number[] = [];
  const marks = points.map((point) => {
    const t = Math.min(point.t, last);
    const half = Math.max(24, [...point.name].length * 4);
    const place = x(t);
    let row = 0;
    while ((reach[row] ?? Number.NEGATIVE_INFINITY) > place - half) row++;
    reach[row] = place + half;
    return {
      ...point,
      x: place,
      top: y(t - 1),
      bottom: y(Math.max(lowest, Math.log(t))),
      width: Math.max(2, widest * point.p),
      row,
      beyond: point.t > last,
    };
  });
  return { x, y, last, marks, curve: curveOf(x, y, last) };
}

function curveOf(x: Scale, y: Scale, last: number): string {
  const first = Math.exp(lowest);
  const steps = 80;
  const at = (step: number) => first * (last / first) ** (step / steps);
  return Array.from({ length: steps + 1 }, (_, step) => at(step))
    .map((t, step) => `${step === 0 ? "M" : "L"}${x(t).toFixed(1)} ${y(Math.log(t)).toFixed(1)}`)
    .join("");
}
