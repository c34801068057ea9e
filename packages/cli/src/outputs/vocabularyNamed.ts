import { FormatError, readVocabulary, type Vocabulary } from "@surprisal/data";
import { openWatched } from "../progress.ts";

/** How many outcomes there are, if a file was named that says what they stand for. */
export async function outcomesNamed(name: string): Promise<number | undefined> {
  return name === "none" ? undefined : (await readVocabulary(await openWatched(name), name)).outcomes;
}

/**
 * What the tokens of rows stand for, if a file was named that says so.
 *
 * @param rows Whose tokens they are, and how many outcomes they have; a model may have more than its tokeniser.
 * @throws FormatError if it has more: it is another model's.
 */
export async function vocabularyNamed(
  name: string,
  rows: { file: string; vocabulary: number },
): Promise<Vocabulary | undefined> {
  if (name === "none") return undefined;
  const vocabulary = await readVocabulary(await openWatched(name), name);
  if (vocabulary.size <= rows.vocabulary) return vocabulary;
  throw new FormatError({
    code: "lengths",
    source: name,
    problem: `has pieces up to number ${vocabulary.size - 1}`,
    expected: `none above ${rows.vocabulary - 1}, as the rows of ${rows.file} have ${rows.vocabulary} outcomes`,
  });
}
