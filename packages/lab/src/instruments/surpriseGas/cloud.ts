import { createRng, type Nats } from "@surprisal/core";

/** Particles in a box: where each one is and where it heads. A place counts on past the walls, and {@link folded} brings it back. */
export type Cloud = {
  /** In widths and heights of the box. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Directions, of length 1. */
  readonly toX: Float64Array;
  readonly toY: Float64Array;
};

export type Size = { readonly width: number; readonly height: number };

// Pixels a second at one bit: slow enough to follow, and four bits are twice as fast.
const pace = 48;

// Past the seeds of draws, so that where a particle is says nothing of what it is.
const ofClouds = 2 ** 32;

/** Particles spread over the box, each heading its own way; equal seeds give equal clouds. */
export function cloudOf(seed: number, count: number): Cloud {
  const rng = createRng(seed + ofClouds);
  const many = () => Float64Array.from({ length: count }, () => rng.next());
  const [x, y, turn] = [many(), many(), many().map((part) => part * 2 * Math.PI)];
  return { x, y, toX: turn.map(Math.cos), toY: turn.map(Math.sin) };
}

/**
 * How fast a particle moves that carries an energy. As in a gas, energy is speed squared: the mean energy of a chamber is its temperature.
 *
 * @returns Pixels a second. A particle of infinite energy is everywhere on its line at once, so that its place does not move.
 */
export function speedOf(energy: Nats): number {
  return energy === Infinity ? 0 : pace * Math.sqrt(energy / Math.LN2);
}

/**
 * Moves the first particles on, in place.
 *
 * @param speeds Of each particle, in pixels a second; as many as move.
 */
export function advance(
  { x, y, toX, toY }: Cloud,
  speeds: readonly number[],
  { width, height }: Size,
  seconds: number,
): void {
  for (let i = 0; i < speeds.length; i++) {
    const way = speeds[i]! * seconds;
    x[i]! += (toX[i]! * way) / width;
    y[i]! += (toY[i]! * way) / height;
  }
}

/** A place inside the box, in [0, 1]: the walls throw particles back. */
export function folded(place: number): number {
  const there = place - 2 * Math.floor(place / 2);
  return there > 1 ? 2 - there : there;
}
