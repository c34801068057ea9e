import { download } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import { alphabets } from "../shannonGame/alphabet.ts";
import { pairsFile } from "./command.ts";
import { corpusOf } from "./contexts.ts";
import { pairsOf } from "./pairs.ts";
import { fetchText } from "./text.ts";

/** Hands the reader the letters that are learned from, each with those before it. */
export async function savePairs(language: Language, memory: number): Promise<void> {
  const alphabet = alphabets[language];
  const csv = pairsOf(corpusOf(await fetchText(language), alphabet), alphabet, memory);
  download(pairsFile, new Blob([csv], { type: "text/csv" }));
}
