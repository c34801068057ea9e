import { side } from "./pictures.ts";

/** Windows that are about as bright as each other: the squares of all of them as one path. */
export type Level = { readonly brightness: number; readonly path: string };

const steps = 10;

/**
 * A house as a few paths, one for each brightness there is in it; what is nearly dark is left out.
 *
 * @param brightness Of each window, 0 to 1.
 * @param size Of a window; a tenth of it is wall.
 */
export function levelsOf(brightness: ArrayLike<number>, size: number): Level[] {
  const paths = new Map<number, string>();
  for (let i = 0; i < brightness.length; i++) {
    const level = Math.round(brightness[i]! * steps);
    const place = `M${(i % side) * size} ${Math.floor(i / side) * size}`;
    if (level > 0)
      paths.set(level, `${paths.get(level) ?? ""}${place}h${size * 0.9}v${size * 0.9}h${-size * 0.9}z`);
  }
  return [...paths].map(([level, path]) => ({ brightness: level / steps, path }));
}

/** Of logits, how bright the windows are. */
export function brightnessOf(logits: Float64Array): Float64Array {
  return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
}
