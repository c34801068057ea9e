import { probabilities } from "@surprisal/core";
import { type Joint, jointOf } from "./model.ts";
import { type PairCounts, pairsOf } from "./pairs.ts";
import type { JointWords } from "./words/en.ts";

/** P(x), then P(y|x) for each x. */
const tables = {
  umbrella: [
    [0.3, 0.7],
    [0.9, 0.1],
    [0.2, 0.8],
  ],
  copy: [
    [0.5, 0.5],
    [1, 0],
    [0, 1],
  ],
  dice: [
    [0.5, 0.5],
    [0.5, 0.5],
    [0.5, 0.5],
  ],
} as const;

export const presetNames = ["umbrella", "letters", "dice", "copy"] as const;
export type Preset = (typeof presetNames)[number];

/** @param book How the letters of this book follow one another. */
export function presetJoint(preset: Preset, words: JointWords, book: PairCounts): Joint {
  if (preset === "letters") return pairsOf(book, words.kinds);
  const [px, ...given] = tables[preset].map((row) => probabilities(row));
  const { x, y } = words.presetOutcomes[preset];
  return jointOf(x, y, px!, given);
}
