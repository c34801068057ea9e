import { crossEntropyContributions, inUnit, type Nats, type Unit } from "@surprisal/core";
import { formatFactor, logOf } from "../../figure/format.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures } from "./measure.ts";
import { signOf } from "./signs.ts";
import type { CoderWords } from "./words/en.ts";

/** A term of H(P, Q), and the letter it belongs to; the last may stand for all the rest. */
export type LetterTerm = {
  readonly symbol: number | undefined;
  readonly numbers: string;
  readonly value: string;
  readonly sentence: string;
};

const most = 8;

/** The terms of H(P, Q), the largest first; where there are many, the small ones are put together. */
export function termsOf(
  { dictionary }: Measures,
  unit: Unit,
  words: CoderWords,
  language: Language,
): LetterTerm[] {
  const { names, p, q } = dictionary;
  const pieces = crossEntropyContributions(p, q);
  const write = (nats: Nats) => formatNumber(inUnit(nats, unit), language);
  const order = [...names.keys()].filter((i) => p[i]! > 0).sort((a, b) => pieces[b]! - pieces[a]! || a - b);
  const shown = order.slice(0, order.length === most + 1 ? most + 1 : most);
  const rest = order.slice(shown.length);
  const terms: LetterTerm[] = shown.map((symbol) => {
    const numbers = `${formatFactor(p[symbol]!, language)} · ${logOf[unit]} 1/${formatFactor(q[symbol]!, language)}`;
    const value = write(pieces[symbol]!);
    return {
      symbol,
      numbers,
      value,
      sentence: fill(words.term, { letter: signOf(names[symbol]!), numbers, value }),
    };
  });
  if (rest.length === 0) return terms;
  const count = String(rest.length);
  const value = write(rest.reduce((sum, i) => sum + pieces[i]!, 0));
  const numbers = fill(words.others, { count });
  return [
    ...terms,
    { symbol: undefined, numbers, value, sentence: fill(words.othersTerm, { numbers, value }) },
  ];
}
