import type { Nats } from "@surprisal/core";
import { refit } from "../../figure/frozenScale.ts";
import { measure, type NextWord } from "./model.ts";
import { temperatures } from "./temperatures.ts";

/** Both divergences at every stop of the slider, everything else as it is. */
export type Curves = { readonly fromP: readonly Nats[]; readonly toT: readonly Nats[] };

export function curvesOf(state: NextWord): Curves {
  const all = temperatures.map((t) => measure({ ...state, t }));
  return { fromP: all.map(({ fromP }) => fromP), toT: all.map(({ toT }) => toT) };
}

const least = 0.25;
const inView = temperatures.indexOf(0.2);

/** The end of the scale of the curves after release, in bits: what happens from t = 0.2 up fits under it, and D(T‖P) everywhere. */
export function rescale(end: number, { fromP, toT }: Curves): number {
  const finite = [...fromP, ...toT.slice(inView)].filter(Number.isFinite);
  return refit(end, Math.max(least, ...finite.map((nats) => nats / Math.LN2)));
}

/**
 * A curve as the commands of an SVG path, in pieces where it is infinite; the piece that leaves the top is cut there.
 *
 * @param x Position of each stop, by its index.
 * @param y Position of a height in bits.
 * @param end The top of the scale, in bits.
 */
export function pathOf(
  values: readonly Nats[],
  x: (index: number) => number,
  y: (bits: number) => number,
  end: number,
): string {
  const parts: string[] = [];
  let pen = "M";
  values.forEach((nats, i) => {
    const bits = nats / Math.LN2;
    if (bits <= end) {
      const before = (values[i - 1] ?? 0) / Math.LN2;
      if (pen === "M" && before > end && Number.isFinite(before)) {
        parts.push(`M${point(x(i - 1 + (before - end) / (before - bits)), y(end))}`);
        pen = "L";
      }
      parts.push(`${pen}${point(x(i), y(bits))}`);
      pen = "L";
    } else {
      const before = (values[i - 1] ?? Infinity) / Math.LN2;
      if (pen === "L" && Number.isFinite(bits))
        parts.push(`L${point(x(i - 1 + (end - before) / (bits - before)), y(end))}`);
      pen = "M";
    }
  });
  return parts.join("");
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
