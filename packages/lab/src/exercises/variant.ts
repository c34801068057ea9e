import { createRng, type Unit } from "@surprisal/core";
import { amountIn, nameOfUnit, type Quantity } from "../questions/grade.ts";
import type { QuestionWords } from "../questions/words/en.ts";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { formatNumber } from "../words/number.ts";
import { families, type Practised } from "./families.ts";
import { kindOf } from "./kinds.ts";
import { setText, setWork } from "./setText.ts";
import { exerciseWords } from "./words/exerciseWords.ts";

/** A question of a lesson with other numbers, its words and its solution as HTML. */
export type Variant = {
  readonly seed: number;
  readonly ask: string;
  readonly quantity: Quantity;
  readonly feedback: Readonly<Record<string, string>>;
  readonly work: string;
};

type Setting = { seed: number; unit: Unit; language: Language; words: QuestionWords };

/** The variant of a question that a seed makes; the question has one. */
export function variantOf(lesson: string, question: string, setting: Setting): Variant {
  const { seed, unit, language, words } = setting;
  const [place, name] = kindOf(lesson, question)!.split("/") as [Practised, string];
  const family = families[place].find((kind) => kind.name === name)!;
  const { gaps, quantity, work } = family.make(createRng(seed), unit);
  const kinds: Record<string, { ask: string; mistakes: Record<string, string> }> =
    exerciseWords(language)[place];
  const { ask, mistakes } = kinds[name]!;
  const said = Object.entries(mistakes).map(([mistake, what]) => [mistake, fill(words.mistaken, { what })]);
  const value = formatNumber(amountIn(quantity, quantity.expected, unit), language, {
    digits: quantity.decimals,
  });
  return {
    seed,
    ask: setText(ask, gaps, language),
    quantity,
    feedback: { right: "", ...Object.fromEntries(said) },
    work: setWork(work, `${value} ${nameOfUnit(quantity, unit)}`, language),
  };
}
