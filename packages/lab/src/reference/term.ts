import type { Language } from "../words/language.ts";

/** A word of the book in both languages, with its meaning. */
export type Term = Record<Language, readonly [name: string, meaning: string]> & {
  readonly id: string;
  /** The lesson that explains it. */
  readonly lesson: string;
};
