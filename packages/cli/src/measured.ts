import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { written } from "./number.ts";
import type { Outcome } from "./reading.ts";
import { number, table } from "./table.ts";

/** A measured number with its name, its direction and its unit: what `--json` prints of every measure. */
export interface Measured {
  /** The name of the function of the library. */
  measure: string;
  /** As it is written, direction included: `D(P‖Q)`. */
  symbol: string;
  value: number;
  /** A perplexity counts outcomes; distances and coefficients have no unit. */
  unit: Unit | "outcomes" | null;
  /** Only for a family of measures. */
  order?: number;
  /** Only where the value is ∞: the outcomes that make it so, and the probability that the truth gives them. */
  culprits?: Culprit[];
}

export interface Culprit {
  outcome: Outcome;
  mass: number;
}

export interface Information extends Measured {
  unit: Unit;
}

export function measured(measure: string, symbol: string, nats: Nats, unit: Unit): Information {
  return { measure, symbol, value: inUnit(nats, unit), unit };
}

/** One line for each measure and the words beside it, with the signs of equality, the numbers and the words under one another. */
export function equations(measures: readonly (readonly [Measured, words: string])[]): string[] {
  const rows = measures.map(([{ symbol, value, unit }, words]) => [
    symbol,
    "=",
    number(written(value)),
    unit ?? "",
    `  ${words}`,
  ]);
  return table(rows, { width: Infinity, rich: false }, { indent: "", gap: " " });
}

/** `D(P‖Q) = 0.7369655942 bits   truth P, model Q` */
export function equation(measure: Measured, words: string): string {
  return equations([[measure, words]])[0]!;
}
