import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./measure.ts";
import type { Code } from "./model.ts";
import type { CoderWords } from "./words/en.ts";

type Row = { readonly measures: Measures; readonly code: Code };

/** What is the least for the letters, the least for the dictionary, what the code took, and how much of that was more than the first. */
export function readoutsOf(
  now: Row,
  before: Row | undefined,
  unit: Unit,
  { readouts }: CoderWords,
  language: Language,
): Readout[] {
  const row = (name: string, symbol: string, of: (row: Row) => Nats): Readout => {
    const value = inUnit(of(now), unit);
    const change = before ? value - inUnit(of(before), unit) : 0;
    const isTold = Number.isFinite(change) && Math.abs(change) >= 0.0005;
    const delta = isTold ? formatNumber(change, language, { sign: true }) : undefined;
    return { name, symbol, value: formatNumber(value, language), delta };
  };
  return [
    row(readouts.floor, "H(P)", ({ measures }) => measures.entropy),
    row(readouts.dictionary, "H(P, Q)", ({ measures }) => measures.crossEntropy),
    row(readouts.paid, "L / n", ({ measures, code }) => measures.paid[code]),
    {
      ...row(readouts.excess, "L / n − H(P)", ({ measures, code }) => measures.paid[code] - measures.entropy),
      strong: true,
    },
  ];
}
