import type { Language } from "../../../words/language.ts";
import { en, type VaeWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, VaeWords> = { en, es };

export function vaeWords(language: Language): VaeWords {
  return all[language];
}
