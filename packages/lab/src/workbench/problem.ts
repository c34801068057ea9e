import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import type { Problem } from "./answer.ts";
import { formatCount } from "./format.ts";
import type { WorkbenchWords } from "./words/en.ts";

/** What is wrong with what a side was given, in the words of the page; what the page has no words for, as the command line says it. */
export function problemText(problem: Problem, words: WorkbenchWords, language: Language): string {
  const { code, found, place: at, lengths = [0, 0], message } = problem;
  const { problems } = words;
  const place = placeText(problem, words);
  const number = found === undefined ? "" : numberText(found, language);
  const [p, q] = lengths.map((length) => formatCount(length, language)) as [string, string];
  switch (code) {
    case "number":
      return found ? fill(problems.number, { place, found }) : fill(problems.numberMissing, { place });
    case "range": {
      if (!at || !found) return problems.rangeAll;
      const said = fill(problems.range, { place, found: number });
      return Number(found) > 1 ? `${said} ${problems.rangeCounts}` : said;
    }
    case "sum":
    case "ragged":
      return fill(problems[code], { place, found: number });
    case "lengths":
      return fill(problems.lengths, { p, q });
    case "names":
      return fill(problems.names, { place });
    case "file":
      return fill(problems.file, { found: found ?? "" });
    case "header":
    case "kind":
    case "truncated":
    case "unsupported":
    case "value":
    case "other":
      return `${problems.other} (${message})`;
    default:
      return problems[code];
  }
}

function placeText({ place }: Problem, { places }: WorkbenchWords): string {
  if (place === undefined) return places.none;
  if ("index" in place) return fill(places.index, { number: String(place.index + 1) });
  if ("line" in place) return fill(places.line, { number: String(place.line) });
  return fill(places.byte, { number: String(place.byte) });
}

function numberText(found: string, language: Language): string {
  const value = Number(found);
  if (!Number.isFinite(value)) return found;
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 12 }).format(value);
}
