import { crossEntropyContributions, inUnit, type Unit } from "@surprisal/core";
import { formatFactor, logOf } from "../../figure/format.ts";
import type { Term } from "../../figure/LiveFormula.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Followers } from "./followers.ts";

/** What each letter adds to the loss after the context that is shown. */
export function termsOf({ names, p, q }: Followers, unit: Unit, language: Language): Term[] {
  const contributions = crossEntropyContributions(p, q);
  return names.map((name, x) => {
    const numbers = `${formatFactor(p[x]!, language)} · ${logOf[unit]} 1/${formatFactor(q[x]!, language)}`;
    const value = formatNumber(inUnit(contributions[x]!, unit), language);
    return { numbers, value, sentence: `${name}: ${numbers} = ${value}` };
  });
}
