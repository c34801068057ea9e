import type { Language } from "../../../words/language.ts";
import { en, type GradientsWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, GradientsWords> = { en, es };

export function gradientsWords(language: Language): GradientsWords {
  return all[language];
}
