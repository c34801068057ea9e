import { probabilities } from "@surprisal/core";
import { type Pmf, pmfOf } from "./model.ts";

export type Preset = keyof typeof presets;

/** Where the figure can begin. The outcomes are named in words of the page's language, in this order. */
const presets = {
  nineRed: [0.9, 0.1],
  fiveRed: [0.5, 0.5],
  coin: [0.5, 0.5],
  bentCoin: [0.75, 0.25],
  nextWord: [0.28, 0.2, 0.16, 0.12, 0.1, 0.07, 0.05, 0.02],
  noIdea: [0.2, 0.2, 0.2, 0.2, 0.2],
  fairlySure: [0.6, 0.1, 0.1, 0.1, 0.1],
  certain: [1, 0, 0, 0, 0],
} as const;

export const presetNames = Object.keys(presets) as Preset[];

/** @param names Of the outcomes, at least as many as the preset has. */
export function presetPmf(preset: Preset, names: readonly string[]): Pmf {
  const p = probabilities(presets[preset]);
  return pmfOf(names.slice(0, p.length), p);
}
