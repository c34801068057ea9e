import {
  aliasTable,
  createRng,
  entropy,
  type Nats,
  normalize,
  type Probabilities,
  selfInformation,
} from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";
import { type Answers, answersOf, expectedQuestions, type Strategy } from "./strategies.ts";

export type Prior = "uniform" | "zipf" | "own";

/** A game of guessing a number from 1 to n by questions with the answers yes and no. */
export type Game = {
  readonly n: number;
  readonly prior: Prior;
  /** The reader's own odds, in billionths; length n while the prior is "own". */
  readonly own: Probabilities;
  readonly strategy: Strategy;
  /** The number to be found, once it is known. */
  readonly target: number | undefined;
  /** The answers given so far: 0 is yes, 1 is no. */
  readonly path: string;
  readonly seed: number;
};

export type Refusal = { readonly refused: "size" | "weights" | "impossible" };

export const fewest = 2;
export const most = 1024;
/** As many bars as a hand can tell apart. */
export const mostOwn = 16;

const uniform = (n: number) => normalize(new Array(n).fill(1));

/** A game to begin with: its number already found, so that the whole path shows. */
export function gameOf(n: number, prior: "uniform" | "zipf", strategy: Strategy, target: number): Game {
  return found({ n, prior, own: inBillionths(uniform(2)), strategy, target, path: "", seed: 1 });
}

/** How likely each number is. */
function oddsOf({ n, prior, own }: Game): Probabilities {
  if (prior === "own") return own;
  return prior === "uniform" ? uniform(n) : normalize(Array.from({ length: n }, (_, i) => 1 / (i + 1)));
}

export function setSize(game: Game, n: number): Game | Refusal {
  if (!(Number.isInteger(n) && n >= fewest && n <= most)) return { refused: "size" };
  return found({ ...game, n, prior: game.prior === "own" && n !== game.own.length ? "uniform" : game.prior });
}

/** Odds of one's own begin as the odds there are, of the first sixteen numbers at most. */
export function setPrior(game: Game, prior: Prior): Game {
  if (prior !== "own" || game.prior === "own") return found({ ...game, prior });
  const own = inBillionths(normalize([...oddsOf(game)].slice(0, mostOwn)));
  return found({ ...game, prior, own, n: own.length });
}

export function setWeights(game: Game, weights: readonly number[]): Game | Refusal {
  const usable = weights.every((x) => x >= 0 && x <= 1e9) && weights.some((x) => x > 0);
  if (!usable || weights.length < fewest || weights.length > mostOwn) return { refused: "weights" };
  return found({ ...game, prior: "own", own: inBillionths(normalize([...weights])), n: weights.length });
}

/** One of the reader's own odds moved; the others share the rest. */
export function moveOdds(game: Game, index: number, value: number, from = game.own): Game {
  return found({ ...game, own: moveOne(from, index, value) });
}

export function setStrategy(game: Game, strategy: Strategy): Game {
  return found({ ...game, strategy });
}

/** A number to be found from the start. */
export function setTarget(game: Game, target: number): Game | Refusal {
  if (!(Number.isInteger(target) && target >= 1 && target <= game.n)) return { refused: "size" };
  if (answersFor(game)[target - 1] === undefined) return { refused: "impossible" };
  return { ...game, target, path: "" };
}

/** The number that a seed draws, to be found from the start. */
export function draw(game: Game, seed: number): Game {
  return { ...game, seed, target: aliasTable(oddsOf(game)).sample(createRng(seed)) + 1, path: "" };
}

/** Somebody thinks of a number and will answer; where only one can happen, that is the one. */
export function think(game: Game): Game {
  const [first, ...others] = leftAfter(answersFor(game), "");
  return { ...game, target: others.length === 0 ? first! + 1 : undefined, path: "" };
}

/** The answer yes, 0, or no, 1; when one number is left, that is the one. */
export function answer(game: Game, reply: "0" | "1"): Game {
  const answers = answersFor(game);
  const path = game.path + reply;
  const left = leftAfter(answers, path);
  if (left.length === 0) return game;
  const kept = game.target !== undefined && left.includes(game.target - 1) ? game.target : undefined;
  return { ...game, path, target: left.length === 1 ? left[0]! + 1 : kept };
}

/** The path to a known number, so many questions long. */
export function goTo(game: Game, questions: number): Game {
  const full = game.target === undefined ? undefined : answersFor(game)[game.target - 1];
  return full === undefined ? game : { ...game, path: full.slice(0, questions) };
}

export function isRefusal(result: Game | Refusal): result is Refusal {
  return "refused" in result;
}

/** The numbers that are left after some answers, from 0. */
export function leftAfter(answers: Answers, path: string): number[] {
  return answers.flatMap((word, i) => (word?.startsWith(path) ? [i] : []));
}

/** Everything the figure shows. */
export type Measures = {
  readonly p: Probabilities;
  readonly answers: Answers;
  /** The numbers left before each question asked so far, and now, from 0. */
  readonly stages: readonly (readonly number[])[];
  /** Of those left now, the ones the next question asks about; none once the number is found. */
  readonly asked: readonly number[];
  readonly longest: number;
  /** −ln of the probability of what is left. */
  readonly learnt: Nats;
  readonly entropy: Nats;
  /** Mean number of questions, by strategy. */
  readonly expected: Readonly<Record<Strategy, number>>;
  /** How likely each number of questions is, in the strategy played. */
  readonly lengths: readonly { readonly length: number; readonly p: number }[];
};

export function measure(game: Game): Measures {
  const p = oddsOf(game);
  const answers = answersOf(game.strategy, p);
  const other = answersOf(game.strategy === "best" ? "halving" : "best", p);
  const [mine, others] = [expectedQuestions(p, answers), expectedQuestions(p, other)];
  const stages = Array.from({ length: game.path.length + 1 }, (_, k) =>
    leftAfter(answers, game.path.slice(0, k)),
  );
  const left = stages.at(-1)!;
  const mass = left.reduce((sum, i) => sum + p[i]!, 0);
  const byLength = new Map<number, number>();
  answers.forEach((word, i) => {
    if (word !== undefined && p[i]! > 0) byLength.set(word.length, (byLength.get(word.length) ?? 0) + p[i]!);
  });
  return {
    p,
    answers,
    stages,
    asked: left.length > 1 ? leftAfter(answers, `${game.path}0`) : [],
    longest: Math.max(...answers.map((word) => word?.length ?? 0)),
    learnt: selfInformation(Math.min(1, mass)),
    entropy: entropy(p),
    expected: game.strategy === "best" ? { best: mine, halving: others } : { best: others, halving: mine },
    lengths: [...byLength].sort(([a], [b]) => a - b).map(([length, p]) => ({ length, p })),
  };
}

function answersFor(game: Game): Answers {
  return answersOf(game.strategy, oddsOf(game));
}

/** The game with its number found by the questions it has now, or begun anew if they never reach it. */
function found(game: Game): Game {
  const path = game.target === undefined ? undefined : answersFor(game)[game.target - 1];
  return path === undefined ? think(game) : { ...game, path };
}
