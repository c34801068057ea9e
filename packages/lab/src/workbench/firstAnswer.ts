import type { Language } from "../words/language.ts";
import type { Answer, Pair } from "./answer.ts";
import { createEngine } from "./engine.ts";
import { exampleBench } from "./examples.ts";
import { createFiles } from "./files.ts";
import type { WorkbenchWords } from "./words/en.ts";

/** The answer to the example the page begins with, measured at build and sent along with the page, with plain arrays of numbers. */
export async function firstAnswer(language: Language, words: WorkbenchWords): Promise<Answer> {
  const { p, q } = exampleBench("films", language, words);
  const { inputOf } = createFiles();
  const { pair, ...answer } = (await createEngine().answer({ p: inputOf(p), q: inputOf(q), shaping: {} }))!;
  return { ...answer, pair: plain(pair!) };
}

function plain({ p, q, terms, ...rest }: Pair): Pair {
  const { forward, reverse, both } = terms;
  return {
    ...rest,
    p: Array.from(p),
    q: Array.from(q),
    terms: { forward: Array.from(forward), reverse: Array.from(reverse), both: Array.from(both) },
  };
}
