import type { Language } from "../../../words/language.ts";
import { type CoderWords, en } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, CoderWords> = { en, es };

export function coderWords(language: Language): CoderWords {
  return all[language];
}
