import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { formatShort } from "../../figure/format.ts";
import type { Readout } from "../../figure/Readouts.svelte";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { SurpriseWords } from "./words/en.ts";

/** The numbers of the row; surprises with their change since `before`, where both are finite. */
export function readoutsOf(
  { each, all, total }: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: SurpriseWords,
  language: Language,
): Readout[] {
  const amount = (now: Nats, then: Nats | undefined) => {
    const change = inUnit(then === undefined ? 0 : now - then, unit);
    const counts = Number.isFinite(change) && Math.abs(change) >= 0.0005;
    return {
      value: formatNumber(inUnit(now, unit), language),
      delta: counts ? formatNumber(change, language, { sign: true }) : undefined,
    };
  };
  const { probability, oneIn, surpriseOf, product, total: both } = words.readouts;
  const surprises = each.map((nats, i) => {
    const event = words.events[i]!;
    const name = fill(surpriseOf, { event });
    return { name, symbol: `I(${event})`, ...amount(nats, before?.each[i]) };
  });
  const likely = { value: formatShort(all, language), unit: "" };
  if (each.length === 1)
    return [
      { name: probability, symbol: "P(A)", ...likely },
      { name: oneIn, symbol: "1 / P(A)", value: formatOdds(1 / all, language), unit: "" },
      ...surprises,
    ];
  return [
    ...surprises,
    { name: product, symbol: "P(A) · P(B)", ...likely },
    { name: both, symbol: "I(A, B)", ...amount(total, before?.total) },
  ];
}

function formatOdds(odds: number, language: Language): string {
  return formatNumber(odds, language, { digits: odds < 100 && odds % 1 !== 0 ? 2 : 0 });
}
