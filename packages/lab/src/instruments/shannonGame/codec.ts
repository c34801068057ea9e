import { createRng } from "@surprisal/core";
import type { Decoded } from "../../figure/hash.ts";
import { decodeText } from "../../figure/probabilityText.ts";
import { type Language, languages } from "../../words/language.ts";
import { alphabets, fold } from "./alphabet.ts";
import {
  fewestLetters,
  type Game,
  givenOf,
  isOver,
  mostLetters,
  mostMemory,
  placeOf,
  seeds,
  type Turn,
  textOf,
} from "./model.ts";
import { passages } from "./passages.ts";

const version = "1";
const longest = 2000;
// One mark a letter: how many guesses were wrong, and whether it was then given up.
const guessed = "0123456789abcdefghijklmnopqr";
const revealed = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/**
 * A game as short text for a link: `1~es~2~01020~5~3~7`, that is version, language, passage, wrong guesses at each letter, letters tried now,
 * memory of the rival, seed. Nobody can read from it what is still to be guessed: our passages are numbers, and a text of one's own has each
 * letter moved along the alphabet by a number of the seed's. That keeps eyes off it, not somebody who is determined.
 */
export function encodeGame({ language, source, turns, tried, memory, seed }: Game): string {
  const alphabet = alphabets[language];
  const hidden =
    typeof source === "string" ? `.${toDigits(moved(source, alphabet, seed, 1), alphabet)}` : source;
  const marks = turns.map((turn) => (turn.revealed ? revealed : guessed)[turn.wrong]).join("");
  return [version, language, hidden, marks, toDigits(tried, alphabet), memory, seed].join("~");
}

/** The game of a text made by {@link encodeGame}; anything else is refused, whatever it is. Never throws. */
export function decodeGame(link: string): Decoded<Game> {
  const text = link.length > longest ? "" : decodeText(link);
  const [written = "", tongue, from = "", marks = "", tries = "", memory = "", seedText = "", ...rest] =
    text.split("~");
  if (!/^\d+$/.test(written) || !text.includes("~")) return { problem: "damaged" };
  if (written !== version) return { problem: "version" };
  const language = languages.find((one) => one === tongue);
  const seed = /^(0|[1-9]\d{0,9})$/.test(seedText) ? Number(seedText) : seeds;
  if (!language || rest.length > 0 || seed >= seeds || !/^\d$/.test(memory)) return { problem: "damaged" };
  const source = sourceOf(from, language, seed);
  const turns = [...marks].map(turnOf);
  const tried = fromDigits(tries, alphabets[language]);
  if (source === undefined || tried === undefined || !turns.every(isTurn)) return { problem: "damaged" };
  const game: Game = { language, source, turns, tried, memory: Number(memory), seed };
  return isPlayable(game) ? { state: game } : { problem: "damaged" };
}

/** Nothing happened that the rules do not allow. */
function isPlayable(game: Game): boolean {
  const { language, turns, tried, memory } = game;
  const size = alphabets[language].length;
  const text = textOf(game);
  const next = text[placeOf(game)];
  return (
    memory <= mostMemory &&
    turns.length <= text.length - givenOf(text) &&
    turns.every(({ wrong }) => wrong < size) &&
    new Set(tried).size === tried.length &&
    (isOver(game) ? tried === "" : !tried.includes(next!))
  );
}

function turnOf(mark: string): Turn | undefined {
  const isGuessed = guessed.includes(mark);
  const wrong = (isGuessed ? guessed : revealed).indexOf(mark);
  return wrong < 0 ? undefined : { wrong, revealed: !isGuessed };
}

function isTurn(turn: Turn | undefined): turn is Turn {
  return turn !== undefined;
}

function sourceOf(text: string, language: Language, seed: number): number | string | undefined {
  if (/^\d$/.test(text)) return Number(text) < passages[language].length ? Number(text) : undefined;
  if (!text.startsWith(".")) return undefined;
  const alphabet = alphabets[language];
  const hidden = fromDigits(text.slice(1), alphabet);
  if (hidden === undefined) return undefined;
  const own = moved(hidden, alphabet, seed, -1);
  const fits = own === fold(own, language) && own.length >= fewestLetters && own.length <= mostLetters;
  return fits ? own : undefined;
}

/** Each letter as one digit to the base 36: its place in the alphabet. */
function toDigits(letters: string, alphabet: string): string {
  return [...letters].map((letter) => alphabet.indexOf(letter).toString(36)).join("");
}

function fromDigits(digits: string, alphabet: string): string | undefined {
  const letters = [...digits].map((digit) =>
    /^[0-9a-z]$/.test(digit) ? alphabet[parseInt(digit, 36)] : undefined,
  );
  return letters.every((letter) => letter !== undefined) ? letters.join("") : undefined;
}

/** Each letter moved along the alphabet by a number of the seed's, or back. */
function moved(text: string, alphabet: string, seed: number, sign: 1 | -1): string {
  const rng = createRng(seed);
  const size = alphabet.length;
  return [...text]
    .map((letter) => alphabet[(alphabet.indexOf(letter) + size + sign * (rng.uint32() % size)) % size])
    .join("");
}
