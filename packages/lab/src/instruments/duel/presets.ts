import { probabilities } from "@surprisal/core";
import { type Duel, duelOf } from "./model.ts";

export type Preset = keyof typeof presets;

/** Where a duel can begin. Their outcomes are named in words of the page's language, in this order. */
const presets = {
  telegraph: [
    [0.5, 0.5],
    [0.9, 0.1],
  ],
  films: [
    [0.5, 0.4, 0.1],
    [0.9, 0.05, 0.05],
  ],
  certain: [
    [1, 0, 0],
    [0.7, 0.2, 0.1],
  ],
} as const;

export const presetNames = Object.keys(presets) as Preset[];

export function presetDuel(preset: Preset, names: readonly string[]): Duel {
  const [p, q] = presets[preset];
  return duelOf(names, probabilities(p), probabilities(q));
}
