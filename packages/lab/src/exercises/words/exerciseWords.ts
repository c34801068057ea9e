import type { Language } from "../../words/language.ts";
import { type ExerciseWords, en } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, ExerciseWords> = { en, es };

export function exerciseWords(language: Language): ExerciseWords {
  return all[language];
}
