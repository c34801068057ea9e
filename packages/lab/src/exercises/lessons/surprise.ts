import { fromUnit, selfInformation } from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { surpriseOf } from "../formula.ts";

const chances = [0.02, 0.04, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5];

export const surpriseExercises = [
  family("alike", (rng, unit) => {
    const n = pick(rng, [4, 8, 16, 32, 64, 128]);
    return {
      gaps: { n },
      expected: selfInformation(1 / n),
      mistakes: { outcomes: fromUnit(n, unit), half: fromUnit(n / 2, unit), others: fromUnit(n - 1, unit) },
      work: { symbols: "I", terms: [{ log: unit, of: n }] },
    };
  }),
  family("rare", (rng, unit) => {
    const n = pick(rng, [5, 10, 20, 25, 40, 50, 100, 200, 250, 400, 500]);
    return {
      gaps: { n },
      expected: selfInformation(1 / n),
      mistakes: { otherwise: selfInformation(1 - 1 / n), probability: fromUnit(1 / n, unit) },
      work: { symbols: "I", terms: [{ log: unit, of: n }] },
    };
  }),
  family("together", (rng, unit) => {
    const [a, b] = [pick(rng, chances), pick(rng, chances)];
    const [first, second] = [selfInformation(a), selfInformation(b)];
    const nat = fromUnit(1, unit);
    return {
      gaps: { a, b },
      expected: selfInformation(a * b),
      mistakes: {
        product: (first * second) / nat,
        either: selfInformation(a + b),
        average: (first + second) / 2,
        rarer: Math.max(first, second),
      },
      work: { symbols: "I", terms: [surpriseOf(a, unit), surpriseOf(b, unit)] },
    };
  }),
  family("more", (rng, unit) => {
    const b = pick(rng, chances.slice(0, 4));
    const times = pick(rng, [2, 3, 4, 5]);
    const a = (b * 100 * times) / 100;
    return {
      gaps: { a, b },
      expected: selfInformation(b) - selfInformation(a),
      mistakes: {
        probabilities: selfInformation(a - b),
        second: selfInformation(b),
        both: selfInformation(a * b),
      },
      work: { symbols: "I(B)−I(A)", terms: [{ log: unit, of: { over: a, under: b } }] },
    };
  }),
];
