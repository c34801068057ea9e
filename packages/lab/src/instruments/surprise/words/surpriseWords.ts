import type { Language } from "../../../words/language.ts";
import { en, type SurpriseWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, SurpriseWords> = { en, es };

export function surpriseWords(language: Language): SurpriseWords {
  return all[language];
}
