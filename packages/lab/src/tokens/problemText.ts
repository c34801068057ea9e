import type { Place } from "@surprisal/data";
import { readerText } from "@surprisal/data/report";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { formatCount } from "../workbench/format.ts";
import type { Problem } from "./problem.ts";
import type { SlotName, Slots } from "./slots.ts";
import type { TokensWords } from "./words/en.ts";

/** What is wrong with what was given, in the words of the page. */
export function problemText(
  { code, file = "", place, slot, found, gaps = {} }: Problem,
  slots: Slots,
  words: TokensWords,
  language: Language,
): string {
  const { problems } = words;
  const part = slot === "targets" ? slot : partOf(file, slots);
  const sentences: Readonly<Record<string, string>> = { ...problems.all, ...(part && problems[part]) };
  const at = [...(place ? [placeText(place, words, language)] : []), ...(found ? [found] : [])].join(": ");
  const values = Object.entries(gaps).map(([name, value]) => {
    if (name === "field") return [name, words.fields[value as keyof TokensWords["fields"]]];
    return [name, typeof value === "number" ? formatCount(value, language) : readerText(value, language)];
  });
  return fill(sentences[code] ?? problems.all.other, {
    ...{ file, at: at && ` (${at})` },
    ...Object.fromEntries(values),
  });
}

/** What a file is given for, as far as the same fault is another thing there. */
function partOf(file: string, slots: Slots): "targets" | "vocabulary" | "alone" | undefined {
  const [name] = file.split(":");
  const isIn = (slot: SlotName) => [file, name].includes(slots[slot]?.given.name);
  if (isIn("p")) return slots.q || slots.targets || slots.vocabulary ? undefined : "alone";
  if (isIn("targets")) return "targets";
  return isIn("vocabulary") ? "vocabulary" : undefined;
}

function placeText(place: Place, { places }: TokensWords, language: Language): string {
  const count = (value: number) => formatCount(value, language);
  if ("byte" in place) return fill(places.byte, { number: count(place.byte) });
  if ("index" in place) return fill(places.index, { number: count(place.index) });
  const line = fill(places.line, { number: count(place.line) });
  if (place.column === undefined) return line;
  return `${line}, ${fill(places.column, { number: count(place.column) })}`;
}
