import { inUnit, type ScoreEstimator, type Unit } from "@surprisal/core";
import type { Term } from "../../figure/LiveFormula.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { names } from "./model.ts";

/** For one logit, what each outcome says when it is drawn, times how often it is: together the gradient, whatever the baseline. */
export function termsOf(
  { draws, model, coefficients }: ScoreEstimator,
  watched: number,
  unit: Unit,
  language: Language,
): Term[] {
  const write = (value: number, digits = 3) => formatNumber(value, language, { digits });
  const factor = (value: number, digits?: number) =>
    value < 0 ? `(${write(value, digits)})` : write(value, digits);
  return names.map((name, x) => {
    const cost = inUnit(coefficients[x]!, unit);
    const score = Number(x === watched) - model[watched]!;
    const value = write(draws[x]! * cost * score);
    const numbers = `${write(draws[x]!, 2)} · ${factor(cost)} · ${factor(score, 2)}`;
    return { numbers, value, sentence: `${name}: ${numbers} = ${value}` };
  });
}
