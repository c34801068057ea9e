import { formatProbability } from "../../figure/format.ts";
import { fill } from "../../words/fill.ts";
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
    new Intl.ListFormat(language).format(
      outcomes.map(({ index }) => fill(words.quote, { name: names[index]! })),
    );
  const said: string[] = [];
  if (culprits.length > 0) {
    const sentence = culprits.length === 1 ? words.culprit : words.culprits;
    said.push(fill(sentence, { names: list(culprits), mass: probability(culprits) }));
  }
  if (reverseCulprits.length > 0) {
    const sentence = culprits.length > 0 ? words.reverseToo : words.reverseOnly;
    said.push(fill(sentence, { names: list(reverseCulprits) }));
  }
  if (forward === 0) said.push(words.matched);
  return said.join(" ");
}
