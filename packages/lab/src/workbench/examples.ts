import type { Language } from "../words/language.ts";
import { type Bench, emptyBench } from "./model.ts";
import type { WorkbenchWords } from "./words/en.ts";

export type Example = keyof WorkbenchWords["examples"];

export const examples = ["films", "coin", "texts", "sure", "empty"] as const satisfies readonly Example[];

/** A text of ours that stands nowhere in the book, in both languages. */
export const tides: Readonly<Record<Language, string>> = {
  en: "The tide had gone out further than anyone could remember, and the whole village walked down to look at what it left behind: a cartwheel, two bells, the keel of a boat nobody had built, and quite a few boxes of jam. Nobody knew whose they were, so everybody took one home.",
  es: "La marea se había retirado más lejos de lo que nadie recordaba, y el pueblo entero bajó a ver lo que dejaba: una rueda de carro, dos campanas, la quilla de un barco que nadie construyó y unas cuantas cajas de mermelada. Como no se sabía de quién eran, cada vecino se llevó una a casa.",
};

/** A state to begin with, in the words and the decimal mark of the page. */
export function exampleBench(example: Example, language: Language, words: WorkbenchWords): Bench {
  switch (example) {
    case "films":
      return lists(words.filmNames, [0.5, 0.4, 0.1], [0.9, 0.05, 0.05]);
    case "coin":
      return lists(words.coinNames, [0.5, 0.5], [0.9, 0.1]);
    case "sure":
      return lists(words.weatherNames, [1, 0, 0], [0.7, 0.2, 0.1]);
    case "texts":
      return language === "es" ? texts(tides.es, tides.en) : texts(tides.en, tides.es);
    case "empty":
      return emptyBench;
  }

  function lists(names: readonly string[], p: readonly number[], q: readonly number[]): Bench {
    return {
      ...emptyBench,
      p: { text: list(names, p), as: "list" },
      q: { text: list(names, q), as: "list" },
    };
  }

  // With a decimal comma, values are separated by semicolons.
  function list(names: readonly string[], values: readonly number[]): string {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 9 });
    const items = values.map((value, i) => `${names[i]}=${number.format(value)}`);
    return items.join(language === "es" ? "; " : ", ");
  }
}

function texts(p: string, q: string): Bench {
  return { ...emptyBench, p: { text: p, as: "chars" }, q: { text: q, as: "chars" } };
}
