import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { fewestForInterval, type Measures } from "./measure.ts";
import { type Game, givenOf, isExample, isOver, knownOf, leftOf, placeOf, textOf } from "./model.ts";
import type { ShannonWords } from "./words/en.ts";

/** How the figure speaks: its words, and how its numbers are written. */
export type Voice = { readonly words: ShannonWords; readonly language: Language; readonly unit: Unit };

/** A letter as it is said: the space by its name. */
export function letterName(letter: string, { space }: ShannonWords): string {
  return letter === " " ? space : letter;
}

/** Where the game stands, and what was wrong at the next letter. */
export function standOf(game: Game, { words }: Voice): string {
  const total = textOf(game).length - givenOf(textOf(game));
  const count = String(game.turns.length);
  if (isOver(game)) return fill(isExample(game) ? words.example : words.over, { count });
  const stand = fill(words.stand, { number: String(game.turns.length + 1), total: String(total) });
  if (game.tried === "") return stand;
  const letters = [...game.tried].map((letter) => letterName(letter, words)).join(", ");
  return `${stand} ${fill(words.tried, { letters })}`;
}

/** What came of the change from one game to the next, if it was a guess. */
export function replyOf(before: Game, now: Game, { words }: Voice): string {
  if (now.turns.length === before.turns.length + 1) {
    const turn = now.turns.at(-1)!;
    const letter = letterName(textOf(now)[placeOf(now) - 1]!, words);
    if (turn.revealed) return fill(words.revealed, { letter });
    return fill(words.right, { letter, guesses: String(turn.wrong + 1) });
  }
  if (now.tried.length === before.tried.length + 1)
    return fill(words.wrong, {
      letter: letterName(now.tried.at(-1)!, words),
      count: String(leftOf(now).length),
    });
  return "";
}

/** The text so far, for those who do not see it. */
export function soFar(game: Game, { words }: Voice): string {
  return fill(words.soFar, { text: knownOf(game) });
}

/** The whole in a sentence. */
export function sentenceOf({ letters, you, rival }: Measures, voice: Voice): string {
  const { words } = voice;
  if (!you) return words.nothing;
  if (letters < fewestForInterval)
    return fill(words.few, { count: String(letters), enough: String(fewestForInterval) });
  const bounds = fill(words.bounds, {
    lower: amount(you.lower.value, voice),
    upper: amount(you.upper.value, voice),
    few: choices(you.lower.value, voice),
    many: choices(you.upper.value, voice),
  });
  if (!rival) return bounds;
  const said = fill(words.rivalPaid, {
    paid: amount(rival.paid.value, voice),
    choices: choices(rival.paid.value, voice),
  });
  return `${bounds} ${said}`;
}

function amount(nats: Nats, { language, unit, words }: Voice): string {
  return `${formatNumber(inUnit(nats, unit), language, { digits: 2 })} ${words.perLetter[unit]}`;
}

function choices(nats: Nats, { language }: Voice): string {
  return formatNumber(Math.exp(nats), language, { digits: 1 });
}
