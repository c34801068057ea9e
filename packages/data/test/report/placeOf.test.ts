import { scoreTable } from "@surprisal/core";
import { expect, test } from "vitest";
import { placeOf } from "../../page/placeOf.ts";
import { page as en, type PageWords } from "../../src/report/words/pageEn.ts";
import { page as es } from "../../src/report/words/pageEs.ts";

test("a sequence that the reader named by its line is called so in the language of the report", () => {
  const scores = [{ text: "a", logProbability: -1, top: [] }];
  const table = scoreTable([
    { name: "line 1", scores },
    { name: "line 2", scores },
  ]);
  const place = (language: "en" | "es", words: PageWords) =>
    placeOf({ table, words, number: String, language }, 1);
  expect(place("en", en)).toContain("line 2");
  expect(place("es", es)).toContain("línea 2");
  expect(place("es", es)).not.toContain("line 2");
});
