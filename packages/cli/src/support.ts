import { inUnit, klOnCommonSupport, supportMismatch, type Unit } from "@surprisal/core";
import type { Culprit } from "./measured.ts";
import { counted, written } from "./number.ts";
import { outcomeText } from "./outcomes.ts";
import type { Page } from "./page.ts";
import type { Pair } from "./reading.ts";
import { numbers, table } from "./table.ts";
import { wrapped } from "./wrapped.ts";

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
export function explanation(
  directions: readonly Direction[],
  { unit, outcomes }: { unit: Unit; outcomes: number },
  page: Page,
): string[] {
  const reasons = directions.flatMap((direction) => reason(direction, unit, page));
  return reasons.length === 0 ? [] : [...reasons, ...wrapped(advice(outcomes), Math.min(page.width, 80))];
}

// A millionth for a small alphabet; for a large one so little that at most a thousandth of the mass moves.
function advice(outcomes: number): string {
  const exponent = Math.min(-6, Math.floor(Math.log10(1e-3 / outcomes)));
  const epsilon = `1e${exponent}`;
  const added = outcomes * Number(epsilon);
  const moved = written((100 * added) / (1 + added), 2);
  return `Try --smooth epsilon:${epsilon}: in P and Q alike, each p becomes (p + ${epsilon})/(1 + ${outcomes}·${epsilon}), which moves ${moved} % of the mass.`;
}

function reason([why, truth, model]: Direction, unit: Unit, page: Page): string[] {
  const { culprits = [], culpritCount = 0, culpritMass = 0, onCommonSupport } = why;
  if (culpritCount === 0) return [];
  const hidden = culpritCount - culprits.length;
  const many = counted(String(culpritCount), "outcomes");
  const masses = numbers(
    culprits.map(({ mass }) => mass),
    4,
  );
  const rows = culprits.map(({ outcome }, i) => [{ name: outcomeText(outcome) }, masses[i]!]);
  const because = `Infinite, because ${model} gives probability 0 to ${many} of mass ${written(culpritMass, 4)} under ${truth}:`;
  return [
    "",
    ...wrapped(because, page.width),
    ...table(rows, page),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    ...wrapped(
      onCommonSupport === undefined
        ? "There is no outcome that both allow."
        : `Over the outcomes both allow, renormalised, D(${truth}‖${model}) = ${counted(written(onCommonSupport), unit)}.`,
      page.width,
    ),
  ];
}
