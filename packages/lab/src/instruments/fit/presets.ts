import { bestOfAlpha, type Fit, fitOf, setModel } from "./model.ts";

const bump = (mean: number) => ({ mean, sd: 0.7 });
const between = fitOf(bump(-2.2), bump(2.2), 0.5, { mean: 0, sd: 1.5 });

/** Where a reader can begin. */
const offered = {
  between,
  start: fitOf(bump(-2.2), bump(2.2), 0.5, { mean: 1, sd: 0.6 }),
  lopsided: fitOf({ mean: -2, sd: 0.5 }, { mean: 1.5, sd: 1 }, 0.3, { mean: 0, sd: 1.5 }),
  touching: fitOf(bump(-1), bump(1), 0.5, { mean: 0, sd: 1.5 }),
} satisfies Record<string, Fit>;

export const presetNames = Object.keys(offered) as (keyof typeof offered)[];

/** Where a figure can begin: also where a preset's Q is the best of α = 1. */
export type Preset = keyof typeof offered | "covering";

export function presetFit(preset: Preset): Fit {
  return preset === "covering" ? setModel(between, bestOfAlpha(between, 1), 1) : offered[preset];
}
