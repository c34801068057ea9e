/** Trains the little model of letters, moment by moment, on the text that the first message brings. */

import { serve } from "../../simulation/serve.ts";
import type { Language } from "../../words/language.ts";
import { alphabets } from "../shannonGame/alphabet.ts";
import { decodeTraining } from "./codec.ts";
import { type Corpus, corpusOf } from "./contexts.ts";
import { createRun } from "./run.ts";

export type Text = { readonly text: string; readonly language: Language };

let alphabet: string;
let corpus: Corpus;

addEventListener("message", ({ data: { text, language } }: MessageEvent<Text>) => {
  if (text === undefined) return;
  alphabet = alphabets[language];
  corpus = corpusOf(text, alphabet);
});
serve((name) => createRun(corpus, alphabet, decodeTraining(name).state!));
