import { crossEntropy, entropy, klDivergence, probabilities, selfInformation } from "@surprisal/core";
import { distribution, twoDistributions } from "../draw.ts";
import { family } from "../exercise.ts";
import { costTerms, listOf, sum } from "./terms.ts";

export const crossEntropyExercises = [
  family("price", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 2, 20);
    return {
      gaps: { p: p[0]!, q: q[0]! },
      expected: crossEntropy(p, q),
      mistakes: {
        swapped: crossEntropy(q, p),
        gap: klDivergence(p, q),
        truth: entropy(p),
        model: entropy(q),
        unweighted: sum(Array.from(q, selfInformation)),
      },
      work: { symbols: "H(P,Q)", terms: costTerms(p, q, unit) },
    };
  }),
  family("bars", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 3, 10);
    return {
      gaps: {},
      bars: [[...p], [...q]],
      expected: crossEntropy(p, q),
      mistakes: {
        swapped: crossEntropy(q, p),
        gap: klDivergence(p, q),
        truth: entropy(p),
        model: entropy(q),
      },
      work: { symbols: "H(P,Q)", terms: costTerms(p, q, unit) },
    };
  }),
  family("label", (rng, unit) => {
    const q = distribution(rng, 3, 20);
    const label = probabilities([1, 0, 0]);
    return {
      gaps: { a: q[0]!, b: q[1]!, c: q[2]! },
      expected: crossEntropy(label, q),
      mistakes: {
        complement: selfInformation(1 - q[0]!),
        entropy: entropy(q),
        all: sum(Array.from(q, selfInformation)),
      },
      work: { symbols: "H(P,Q)", terms: costTerms(label, q, unit) },
    };
  }),
  family("signals", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 4, 20);
    return {
      gaps: { p: listOf(p), q: listOf(q) },
      expected: crossEntropy(p, q),
      mistakes: {
        swapped: crossEntropy(q, p),
        gap: klDivergence(p, q),
        truth: entropy(p),
        model: entropy(q),
      },
      work: { symbols: "H(P,Q)", terms: costTerms(p, q, unit) },
    };
  }),
];
