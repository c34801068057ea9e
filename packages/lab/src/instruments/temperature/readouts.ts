import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { TemperatureWords } from "./words/en.ts";

type Shown = "entropyT" | "fromP" | "toT";

/** The numbers of the row, each with its change since `before` where both are finite. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: TemperatureWords,
  language: Language,
): Readout[] {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const row = (name: string, symbol: string, measure: Shown) => {
    const change = before ? now[measure] - before[measure] : 0;
    const isTold = Number.isFinite(change) && Math.abs(inUnit(change, unit)) >= 0.0005;
    return { name, symbol, value: write(now[measure]), delta: isTold ? write(change, true) : undefined };
  };
  const { entropy, fromP, toT, tail, tailSymbol, tailUnit } = words.readouts;
  return [
    row(entropy, "H(T)", "entropyT"),
    { ...row(fromP, "D(T ‖ P)", "fromP"), strong: true },
    row(toT, "D(P ‖ T)", "toT"),
    { name: tail, symbol: tailSymbol, value: formatNumber(now.tail, language), unit: tailUnit },
  ];
}
