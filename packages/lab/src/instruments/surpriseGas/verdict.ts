import { formatProbability } from "../../figure/format.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import type { Gas, Measures } from "./model.ts";
import type { GasWords } from "./words/en.ts";

/** What the figure has to say where heat ends: at infinity, with its culprits, at equal heat, and at nothing. */
export function verdictOf(
  { duel: { names } }: Gas,
  { culprits, counts, waste, believes }: Measures,
  words: GasWords,
  language: Language,
): string {
  if (culprits.length > 0) {
    const times = culprits.reduce((sum, { index }) => sum + counts[index]!, 0);
    const mass = culprits.reduce((sum, { mass }) => sum + mass, 0);
    const list = new Intl.ListFormat(language).format(
      culprits.map(({ index }) => fill(words.quote, { name: names[index]! })),
    );
    const blame = fill(culprits.length === 1 ? words.culprit : words.culprits, {
      names: list,
      mass: formatProbability(mass, language),
    });
    const met = times === 0 ? words.notYet : times === 1 ? words.once : words.often;
    return `${blame} ${fill(met, { times: String(times) })}`;
  }
  if (believes.expected === 0) return words.certain;
  return waste === 0 ? words.matched : "";
}
