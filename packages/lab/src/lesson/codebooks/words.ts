import type { Language } from "../../words/language.ts";

const en = {
  message: "message",
  book: "a book for {side}",
  mean: "marks on average, as {side} draws",
};

export type CodebookWords = typeof en;

const es: CodebookWords = {
  message: "mensaje",
  book: "un libro para {side}",
  mean: "signos de media, si reparte {side}",
};

const all: Record<Language, CodebookWords> = { en, es };

export function codebookWords(language: Language): CodebookWords {
  return all[language];
}
