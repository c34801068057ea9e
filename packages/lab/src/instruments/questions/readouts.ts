import { inUnit } from "@surprisal/core";
import type { Readout } from "../../figure/Readouts.svelte";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Game, Measures } from "./model.ts";
import type { QuestionsWords } from "./words/en.ts";

/** What is learnt so far and what it took; how many questions are to be expected, and how many more than the entropy. */
export function readoutsOf(
  game: Game,
  measures: Measures,
  words: QuestionsWords,
  language: Language,
): Readout[] {
  const { learnt, asked, expected, excess } = words.readouts;
  const mean = measures.expected[game.strategy];
  const write = (value: number) => formatNumber(value, language);
  return [
    { name: learnt, symbol: "−log₂ P", value: write(inUnit(measures.learnt, "bits")) },
    { name: asked, symbol: "k", value: String(game.path.length), unit: "" },
    { name: expected, symbol: "E[L]", value: write(mean), unit: "" },
    {
      name: excess,
      symbol: "E[L] − H(P)",
      value: write(Math.max(0, mean - inUnit(measures.entropy, "bits"))),
      strong: true,
    },
  ];
}
