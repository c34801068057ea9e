import { describe, expect, test } from "vitest";
import { figureWords } from "../src/figure/words/figureWords.ts";
import { coderWords } from "../src/instruments/coder/words/coderWords.ts";
import { duelWords } from "../src/instruments/duel/words/duelWords.ts";
import { perplexityWords } from "../src/instruments/perplexity/words/perplexityWords.ts";
import { pmfWords } from "../src/instruments/pmfLab/words/pmfWords.ts";
import { questionsWords } from "../src/instruments/questions/words/questionsWords.ts";
import { shannonWords } from "../src/instruments/shannonGame/words/shannonWords.ts";
import { surpriseWords } from "../src/instruments/surprise/words/surpriseWords.ts";
import { gasWords } from "../src/instruments/surpriseGas/words/gasWords.ts";
import { tangentWords } from "../src/instruments/tangent/words/tangentWords.ts";
import { temperatureWords } from "../src/instruments/temperature/words/temperatureWords.ts";
import { unitsWords } from "../src/instruments/units/words/unitsWords.ts";
import { lessonWords } from "../src/lesson/words/lessonWords.ts";
import { progressWords } from "../src/progress/words/progressWords.ts";
import { questionWords } from "../src/questions/words/questionWords.ts";
import { tokensWords } from "../src/tokens/words/tokensWords.ts";
import { fill } from "../src/words/fill.ts";
import { workbenchWords } from "../src/workbench/words/workbenchWords.ts";
import { worksheetWords } from "../src/worksheet/words/worksheetWords.ts";

describe.each([
  ["figures", figureWords],
  ["the coder", coderWords],
  ["the duel", duelWords],
  ["questions", questionWords],
  ["progress", progressWords],
  ["worksheets", worksheetWords],
  ["lessons", lessonWords],
  ["surprise", surpriseWords],
  ["the guessing game", questionsWords],
  ["one distribution", pmfWords],
  ["the surprise gas", gasWords],
  ["the tangent", tangentWords],
  ["the workbench", workbenchWords],
  ["tokens", tokensWords],
  ["the temperature", temperatureWords],
  ["perplexity", perplexityWords],
  ["guessing letters", shannonWords],
  ["units", unitsWords],
] as const)("the words of %s", (_, wordsOf) => {
  test("have the same gaps in both languages", () =>
    expect(gaps(wordsOf("es"))).toEqual(gaps(wordsOf("en"))));

  test("are never empty", () =>
    expect(sentences(wordsOf("es")).every((text) => text.trim() !== "")).toBe(true));
});

function gaps(words: object): unknown {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === "string" ? [...new Set(value.match(/\{\w+/g) ?? [])].sort() : gaps(value),
    ]),
  );
}

function sentences(words: object): string[] {
  return Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : sentences(value)));
}

test("fill puts values in their gaps, as they are, and leaves gaps without a value", () => {
  expect(fill("{a} and {b}", { a: "$&", b: "{a}" })).toBe("$& and {a}");
  const left = "{n|queda|quedan} {n} {n|letra|letras}";
  expect([fill(left, { n: "1" }), fill(left, { n: "11" })]).toEqual(["queda 1 letra", "quedan 11 letras"]);
  expect(fill("{toString} {x}", { a: "1" })).toBe("{toString} {x}");
});
