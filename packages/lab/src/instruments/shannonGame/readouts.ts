import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Estimate, Measures } from "./measure.ts";
import type { ShannonWords } from "./words/en.ts";

const nothing = "–";

/** The numbers of the row: between what a letter lies by the reader's guesses, what the rival pays, and how far it is behind. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: ShannonWords,
  language: Language,
): Readout[] {
  const amount = (nats: Nats) => inUnit(nats, unit);
  const row = (
    name: string,
    symbol: string,
    of: (measures: Measures) => Estimate | undefined,
    style: { sign?: boolean } = {},
  ) => {
    const value = of(now)?.value;
    const last = before && of(before)?.value;
    const change = value === undefined || last === undefined ? 0 : amount(value) - amount(last);
    return {
      name,
      symbol,
      value: value === undefined ? nothing : formatNumber(amount(value), language, { digits: 2, ...style }),
      delta:
        Math.abs(change) >= 0.005 ? formatNumber(change, language, { digits: 2, sign: true }) : undefined,
    };
  };
  const { least, most, paid, behind } = words.readouts;
  return [
    row(least, words.symbols.lower, ({ you }) => you?.lower),
    row(most, words.symbols.upper, ({ you }) => you?.upper),
    row(paid, words.symbols.paid, ({ rival }) => rival?.paid),
    { ...row(behind, words.symbols.behind, ({ rival }) => rival?.behind, { sign: true }), strong: true },
  ];
}
