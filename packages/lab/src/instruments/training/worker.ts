/** Trains the little model of letters, moment by moment, as far as it was last asked to. */

import type { Language } from "../../words/language.ts";
import { alphabets } from "../shannonGame/alphabet.ts";
import { type Corpus, corpusOf } from "./contexts.ts";
import { nameOf, type Training } from "./model.ts";
import { createRun, type Ground, type Moment, type Run } from "./run.ts";

/** The first call brings the text, each other one a training and how far it is to go. */
export type Call = { readonly text: string; readonly language: Language } | { readonly train: Training };

/** A moment of the training of a name, by its number from 0. */
export type Reply = {
  readonly name: string;
  readonly index: number;
  readonly ground: Ground;
  readonly moment: Moment;
};

let corpus: Corpus | undefined;
let alphabet = "";
let asked: Training | undefined;
let current: { readonly name: string; readonly run: Run; done: number } | undefined;
let isBusy = false;

addEventListener("message", ({ data }: MessageEvent<Call>) => {
  if ("text" in data) {
    alphabet = alphabets[data.language];
    corpus = corpusOf(data.text, alphabet);
  } else {
    asked = data.train;
    if (!isBusy) void work();
  }
});

async function work(): Promise<void> {
  isBusy = true;
  while (corpus && asked) {
    const name = nameOf(asked);
    if (current?.name !== name) current = { name, run: createRun(corpus, alphabet, asked), done: 0 };
    if (current.done > asked.moment) break;
    const moment = current.run.next();
    postMessage({ name, index: current.done, ground: current.run.ground, moment } satisfies Reply);
    current.done += 1;
    // What was asked in the meantime is heard between two moments.
    await new Promise((resolve) => setTimeout(resolve));
  }
  isBusy = false;
}
