import {
  entropy,
  fromUnit,
  guessingBounds,
  klDivergence,
  type Probabilities,
  probabilities,
  type Rng,
  selfInformation,
  temperature,
  topK,
} from "@surprisal/core";
import { distribution, pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { type Formula, surpriseOf } from "../formula.ts";
import { costTerms, sum } from "./terms.ts";

/** Four next words, the likeliest first, no two as likely. */
function nextWord(rng: Rng): Probabilities {
  const sorted = [...distribution(rng, 4, 20)].sort((a, b) => b - a);
  return new Set(sorted).size === 4 ? probabilities(sorted) : nextWord(rng);
}

export const languageModelsExercises = [
  family("text", (rng, unit) => {
    const chances = [0, 1, 2].map(() => pick(rng, [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.8]));
    const paid = chances.map(selfInformation);
    const third = (term: Formula): Formula => [{ over: 1, under: 3 }, "·", term];
    return {
      gaps: { a: chances[0]!, b: chances[1]!, c: chances[2]! },
      expected: sum(paid) / 3,
      mistakes: { total: sum(paid), meanOfChances: selfInformation(sum(chances) / 3) },
      work: { symbols: "H(P,Q)", terms: chances.map((p) => third(surpriseOf(p, unit))) },
    };
  }),
  family("nucleus", (rng, unit) => {
    const p = nextWord(rng);
    const drawn = topK(p, 2);
    const kept = Math.round((p[0]! + p[1]!) * 100) / 100;
    return {
      gaps: { a: p[0]!, b: p[1]!, c: p[2]!, d: p[3]! },
      expected: klDivergence(drawn, p),
      mistakes: {
        swapped: klDivergence(p, drawn),
        lost: selfInformation(1 - kept),
        entropyOfDrawn: entropy(drawn),
      },
      work: { symbols: "D(T‖P)", terms: [surpriseOf(kept, unit)] },
    };
  }),
  family("greedy", (rng, unit) => {
    const p = nextWord(rng);
    const drawn = temperature(p, 0);
    return {
      gaps: { a: p[0]!, b: p[1]!, c: p[2]!, d: p[3]! },
      expected: klDivergence(drawn, p),
      mistakes: {
        swapped: klDivergence(p, drawn),
        entropyOfModel: entropy(p),
        entropyOfDrawn: entropy(drawn),
      },
      work: { symbols: "D(T‖P)", terms: [surpriseOf(p[0]!, unit)] },
    };
  }),
  family("letters", (rng, unit) => {
    const perToken = pick(rng, [2.4, 2.8, 3.2, 3.6, 4.2, 4.8, 5.4]);
    const letters = pick(rng, [3, 4, 5, 6]);
    return {
      gaps: { a: perToken, unit, n: letters },
      expected: fromUnit(perToken / letters, unit),
      mistakes: { product: fromUnit(perToken * letters, unit), token: fromUnit(perToken, unit) },
      work: { symbols: [perToken, "/", letters], terms: [{ over: perToken, under: letters }] },
    };
  }),
  family("guesses", (rng, unit) => {
    const right = nextWord(rng);
    const { lower, upper } = guessingBounds(right);
    return {
      gaps: { a: right[0]!, b: right[1]!, c: right[2]!, d: right[3]! },
      expected: upper,
      mistakes: {
        lower,
        meanGuesses: Math.log(sum(Array.from(right, (p, i) => p * (i + 1)))),
        alike: selfInformation(1 / 4),
      },
      work: { symbols: "H(P)", terms: costTerms(right, right, unit) },
    };
  }),
];
