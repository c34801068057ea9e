import type { Language } from "../../../words/language.ts";
import { type DuelWords, en } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, DuelWords> = { en, es };

export function duelWords(language: Language): DuelWords {
  return all[language];
}
