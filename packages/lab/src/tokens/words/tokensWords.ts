import type { Language } from "../../words/language.ts";
import { en, type TokensWords } from "./en.ts";
import { es } from "./es.ts";

const all: Record<Language, TokensWords> = { en, es };

export function tokensWords(language: Language): TokensWords {
  return all[language];
}
