import { probabilities } from "@surprisal/core";
import { duelOf } from "../duel/model.ts";
import type { Gas } from "./model.ts";

export type Preset = keyof typeof presets;

/** Where the figure can begin. The outcomes are named in words of the page's language, in this order. */
const presets = {
  films: { p: [0.5, 0.4, 0.1], q: [0.9, 0.05, 0.05], seed: 1, drawn: 60 },
  dictionary: {
    p: [1 / 2, 1 / 8, 1 / 8, 1 / 8, 1 / 8],
    q: [1 / 16, 1 / 16, 1 / 8, 1 / 4, 1 / 2],
    seed: 1,
    drawn: 60,
  },
  never: { p: [0.6, 0.38, 0.02], q: [0.7, 0.3, 0], seed: 4, drawn: 60 },
} as const;

export const presetNames = Object.keys(presets) as Preset[];

export function presetGas(preset: Preset, names: readonly string[]): Gas {
  const { p, q, seed, drawn } = presets[preset];
  return { duel: duelOf(names, probabilities(p), probabilities(q)), seed, drawn };
}
