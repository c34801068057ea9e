import { probabilities } from "@surprisal/core";
import { type Samples, samplesOf } from "./model.ts";
import type { SamplesWords } from "./words/en.ts";

/** Where the figure can begin. */
const presets = {
  shop: { p: [0.4, 0.2, 0.15, 0.1, 0.08, 0.05, 0.02], of: "entropy", draws: 20 },
  even: { p: new Array<number>(8).fill(1 / 8), of: "entropy", draws: 20 },
  dice: { p: new Array<number>(6).fill(1 / 6), of: "information", draws: 40 },
} as const;

export type Preset = keyof typeof presets;
export const presetNames = Object.keys(presets) as Preset[];

export function presetSamples(preset: Preset, words: SamplesWords): Samples {
  const { p, of, draws } = presets[preset];
  return samplesOf(words.presetOutcomes[preset], probabilities(p), of, draws);
}
