import {
  crossEntropy,
  entropy,
  klContributions,
  klDivergence,
  labelSmoothing,
  type Probabilities,
  probabilities,
} from "@surprisal/core";
import { distribution, pick, twoDistributions } from "../draw.ts";
import { family } from "../exercise.ts";
import { costTerms, gapTerms } from "./terms.ts";

const symbols = "D(P‖Q)";

function mistakesOf(p: Probabilities, q: Probabilities) {
  return {
    swapped: klDivergence(p, q, "reverse"),
    cost: crossEntropy(p, q),
    unavoidable: entropy(p),
    worst: Math.max(...klContributions(p, q)),
  };
}

export const klExercises = [
  family("gap", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 2, 20);
    return {
      gaps: { p: p[0]!, q: q[0]! },
      expected: klDivergence(p, q),
      mistakes: mistakesOf(p, q),
      work: { symbols, terms: gapTerms(p, q, unit) },
    };
  }),
  family("bars", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 3, 10);
    return {
      gaps: {},
      bars: [[...p], [...q]],
      expected: klDivergence(p, q),
      mistakes: mistakesOf(p, q),
      work: { symbols, terms: gapTerms(p, q, unit) },
    };
  }),
  family("sure", (rng, unit) => {
    const q = distribution(rng, 3, 20);
    const p = probabilities([1, 0, 0]);
    return {
      gaps: { a: q[0]!, b: q[1]!, c: q[2]! },
      expected: klDivergence(p, q),
      mistakes: { infinite: klDivergence(p, q, "reverse"), model: entropy(q) },
      work: { symbols, terms: gapTerms(p, q, unit) },
    };
  }),
  family("smoothed", (rng, unit) => {
    const p = distribution(rng, 2, 10);
    const epsilon = pick(rng, [0.02, 0.04, 0.1, 0.2]);
    const q = labelSmoothing(probabilities([1, 0]), epsilon);
    return {
      gaps: { p: p[1]!, epsilon },
      expected: klDivergence(p, q),
      mistakes: {
        infinite: klDivergence(p, probabilities([1, 0])),
        whole: klDivergence(p, probabilities([1 - epsilon, epsilon])),
        swapped: klDivergence(p, q, "reverse"),
      },
      work: { symbols, terms: gapTerms(p, q, unit) },
    };
  }),
  family("matched", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 2, 20);
    return {
      gaps: { p: p[0]!, q: q[0]! },
      expected: crossEntropy(p, p),
      mistakes: { before: crossEntropy(p, q), saved: klDivergence(p, q), gap: klDivergence(p, p) },
      work: { symbols: "H(P,P)", terms: costTerms(p, p, unit) },
    };
  }),
];
