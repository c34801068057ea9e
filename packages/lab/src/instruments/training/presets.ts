import type { Training } from "./model.ts";

/** Where the figure can begin. */
const presets = {
  /** Two letters seen, and some hundred steps done. */
  begun: { memory: 2, rate: 0.01, seed: 1, moment: 30 },
  /** One letter seen: a model that could be a table of pairs. */
  pairs: { memory: 1, rate: 0.003, seed: 1, moment: 60 },
} satisfies Record<string, Training>;

export type Preset = keyof typeof presets;

export function presetTraining(preset: Preset): Training {
  return presets[preset];
}
