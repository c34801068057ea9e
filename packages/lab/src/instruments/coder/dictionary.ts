import { counts, laplaceSmoothing, normalize, type Probabilities } from "@surprisal/core";
import type { Message } from "./model.ts";
import { passages } from "./passages.ts";

/** The letters a code has to do with, in the order of Unicode, how often each occurs in the text, and what the code takes them for. */
export type Dictionary = {
  readonly names: readonly string[];
  readonly counts: readonly number[];
  /** The letters of the text as it is. */
  readonly p: Probabilities;
  /** The odds the code is made for. */
  readonly q: Probabilities;
  /** The whole counts behind Q, where it comes from counting. */
  readonly counted?: readonly number[];
};

/** The characters of a text, each once. */
export function alphabetOf(...texts: readonly string[]): string[] {
  return [...new Set(texts.join(""))].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}

export function dictionaryOf({ text, source, yours, smooth }: Omit<Message, "code" | "block">): Dictionary {
  const passage = source === "english" || source === "spanish" ? passages[source] : "";
  const names = alphabetOf(text, passage);
  const found = countsIn(text, names);
  const p = normalize(counts(found));
  const base = { names, counts: found, p };
  if (source === "yours" && yours) return { ...base, q: yours };
  const read = source === "alike" ? names.map(() => 1) : passage ? countsIn(passage, names) : found;
  const isSmoothed = smooth && source !== "alike";
  const q = isSmoothed ? laplaceSmoothing(counts(read), 1) : normalize(counts(read));
  return { ...base, q, counted: isSmoothed ? read.map((count) => count + 1) : read };
}

function countsIn(text: string, names: readonly string[]): number[] {
  const found = new Map<string, number>();
  for (const character of text) found.set(character, (found.get(character) ?? 0) + 1);
  return names.map((name) => found.get(name) ?? 0);
}
