import { normalize } from "@surprisal/core";
import { inBillionths } from "../../figure/billionths.ts";
import type { Decoded } from "../../figure/hash.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { fewest, type Game, leftAfter, measure, most, mostOwn } from "./model.ts";

const version = "1";
const longest = 300;
const priors = { u: "uniform", z: "zipf" } as const;

/** A game as short text for a link: `1~8~u~h~6~101~1`, that is version, n, odds, strategy, number, answers, seed. */
export function encodeGame({ n, prior, own, strategy, target, path, seed }: Game): string {
  const odds = prior === "own" ? encodeProbabilities(own) : prior.charAt(0);
  return [version, n, odds, strategy.charAt(0), target ?? "", path, seed].join("~");
}

/** The game of a text made by {@link encodeGame}; anything else is refused, whatever it is. Never throws. */
export function decodeGame(link: string): Decoded<Game> {
  const text = link.length > longest ? "" : decodeText(link);
  const [written = "", size = "", odds = "", way = "", target = "", path = "", seed = "", ...rest] =
    text.split("~");
  if (!/^\d+$/.test(written) || !text.includes("~")) return { problem: "damaged" };
  if (written !== version) return { problem: "version" };
  const n = wholeNumber(size);
  const usable = rest.length === 0 && n >= fewest && n <= most && /^[hb]$/.test(way) && /^[01]*$/.test(path);
  const prior = Object.hasOwn(priors, odds) ? priors[odds as keyof typeof priors] : "own";
  const own =
    prior === "own" && n <= mostOwn ? decodeProbabilities(odds, n) : inBillionths(normalize([1, 1]));
  const number = target === "" ? undefined : wholeNumber(target);
  const [chance, within] = [wholeNumber(seed), number === undefined || (number >= 1 && number <= n)];
  if (!usable || !own || own.length !== (prior === "own" ? n : 2) || !within || !(chance < 2 ** 32))
    return { problem: "damaged" };
  const game: Game = {
    n,
    prior,
    own,
    strategy: way === "h" ? "halving" : "best",
    target: number,
    path,
    seed: chance,
  };
  return { ...(isPlayable(game) ? { state: game } : { problem: "damaged" }) };
}

/** The answers lead somewhere, and to the number if there is one; a number that is all that is left is known. */
function isPlayable(game: Game): boolean {
  const left = leftAfter(measure(game).answers, game.path);
  if (left.length === 0) return false;
  if (game.target === undefined) return left.length > 1;
  return left.includes(game.target - 1);
}

function wholeNumber(text: string): number {
  return /^(0|[1-9]\d{0,9})$/.test(text) ? Number(text) : Number.NaN;
}
