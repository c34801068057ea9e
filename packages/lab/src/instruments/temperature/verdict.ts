import { formatProbability } from "../../figure/format.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import type { Measures, NextWord } from "./model.ts";
import type { TemperatureWords } from "./words/en.ts";

/** What there is to say about T: what it never draws, or that it is P. */
export function verdictOf(
  { names }: NextWord,
  { cut, tail, fromP, toT }: Measures,
  words: TemperatureWords,
  language: Language,
): string {
  if (cut.length > 0) {
    const list = new Intl.ListFormat(language).format(
      cut.map(({ index }) => fill(words.quote, { name: names[index]! })),
    );
    return fill(cut.length === 1 ? words.cutOne : words.cutMany, {
      names: list,
      mass: formatProbability(tail, language),
    });
  }
  return fromP === 0 && toT === 0 ? words.same : "";
}
