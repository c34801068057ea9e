import { inUnit, klOnCommonSupport, supportMismatch, type Unit } from "@surprisal/core";
import type { Culprit } from "./measured.ts";
import { written } from "./number.ts";
import { outcomeText } from "./outcomes.ts";
import type { Page } from "./page.ts";
import type { Pair } from "./reading.ts";
import { number, table } from "./table.ts";

/** Why a divergence of a truth from a model is infinite. */
export interface Mismatch {
  /** The heaviest of them, as many as are to be shown. */
  culprits: Culprit[];
  culpritCount: number;
  culpritMass: number;
  /** D(truth‖model) over the outcomes that both allow, each renormalised to them; absent when there are none. */
  onCommonSupport?: number;
}

/** Which outcomes the model rules out though the truth has them; nothing to add (`{}`) when there are none. */
export function mismatch({ p, q, label }: Pair, unit: Unit, top: number): Partial<Mismatch> {
  const { outcomes, mass } = supportMismatch(p, q);
  if (outcomes.length === 0) return {};
  const shared = Array.from(p).some((x, i) => x > 0 && q[i]! > 0);
  return {
    culprits: outcomes.slice(0, top).map(({ index, mass }) => ({ outcome: label(index), mass })),
    culpritCount: outcomes.length,
    culpritMass: mass,
    ...(shared && { onCommonSupport: inUnit(klOnCommonSupport(p, q), unit) }),
  };
}

/** An infinite divergence, by the names of its truth and its model. */
export type Direction = readonly [why: Partial<Mismatch>, truth: string, model: string];

/** The lines that explain what is infinite: which outcomes, how much mass, what to do; none where all is finite. */
export function explanation(directions: readonly Direction[], unit: Unit, page: Page): string[] {
  const reasons = directions.flatMap((direction) => reason(direction, unit, page));
  if (reasons.length === 0) return [];
  return [...reasons, "With --smooth epsilon:1e-6 every outcome has some probability, under P and Q alike."];
}

function reason([why, truth, model]: Direction, unit: Unit, page: Page): string[] {
  const { culprits = [], culpritCount = 0, culpritMass = 0, onCommonSupport } = why;
  if (culpritCount === 0) return [];
  const hidden = culpritCount - culprits.length;
  const many = culpritCount === 1 ? "1 outcome" : `${culpritCount} outcomes`;
  const rows = culprits.map(({ outcome, mass }) => [outcomeText(outcome), number(written(mass, 4))]);
  return [
    "",
    `Infinite, because ${model} gives probability 0 to ${many} of mass ${written(culpritMass, 4)} under ${truth}:`,
    ...table(rows, page),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    onCommonSupport === undefined
      ? "There is no outcome that both allow."
      : `Over the outcomes both allow, renormalised, D(${truth}‖${model}) = ${written(onCommonSupport)} ${unit}.`,
  ];
}
