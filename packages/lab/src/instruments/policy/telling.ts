import type { Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import type { InnerStep } from "./drift.ts";
import type { Estimates } from "./estimates.ts";
import type { Measures, Tool } from "./model.ts";
import { drawReadouts, leashReadouts, matchReadouts, trainReadouts } from "./readouts.ts";
import { drawsSaid, driftSaid, leashSaid } from "./said.ts";
import type { Means } from "./simulators.ts";
import type { PolicyWords } from "./words/en.ts";

type Shown = {
  readonly measures: Measures;
  readonly before: Measures | undefined;
  /** Batches taken. */
  readonly batches: number;
  readonly drift: readonly InnerStep[];
  readonly estimates: Estimates;
  /** After each draw. */
  readonly means: readonly Means[];
};
type Setting = { unit: Unit; unitName: string; words: PolicyWords; language: Language };

/** The row of numbers of a figure, by what it is for, and the same in a sentence. */
export function tellingOf(
  tool: Tool,
  { measures, before, batches, drift, estimates, means }: Shown,
  setting: Setting,
): { readouts: Readout[]; sentence: string } {
  if (tool === "match")
    return {
      readouts: matchReadouts(batches, measures, drift, setting),
      sentence: driftSaid(drift, measures, setting),
    };
  if (tool === "draws") {
    const [count, latest] = [means.length, means.at(-1) ?? []];
    return {
      readouts: drawReadouts(count, estimates, latest, setting),
      sentence: drawsSaid(count, estimates, latest, setting),
    };
  }
  return {
    readouts:
      tool === "train" ? trainReadouts(batches, measures, setting) : leashReadouts(measures, before, setting),
    sentence: leashSaid(measures, setting),
  };
}
