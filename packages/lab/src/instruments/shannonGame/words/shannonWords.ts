import type { Language } from "../../../words/language.ts";
import { en, type ShannonWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, ShannonWords> = { en, es };

export function shannonWords(language: Language): ShannonWords {
  return all[language];
}
