import { inUnit, selfInformation } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import { commandOf } from "./command.ts";
import { type Game, measure } from "./model.ts";
import { pictureOf } from "./picture.ts";
import type { QuestionsWords } from "./words/en.ts";

type Setting = { title: string; words: QuestionsWords; language: Language; link: string };

/** The game as it can be saved, in the colours that the figure has on the page. */
export function contentsOf(game: Game, figure: Element, { link, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(game, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(game),
    json: () => jsonOf(game, link),
  };
}

/** A row for each number: its probability, its surprise, and the answers that lead to it (yes is 0, no is 1). */
export function csvOf(game: Game): string {
  const { p, answers } = measure(game);
  const rows = [...p].map((x, i) => [
    i + 1,
    x,
    inUnit(selfInformation(x), "bits"),
    answers[i] ?? "",
    answers[i]?.length ?? "",
  ]);
  return toCsv([["number", "P", "surprise (bits)", "answers", "questions"], ...rows]);
}

/** The state and its numbers at full precision. */
export function jsonOf(game: Game, link: string): string {
  const { p, answers, expected, entropy } = measure(game);
  const content = {
    P: [...p],
    strategy: game.strategy,
    answers: answers.map((word) => word ?? null),
    "H(P) in bits": inUnit(entropy, "bits"),
    "expected questions": expected,
    number: game.target ?? null,
    path: game.path,
    seed: game.seed,
    command: commandOf(game),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
