import type { Language } from "../../words/language.ts";

/** How many letters the two models of the example look back. */
export const memories = { p: 5, q: 2 } as const;

/** What the files of the example are called. */
export const exampleNames = {
  p: `memory-${memories.p}.npy`,
  q: `memory-${memories.q}.npy`,
  targets: "letters.npy",
  vocabulary: "alphabet.json",
} as const;

/** The address of one of the example's files. */
export function exampleAddress(language: Language, part: keyof typeof exampleNames): string {
  return `/examples/${language}/${exampleNames[part]}`;
}
