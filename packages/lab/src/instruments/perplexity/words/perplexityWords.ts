import type { Language } from "../../../words/language.ts";
import { en, type PerplexityWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, PerplexityWords> = { en, es };

export function perplexityWords(language: Language): PerplexityWords {
  return all[language];
}
