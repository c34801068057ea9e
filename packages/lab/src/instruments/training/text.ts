import type { Language } from "../../words/language.ts";

/** The prose of this book in the letters of the figure, as the Lab serves it. */
export async function fetchText(language: Language): Promise<string> {
  const answer = await fetch(`/training/${language}.txt`);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}
