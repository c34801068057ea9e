import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { before, best, type Inference, isAt, knownOf } from "./model.ts";
import type { ViWords } from "./words/en.ts";

/** What the figure has to say about where Q stands. */
export function verdictOf(state: Inference, words: ViWords, language: Language): string {
  const two = (value: number) => formatNumber(value, language, { digits: 2 });
  const gaps = { sd: two(state.q[0].sd), known: two(knownOf(state).sd) };
  if (isAt(state, best(state, "reverse"))) return fill(words.verdict.reverse, gaps);
  if (isAt(state, best(state, "forward"))) return fill(words.verdict.forward, gaps);
  return isAt(state, [before, before]) ? words.verdict.before : "";
}
