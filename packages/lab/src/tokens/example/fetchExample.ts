import type { Language } from "../../words/language.ts";
import type { Question } from "../question.ts";
import { usualIgnore } from "../slots.ts";
import { exampleAddress, exampleNames } from "./names.ts";

/** The example as somebody would have dropped it. */
export async function fetchExample(language: Language): Promise<Question> {
  const given = async (part: keyof typeof exampleNames) => {
    const response = await fetch(exampleAddress(language, part));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return { name: exampleNames[part], blob: await response.blob() };
  };
  const [p, q, targets, vocabulary] = await Promise.all([
    given("p"),
    given("q"),
    given("targets"),
    given("vocabulary"),
  ]);
  return { p, q, targets, vocabulary, ignore: usualIgnore };
}
