import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesSource, readVocabulary, textSource, type Vocabulary } from "@surprisal/data";

/** Saved by tokenizers and sentencepiece, and what these make of texts: reference/vocabularies.py. */
const folder = join(import.meta.dirname, "../../../../reference/vocabularies");

interface Expected {
  texts: { text: string; ids: number[] }[];
  /** Each token alone, as the library reads it. */
  alone?: string[];
}

export const expected: Record<string, Expected> = JSON.parse(
  readFileSync(join(folder, "expected.json"), "utf8"),
);

export const vocabularyFile = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

export const read = (name: string): Promise<Vocabulary> =>
  readVocabulary(bytesSource(vocabularyFile(name)), name);

export const readFrom = (text: string): Promise<Vocabulary> => readVocabulary(textSource(text), "v");

/** The bytes of the tokens, one after the other, as text. */
export function joined(vocabulary: Vocabulary, tokens: readonly number[]): string {
  const bytes = tokens.flatMap((token) => [...(vocabulary.bytesOf(token) ?? [])]);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
