import { formatProbability } from "../../figure/format.ts";
import type { Language } from "../../words/language.ts";
import type { Culprit, Duel, Measures } from "./model.ts";
import type { DuelWords } from "./words/en.ts";

/** What the figure has to say about an infinite or a vanished gap: which outcomes are to blame, and how likely they are. */
export function verdictOf(
  { names }: Duel,
  { forward, culprits, reverseCulprits }: Measures,
  words: DuelWords,
  language: Language,
): string {
  const probability = (culprit: readonly Culprit[]) =>
    formatProbability(
      culprit.reduce((sum, { mass }) => sum + mass, 0),
      language,
    );
  const list = (outcomes: readonly Culprit[]) =>
    new Intl.ListFormat(language).format(outcomes.map(({ index }) => words.quote(names[index]!)));
  const [first, ...others] = culprits;
  const said: string[] = [];
  if (first && others.length === 0)
    said.push(words.culprit(words.quote(names[first.index]!), probability(culprits)));
  else if (first) said.push(words.culprits(list(culprits), probability(culprits)));
  if (reverseCulprits.length > 0)
    said.push((first ? words.reverseCulprit : words.reverseOnly)(list(reverseCulprits)));
  if (forward === 0) said.push(words.matched);
  return said.join(" ");
}
