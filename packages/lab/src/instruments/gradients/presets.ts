import { probabilities } from "@surprisal/core";
import { type Gradients, gradientsOf } from "./model.ts";

export type Preset = keyof typeof presets;

/** Where the figure can begin: truth, then model. */
const presets = {
  forgotten: [
    [0.49, 0.49, 0.02],
    [0.98, 0.02, 0],
  ],
  rare: [
    [0.49, 0.49, 0.02],
    [0.97, 0.02, 0.01],
  ],
  upsideDown: [
    [0.8, 0.15, 0.05],
    [0.05, 0.15, 0.8],
  ],
  nearby: [
    [0.8, 0.15, 0.05],
    [0.7, 0.2, 0.1],
  ],
} as const;

export const presetNames = Object.keys(presets) as Preset[];

export function presetGradients(preset: Preset): Gradients {
  const [p, q] = presets[preset];
  return gradientsOf(probabilities(p), probabilities(q));
}
