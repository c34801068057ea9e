import { probabilities } from "@surprisal/core";
import { type Policy, policyOf } from "./model.ts";

/** Where the figure can begin; the replies stand in the language of the page, in this order. */
const presets = {
  /** Replies to a letter. What scores most is written seldom, and is worth least. */
  parcel: (names: readonly string[]) =>
    policyOf({
      names,
      p: probabilities([0.33, 0.3, 0.25, 0.115, 0.005]),
      reward: [0, 1, 0.5, 1.5, 3],
      worth: [0, 1.5, 0.5, 1, -2],
    }),
  /** Nothing but a reference to come back to. */
  target: (names: readonly string[]) =>
    policyOf({
      names,
      p: probabilities([0.4, 0.3, 0.15, 0.1, 0.05]),
      start: probabilities([0.05, 0.1, 0.15, 0.3, 0.4]),
    }),
  /** A policy near its reference. */
  near: (names: readonly string[]) =>
    policyOf({
      names,
      p: probabilities([0.4, 0.3, 0.15, 0.1, 0.05]),
      start: probabilities([0.25, 0.25, 0.25, 0.15, 0.1]),
      seed: 7,
    }),
};

export type Preset = keyof typeof presets;

export function presetPolicy(preset: Preset, names: readonly string[]): Policy {
  return presets[preset](names);
}
