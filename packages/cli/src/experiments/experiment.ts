import { setImmediate } from "node:timers/promises";
import type { Rng, Unit } from "@surprisal/core";
import type { Chart } from "./chart.ts";

/** What an experiment is run with. */
export interface Run {
  rng: Rng;
  /** How often whatever is random is tried. */
  repeats: number;
  unit: Unit;
  /** Called as repeats are done. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}

const breath = 50; // milliseconds of work between two looks at what else there is, such as Ctrl-C

/** What comes of trying something as often as is wanted. */
export async function repeated<T>({ repeats, onProgress }: Run, attempt: () => T): Promise<T[]> {
  const found: T[] = [];
  let rested = performance.now();
  while (found.length < repeats) {
    found.push(attempt());
    onProgress?.(found.length, repeats);
    if (performance.now() - rested < breath) continue;
    await setImmediate();
    rested = performance.now();
  }
  return found;
}

/** Claims that are often printed, and a setting in which they can fail. */
export interface Experiment {
  name: string;
  question: string;
  run(run: Run): Promise<Evidence>;
}

export interface Evidence {
  setting: string;
  findings: Finding[];
  tables: Grid[];
  chart: Chart;
}

/** Columns are named with their units; numbers stand as they are, for JSON. */
export interface Grid {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

const verdicts = ["true", "true with conditions", "false as stated"] as const;

export interface Finding {
  claim: string;
  verdict: (typeof verdicts)[number];
  /** In how many of the cases tried the claim held. */
  held: number;
  cases: number;
  /** What was seen, and where a claim that does not always hold does. */
  because: string;
}

/** The verdict that the cases give: true if the claim held in all, false if in none, and with conditions if in some. */
export function finding(claim: string, cases: readonly boolean[], because: string): Finding {
  const held = cases.filter(Boolean).length;
  const [always, sometimes, never] = verdicts;
  const verdict = held === cases.length ? always : held > 0 ? sometimes : never;
  return { claim, verdict, held, cases: cases.length, because };
}
