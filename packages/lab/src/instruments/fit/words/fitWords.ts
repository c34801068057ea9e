import type { Language } from "../../../words/language.ts";
import { en, type FitWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, FitWords> = { en, es };

export function fitWords(language: Language): FitWords {
  return all[language];
}
