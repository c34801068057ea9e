import { probabilities } from "@surprisal/core";
import { type NextWord, nextWordOf } from "./model.ts";

export type Preset = keyof typeof presets;

/** Where the figure can begin. The words stand in the language of the page, in this order. */
const presets = {
  tea: [0.6, 0.25, 0.1, 0.05],
  outing: [0.3, 0.2, 0.15, 0.12, 0.1, 0.07, 0.04, 0.02],
} as const;

export const presetNames = Object.keys(presets) as Preset[];

export function presetWord(preset: Preset, names: readonly string[]): NextWord {
  return nextWordOf(names, probabilities(presets[preset]));
}
