import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Cost } from "./loss.ts";
import type { VaeWords } from "./words/en.ts";

type Setting = { unit: Unit; words: VaeWords; language: Language };

/** The numbers of the row, in amounts a picture. */
export function readoutsOf({ rate, distortion }: Cost, beta: number, setting: Setting): Readout[] {
  const { unit, words, language } = setting;
  const row = (name: string, symbol: string, nats: Nats) => ({
    name,
    symbol,
    value: formatNumber(inUnit(nats, unit), language, { digits: 2 }),
  });
  const { told, left, bound, minimised } = words.readouts;
  return [
    { ...row(told, "D(Q ‖ P(z))", rate), strong: true },
    row(left, "E_{Q}[−log P(x|z)]", distortion),
    row(bound, "−ELBO", rate + distortion),
    row(minimised, words.minimisedSymbol, distortion + beta * rate),
  ];
}
