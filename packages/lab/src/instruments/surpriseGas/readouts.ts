import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Outlook } from "./model.ts";
import type { GasWords } from "./words/en.ts";

/** The three numbers that do not depend on chance, each with its change since `before` where both are finite. */
export function readoutsOf(
  now: Outlook,
  before: Outlook | undefined,
  unit: Unit,
  words: GasWords,
  language: Language,
): Readout[] {
  const row = (name: string, symbol: string, amount: (outlook: Outlook) => Nats) => {
    const change = inUnit(before ? amount(now) - amount(before) : 0, unit);
    const isTold = Math.abs(change) >= 0.0005 && Number.isFinite(change);
    return {
      name,
      symbol,
      value: formatNumber(inUnit(amount(now), unit), language),
      delta: isTold ? formatNumber(change, language, { sign: true }) : undefined,
    };
  };
  return [
    row(words.readouts.knows, "H(P)", ({ knows }) => knows.expected),
    row(words.readouts.believes, "H(P, Q)", ({ believes }) => believes.expected),
    { ...row(words.readouts.waste, "D(P ‖ Q)", ({ waste }) => waste), strong: true },
  ];
}
