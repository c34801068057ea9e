import type { Language } from "../../words/language.ts";
import { en, type ProgressWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, ProgressWords> = { en, es };

export function progressWords(language: Language): ProgressWords {
  return all[language];
}
