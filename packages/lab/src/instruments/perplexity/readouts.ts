import { inUnit, type Nats, type Unit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./model.ts";
import type { PerplexityWords } from "./words/en.ts";

const nothing = "–";

/** The numbers of the row: what Q expected, what it paid, and both as numbers of choices. */
export function readoutsOf(
  now: Measures,
  before: Measures | undefined,
  unit: Unit,
  words: PerplexityWords,
  language: Language,
): Readout[] {
  const amount = (nats: Nats) => inUnit(nats, unit);
  const row = (
    [name, symbol]: readonly [string, string],
    value: number | undefined,
    last: number | undefined,
    digits: number,
  ) => {
    const change = (value ?? 0) - (last ?? value ?? 0);
    const isTold = Number.isFinite(change) && Math.abs(change) >= 0.5 * 10 ** -digits;
    return {
      name,
      symbol,
      value: value === undefined ? nothing : formatNumber(value, language, { digits }),
      delta: isTold ? formatNumber(change, language, { digits, sign: true }) : undefined,
    };
  };
  const bits = (nats: Nats | undefined) => (nats === undefined ? undefined : amount(nats));
  const { expected, paid, choices, thought, choicesUnit } = words.readouts;
  const asChoices = { unit: choicesUnit };
  return [
    row([expected, "H(Q)"], bits(now.expected), bits(before?.expected), 3),
    row([paid, "H(P, Q)"], bits(now.paid), bits(before?.paid), 3),
    {
      ...row([choices, "PP(P, Q)"], choicesOf(now.paid), choicesOf(before?.paid), 2),
      ...asChoices,
      strong: true,
    },
    { ...row([thought, "PP(Q)"], choicesOf(now.expected), choicesOf(before?.expected), 2), ...asChoices },
  ];
}

/** A mean surprise as a number of equally likely choices. */
export function choicesOf(nats: Nats | undefined): number | undefined {
  return nats === undefined ? undefined : Math.exp(nats);
}
