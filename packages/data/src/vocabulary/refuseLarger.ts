import { FormatError } from "../formatError.ts";
import type { Vocabulary } from "./readVocabulary.ts";

/**
 * A model may have more outcomes than its tokeniser has pieces, and never fewer.
 *
 * @param name The file of the vocabulary.
 * @param rows Whose tokens they are, and how many outcomes they have.
 * @throws FormatError if it has more: it is another model's.
 */
export function refuseLarger(
  { size }: Vocabulary,
  name: string,
  rows: { readonly file: string; readonly vocabulary: number },
): void {
  if (size <= rows.vocabulary) return;
  throw new FormatError({
    code: "lengths",
    source: name,
    problem: `has pieces up to number ${size - 1}`,
    expected: `none above ${rows.vocabulary - 1}, as the rows of ${rows.file} have ${rows.vocabulary} outcomes`,
  });
}
