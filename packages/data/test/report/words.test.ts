import { expect, test } from "vitest";
import { en } from "../../src/report/words/en.ts";
import { es } from "../../src/report/words/es.ts";
import { wholesEn } from "../../src/report/words/wholesEn.ts";
import { wholesEs } from "../../src/report/words/wholesEs.ts";

/** The names of all words, how many gaps functions have, and which gaps texts have. */
function shape(words: unknown): unknown {
  if (typeof words === "function") return words.length;
  if (typeof words === "string") return [...words.matchAll(/\{\w+\}/g)].map(String).sort();
  return Object.fromEntries(Object.entries(words as object).map(([name, word]) => [name, shape(word)]));
}

test("both languages have the same words, with the same gaps", () => {
  expect(shape(es)).toEqual(shape(en));
  expect(shape(wholesEs)).toEqual(shape(wholesEn));
});

test("no sentence is left in English", () => {
  const texts = (words: unknown): string[] =>
    typeof words === "string" ? [words] : Object.values(words as object).flatMap(texts);
  const english = new Set(
    texts({ ...en, page: en.page }).filter((text) => /[a-z]{2,} .*[a-z]{2,} /i.test(text)),
  );
  expect(english.size).toBeGreaterThan(20);
  expect(texts(es).filter((text) => english.has(text))).toEqual([]);
});

test("where there is one token, it is not one of several", () => {
  expect(en.notes.unnamed("1", "1")).toMatch(/does not name the one token .* it stands by its number\./);
  expect(es.notes.unnamed("1", "1")).toMatch(/no nombra el único token .* aparece por su número\./);
  expect(en.notes.unnamed("1", "2")).toContain("1 of the 2 different tokens");
});

test("of one token it is said that it is one", () => {
  const said = [en, es].flatMap(({ tokensScored, compared, notes, save }) => [
    ...[tokensScored("1", "1", "1", true), compared("1", "1", "1", true)],
    ...[notes.faults("1", ""), save.hint("1", false, "bits")],
  ]);
  expect(said.filter((text) => /\b1 (tokens|more rows)|Otras 1|Los 1|Se comparan 1/.test(text))).toEqual([]);
});
