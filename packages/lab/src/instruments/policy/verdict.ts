import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures, Policy } from "./model.ts";
import type { PolicyWords } from "./words/en.ts";

// Nearer to the optimum than a hand can come, whose steps are hundredths.
const there = 1e-4;

/** What there is to say about where Q stands, and about what it no longer can. */
export function verdictOf(
  { names, start, worth }: Policy,
  at: Measures,
  isOver: boolean,
  words: PolicyWords,
  language: Language,
): string {
  const { verdict } = words;
  const points = (value: number) => formatNumber(value, language, { digits: 2 });
  if (at.astray.length > 0) {
    const list = at.astray.map((index) => fill(words.quote, { name: names[index]! }));
    return fill(verdict.astray, { names: new Intl.ListFormat(language).format(list) });
  }
  const parts: string[] = [];
  if (at.gap < there) parts.push(verdict.optimal);
  else if (isOver) {
    const blind = Array.from(at.optimum).some((share, i) => share >= 0.01 && start[i] === 0);
    parts.push(blind ? verdict.blind : fill(verdict.away, { gap: `${formatNumber(at.gap, language)} nats` }));
  }
  if (worth && at.worth! < at.worthBefore!)
    parts.push(fill(verdict.hacked, { worth: points(at.worth!), before: points(at.worthBefore!) }));
  return parts.join(" ");
}
