import { linePath } from "../../plot/linePath.ts";
import type { Scale } from "../../plot/scale.ts";
import { mostMoments } from "./model.ts";
import type { Moment } from "./run.ts";

const ends = [20, 50, 100, mostMoments];

/** Where the axis of moments ends: the least of a few round numbers that holds them all. */
export function lastMomentShown(moment: number): number {
  return ends.find((end) => end >= moment) ?? mostMoments;
}

type Kind = "training" | "heldOut" | "batch";

export function placesOf(moments: readonly Moment[], kind: Kind, x: Scale, y: Scale) {
  return moments.map((moment, i) => [x(i), y(moment[kind])] as const);
}

/** Dots, as one path whose ends are round. */
export function dotsPath(places: readonly (readonly [number, number])[]): string {
  return places.map((place) => `${linePath([place])}h0`).join("");
}
