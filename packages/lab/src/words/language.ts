import { en, type Words } from "./en.ts";
import { es } from "./es.ts";

/** A language of the Lab; also the first part of each of its addresses. */
export type Language = "en" | "es";

export const languages: readonly Language[] = ["en", "es"];

const all: Record<Language, Words> = { en, es };

/** Reads a language from a page's locale or an element's `lang`; anything else is English. */
export function languageOf(tag: string | undefined): Language {
  return tag?.toLowerCase().startsWith("es") ? "es" : "en";
}

/** The shared words of a language. */
export function wordsOf(language: Language): Words {
  return all[language];
}
