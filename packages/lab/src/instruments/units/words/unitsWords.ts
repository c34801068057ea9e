import type { Language } from "../../../words/language.ts";
import { en, type UnitsWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, UnitsWords> = { en, es };

export function unitsWords(language: Language): UnitsWords {
  return all[language];
}
