import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Ground, Moment } from "./run.ts";
import type { TrainingWords } from "./words/en.ts";

/** The numbers of the row, in amounts a letter. */
export function readoutsOf(
  { floor }: Ground,
  { training, heldOut }: Moment,
  unit: Unit,
  words: TrainingWords,
  language: Language,
): Readout[] {
  const row = (name: string, symbol: string, nats: Nats) => ({
    name,
    symbol,
    value: formatNumber(inUnit(nats, unit), language),
  });
  const { loss, floor: least, gap, held } = words.readouts;
  return [
    row(loss, "H(P̂, Q)", training),
    row(least, "H(P̂)", floor),
    { ...row(gap, "D(P̂ ‖ Q)", training - floor), strong: true },
    row(held, words.heldSymbol, heldOut),
  ];
}
