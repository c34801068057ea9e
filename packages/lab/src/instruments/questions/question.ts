import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import type { Game, Measures } from "./model.ts";
import { runs } from "./runs.ts";
import type { QuestionsWords } from "./words/en.ts";

const mostNamed = 4;

/** The next question in words, or the number that was found. */
export function questionOf(
  game: Game,
  measures: Measures,
  words: QuestionsWords,
  language: Language,
): string {
  const { asked, stages } = measures;
  const number = (index: number) => new Intl.NumberFormat(language).format(index + 1);
  if (asked.length === 0) {
    const count = game.path.length;
    const sentence = count === 1 ? words.foundByOne : words.found;
    return fill(sentence, { number: number(stages.at(-1)![0]!), count: String(count) });
  }
  const order = { number: String(game.path.length + 1) };
  const [only, ...more] = runs(asked);
  if (only && more.length === 0) {
    const [from, to] = [number(only.from), number(only.to)];
    if (only.from === only.to) return fill(words.isIt, { ...order, from });
    return fill(only.from === stages.at(-1)![0] ? words.atMost : words.between, { ...order, from, to });
  }
  if (asked.length > mostNamed) return fill(words.underlined, { ...order, count: number(asked.length - 1) });
  const list = new Intl.ListFormat(language, { type: "disjunction" }).format(asked.map(number));
  return fill(words.oneOf, { ...order, list });
}
