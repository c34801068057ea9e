import type { Nats } from "@surprisal/core";
import { linePath } from "../../plot/linePath.ts";
import type { Scale } from "../../plot/scale.ts";
import { mostDraws, type Samples } from "./model.ts";
import { stops } from "./race.ts";

/** The ends of the scale of the chart, in bits: all there could be, and a little below nothing for what is corrected too much. */
export function rangeOf({ of, p }: Pick<Samples, "of" | "p">): readonly [number, number] {
  const most = Math.log2(p.length);
  return of === "entropy" ? [0, most * 1.15] : [-0.35, most * 0.6];
}

/** Where a number of draws stands: by its logarithm, from 2 to the most. */
export function placeOf(draws: number): number {
  return Math.log(Math.max(2, draws) / 2) / Math.log(mostDraws / 2);
}

/** Estimates at the stops as a line, as far as the draws have come. */
export function lineOf(values: readonly Nats[], draws: number, x: Scale, y: Scale): string {
  const shown = stops
    .filter((stop) => stop <= draws)
    .map((stop, i) => [x(placeOf(stop)), y(values[i]! / Math.LN2)] as const);
  return linePath(shown);
}

/** What lies between two lines over all stops, closed. */
export function bandOf(low: readonly Nats[], high: readonly Nats[], x: Scale, y: Scale): string {
  const at = (values: readonly Nats[]) =>
    stops.map((stop, i) => [x(placeOf(stop)), y(values[i]! / Math.LN2)] as const);
  return `${linePath([...at(low), ...at(high).reverse()])}Z`;
}

/** An estimate at some number of draws, between the stops along the line. */
export function valueAt(values: readonly Nats[], draws: number): Nats {
  const after = stops.findIndex((stop) => stop >= draws);
  if (after <= 0) return values[Math.max(0, after)]!;
  const [from, to] = [stops[after - 1]!, stops[after]!];
  const share = Math.log(draws / from) / Math.log(to / from);
  return values[after - 1]! + share * (values[after]! - values[after - 1]!);
}
