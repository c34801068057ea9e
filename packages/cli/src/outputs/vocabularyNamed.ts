import { readVocabulary, refuseLarger, type Vocabulary } from "@surprisal/data";
import { openWatched } from "../progress.ts";

/** How many outcomes there are, if a file was named that says what they stand for. */
export async function outcomesNamed(name: string): Promise<number | undefined> {
  return name === "none" ? undefined : (await readVocabulary(await openWatched(name), name)).outcomes;
}

/**
 * What the tokens of rows stand for, if a file was named that says so.
 *
 * @throws FormatError if it has more: it is another model's.
 */
export async function vocabularyNamed(
  name: string,
  rows: { file: string; vocabulary: number },
): Promise<Vocabulary | undefined> {
  if (name === "none") return undefined;
  const vocabulary = await readVocabulary(await openWatched(name), name);
  refuseLarger(vocabulary, name, rows);
  return vocabulary;
}
