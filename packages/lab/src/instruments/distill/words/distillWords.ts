import type { Language } from "../../../words/language.ts";
import { type DistillWords, en } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, DistillWords> = { en, es };

export function distillWords(language: Language): DistillWords {
  return all[language];
}
