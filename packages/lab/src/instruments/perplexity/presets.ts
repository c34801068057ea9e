import { type Reading, readingOf } from "./model.ts";
import { truths, width } from "./text.ts";

/** Somebody who weighs the continuations as one would. */
const careful = [
  [0.4, 0.2, 0.15, 0.15, 0.1],
  [0.6, 0.15, 0.1, 0.1, 0.05],
  [0.4, 0.25, 0.15, 0.1, 0.1],
  [0.35, 0.2, 0.2, 0.15, 0.1],
  [0.5, 0.25, 0.1, 0.1, 0.05],
  [0.55, 0.25, 0.1, 0.05, 0.05],
  [0.35, 0.25, 0.15, 0.15, 0.1],
];

const all = (of: (truth: number) => readonly number[]) => truths.map(of);
const sureOf = (word: number) => Array.from({ length: width }, (_, i) => (i === word ? 0.96 : 0.01));

/** Who can be reading, by what they believe at each place. */
const presets = {
  careful,
  shrugs: all(() => Array.from({ length: width }, () => 1 / width)),
  sureAndRight: all(sureOf),
  sureAndWrong: all((truth) => sureOf(truth === 0 ? 1 : 0)),
} as const;

export type Preset = keyof typeof presets;

export const presetNames = Object.keys(presets) as Preset[];

export function presetReading(preset: Preset, revealed: number): Reading {
  return readingOf(presets[preset], revealed);
}
