import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { counted, writtenAlike } from "./number.ts";
import type { Page } from "./page.ts";
import type { Outcome } from "./reading.ts";
import { type Cell, table } from "./table.ts";

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
  /** Only where the value is finite and its double is ∞. */
  overflow?: true;
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

/** What is said of a measure, after its symbol and its value. */
export type Statement = readonly [Measured, words: string];

/** One line for each measure and the words beside it, with the signs of equality, the numbers and the words under one another. */
export function equations(statements: readonly Statement[], page: Page): string[] {
  const values = statements.map(([{ value }]) => value);
  const texts = writtenAlike(values);
  const whole = (text: string) => text.search(/\.|e|$/);
  const most = Math.max(...texts.map((text) => (text.includes("∞") ? 0 : whole(text))));
  const rows = statements.map(([{ symbol, unit, overflow }, words], i): Cell[] => {
    const text = texts[i]!;
    const aligned = text.includes("∞") ? text : " ".repeat(most - whole(text)) + text;
    const value = overflow ? tooLarge : unit === null ? aligned : counted(aligned, unit);
    return [symbol, "=", `${value}  `, { words }];
  });
  return table(rows, page, { indent: "", gap: " " });
}

/** Said in the place of a number that is finite, and has no double. */
export const tooLarge = "finite, too large for a double";

/** `D(P‖Q) = 0.7369655942 bits   truth P, model Q` */
export function equation(measure: Measured, words: string, page: Page): string[] {
  return equations([[measure, words]], page);
}
