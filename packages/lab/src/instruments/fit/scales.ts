import { refit } from "../../figure/frozenScale.ts";
import type { Curves } from "./curves.ts";
import type { Measures } from "./model.ts";

/** Where the scales end: the densities, the integrands in nats above and below zero, and the axes of the plane in nats, from and to. */
export type Scales = {
  readonly density: number;
  readonly up: number;
  readonly down: number;
  readonly forward: readonly [number, number];
  readonly reverse: readonly [number, number];
};

export const opening: Scales = { density: 0.6, up: 0.5, down: 0.25, forward: [0.4, 12], reverse: [0.5, 2.5] };

/** The scales after release. */
export function rescale(before: Scales, { p, q, forward, reverse }: Curves, at: Measures): Scales {
  const both = [...forward, ...reverse];
  return {
    density: refit(before.density, Math.max(...p, ...q)),
    up: refit(before.up, Math.max(0.1, ...both)),
    down: refit(before.down, Math.max(0.1, ...both.map((value) => -value))),
    forward: axisFor(before.forward, at.forward),
    reverse: axisFor(before.reverse, at.reverse),
  };
}

// An axis of the plane grows when a place lies outside, by a half more than it takes, and never shrinks: a trail must not jump.
function axisFor([from, to]: readonly [number, number], value: number): [number, number] {
  return [value < from ? Math.max(1e-6, value / 1.5) : from, value > to ? value * 1.5 : to];
}
