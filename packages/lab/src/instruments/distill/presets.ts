import { probabilities } from "@surprisal/core";
import { type Distill, distillOf } from "./model.ts";

/** What guests order: black, green and iced tea, iced coffee, red wine, green juice, and now and then anything else. */
const shares = probabilities([0.2, 0.16, 0.12, 0.2, 0.18, 0.12, 0.02]);
const kiosk = [0, 0, 1, 1, 0, 1, 0];

/** Where the figure can begin. */
const presets = {
  /** A student with room for one habit, at the start. */
  small: distillOf({ shares }),
  /** Half way, where a temperature has something to do. */
  warm: distillOf({ shares, habits: 2, temperature: 4, steps: 20 }),
  /** Batches that the teacher draws. */
  drawn: distillOf({ shares, habits: 2, drawer: "teacher", steps: 60 }),
  /** Two habits, and a kiosk that sells what is iced or green. */
  kiosk: distillOf({ shares, worth: kiosk, habits: 2, steps: 400 }),
} satisfies Record<string, Distill>;

export type Preset = keyof typeof presets;

export function presetDistill(preset: Preset): Distill {
  return presets[preset];
}
