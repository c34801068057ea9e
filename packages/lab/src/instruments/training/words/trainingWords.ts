import type { Language } from "../../../words/language.ts";
import { en, type TrainingWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, TrainingWords> = { en, es };

export function trainingWords(language: Language): TrainingWords {
  return all[language];
}
