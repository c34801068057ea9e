import { createRng } from "@surprisal/core";
import type { Language } from "../../words/language.ts";
import { alphabets, fold } from "./alphabet.ts";
import { passages } from "./passages.ts";

/** A letter that is known: how many wrong guesses came before, and whether it was then revealed instead of guessed. */
export type Turn = { readonly wrong: number; readonly revealed: boolean };

/** A game of guessing a text letter by letter. */
export type Game = {
  readonly language: Language;
  /** Which of our passages is guessed, or a text of the reader's own, folded. */
  readonly source: number | string;
  /** The letters that are known, after the opening words that were given. */
  readonly turns: readonly Turn[];
  /** The wrong guesses at the next letter, in their order. */
  readonly tried: string;
  /** How many letters the rival remembers. */
  readonly memory: number;
  /** Draws the passage, and the samples behind the intervals. */
  readonly seed: number;
};

export type Refusal = { readonly refused: "short" | "long" };

export const mostMemory = 5;
export const seeds = 2 ** 32;
export const fewestLetters = 30;
export const mostLetters = 400;
const fewestGiven = 10;
const example = 0;

/** The text of a game in the letters of its alphabet. */
export function textOf({ language, source }: Game): string {
  return typeof source === "string" ? source : fold(passages[language][source]!, language);
}

/** How much of a text is given: its opening words, and the space after them. */
export function givenOf(text: string): number {
  const end = text.indexOf(" ", fewestGiven);
  return end < 0 ? fewestGiven : end + 1;
}

/** Where the next letter stands. */
export function placeOf(game: Game): number {
  return givenOf(textOf(game)) + game.turns.length;
}

/** What can be read already. */
export function knownOf(game: Game): string {
  return textOf(game).slice(0, placeOf(game));
}

export function isOver(game: Game): boolean {
  return placeOf(game) >= textOf(game).length;
}

/** Whether it is the game that shows how a finished one looks, and nobody played. */
export function isExample({ source }: Game): boolean {
  return source === example;
}

/** The letters that have not been tried at this place. */
export function leftOf({ language, tried }: Game): string {
  return [...alphabets[language]].filter((letter) => !tried.includes(letter)).join("");
}

/** One guess at the next letter. A letter already tried here, or not of the alphabet, is no guess. */
export function guess(game: Game, letter: string): Game {
  if (isOver(game) || letter.length !== 1 || !leftOf(game).includes(letter)) return game;
  if (textOf(game)[placeOf(game)] !== letter) return { ...game, tried: game.tried + letter };
  return known(game, false);
}

/** The next letter shown to somebody who gives it up. */
export function reveal(game: Game): Game {
  return isOver(game) ? game : known(game, true);
}

function known(game: Game, revealed: boolean): Game {
  return { ...game, turns: [...game.turns, { wrong: game.tried.length, revealed }], tried: "" };
}

/** A new game with the passage that the seed draws. */
export function begin(game: Game, seed: number): Game {
  return { ...game, source: drawn(game.language, seed), turns: [], tried: "", seed };
}

/** A new game with another passage, by the next seed that draws one. */
export function another(game: Game): Game {
  let seed = game.seed;
  do seed = (seed + 1) % seeds;
  while (drawn(game.language, seed) === game.source);
  return begin(game, seed);
}

export function setLanguage(game: Game, language: Language): Game {
  return language === game.language ? game : begin({ ...game, language }, game.seed);
}

export function setMemory(game: Game, memory: number): Game {
  return { ...game, memory };
}

/** A game with a text of the reader's own, from its beginning. */
export function setText(game: Game, text: string): Game | Refusal {
  const source = fold(text, game.language);
  if (source.length < fewestLetters) return { refused: "short" };
  if (source.length > mostLetters) return { refused: "long" };
  return { ...game, source, turns: [], tried: "" };
}

export function isRefusal(result: Game | Refusal): result is Refusal {
  return "refused" in result;
}

// The example is never drawn: whoever has read it knows it.
function drawn(language: Language, seed: number): number {
  return 1 + Math.floor(createRng(seed).next() * (passages[language].length - 1));
}
