import { readerText } from "../src/outputs/readerText.ts";
import { fill } from "./make.ts";
import type { Section } from "./section.ts";

/** Where a token stands, in words. */
export function placeOf(
  { table, words, number, language }: Pick<Section, "table" | "words" | "number" | "language">,
  row: number,
): string {
  const { sequence, sequenceNames, position } = table;
  const index = sequence[row]!;
  if (index === 0 && sequence.at(-1) === 0) return fill(words.place, { number: number(row) });
  const name = sequenceNames?.[index];
  return fill(words.inSequence, {
    number: number(row),
    position: number(position[row]!),
    sequence:
      name === undefined ? fill(words.sequence, { number: number(index) }) : readerText(name, language),
  });
}
