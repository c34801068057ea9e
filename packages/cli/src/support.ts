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

/** The lines that explain an infinite divergence: which outcomes, how much mass, what to do; none for a finite one. */
export function explanation(
  { culprits = [], culpritCount = 0, culpritMass = 0, onCommonSupport }: Partial<Mismatch>,
  [truth, model]: readonly [string, string],
  unit: Unit,
  page: Page,
): string[] {
  if (culpritCount === 0) return [];
  const hidden = culpritCount - culprits.length;
  const many = culpritCount === 1 ? "1 outcome" : `${culpritCount} outcomes`;
  return [
    "",
    `Infinite, because ${model} gives probability 0 to ${many} of mass ${written(culpritMass, 4)} under ${truth}:`,
    ...table(
      culprits.map(({ outcome, mass }) => [outcomeText(outcome), number(written(mass, 4))]),
      page,
    ),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    "D becomes finite only by a choice of yours:",
    "  --smooth epsilon:1e-6 gives every outcome some probability, under P and Q alike",
    ...(onCommonSupport === undefined
      ? []
      : [
          `  over the outcomes both allow, renormalised, D(${truth}‖${model}) = ${written(onCommonSupport)} ${unit}`,
        ]),
  ];
}
