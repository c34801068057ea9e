import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { logOf } from "../../figure/format.ts";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { PmfWords } from "./words/en.ts";

/** The four numbers of the row, each with its change since `before`. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: PmfWords,
  language: Language,
): Readout[] {
  const write = (nats: Nats, sign = false) => formatNumber(inUnit(nats, unit), language, { sign });
  const delta = (measure: "entropy" | "ceiling" | "room") => {
    const change = before ? now[measure] - before[measure] : 0;
    return Math.abs(inUnit(change, unit)) >= 0.0005 ? write(change, true) : undefined;
  };
  const many = before ? now.effective - before.effective : 0;
  const { readouts } = words;
  const log = `${logOf[unit]} ${now.surprises.length}`;
  return [
    {
      name: readouts.entropy,
      symbol: "H(P)",
      value: write(now.entropy),
      delta: delta("entropy"),
      strong: true,
    },
    {
      name: readouts.effective,
      symbol: { bits: "2^H", nats: "e^H", bans: "10^H" }[unit],
      value: formatNumber(now.effective, language, { digits: 2 }),
      unit: words.outcomes,
      delta: Math.abs(many) >= 0.005 ? formatNumber(many, language, { digits: 2, sign: true }) : undefined,
    },
    { name: readouts.ceiling, symbol: log, value: write(now.ceiling), delta: delta("ceiling") },
    { name: readouts.room, symbol: `${log} − H(P)`, value: write(now.room), delta: delta("room") },
  ];
}
