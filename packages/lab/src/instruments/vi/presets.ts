import { before, type Inference } from "./model.ts";

const at = (mean: number, sd: number) => ({ mean, sd });

/** Where a reader can begin. */
const offered = {
  /** Nothing is known yet but what was known before. */
  prior: { reading: 46, error: 2, q: [before, before], turn: 0 },
  /** Far off, for Q to be mended suitcase by suitcase. */
  far: { reading: 46, error: 2, q: [at(10, 4), at(30, 4)], turn: 0 },
  /** A scale that errs so much that the suitcases hardly know of each other. */
  rough: { reading: 46, error: 10, q: [before, before], turn: 0 },
  /** A scale that hardly errs. */
  exact: { reading: 46, error: 0.5, q: [before, before], turn: 0 },
} as const satisfies Record<string, Inference>;

export type Preset = keyof typeof offered;
export const presetNames = Object.keys(offered) as Preset[];

export function presetInference(preset: Preset): Inference {
  return offered[preset];
}
