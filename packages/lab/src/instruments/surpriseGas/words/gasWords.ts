import type { Language } from "../../../words/language.ts";
import { en, type GasWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, GasWords> = { en, es };

export function gasWords(language: Language): GasWords {
  return all[language];
}
