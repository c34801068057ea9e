import { entropy, labelSmoothing, probabilities } from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { costTerms } from "./terms.ts";

export const lossCurvesExercises = [
  family("floor", (rng, unit) => {
    const epsilon = pick(rng, [0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28, 0.4]);
    const label = labelSmoothing(probabilities([1, 0, 0, 0]), epsilon);
    const third = epsilon / 3;
    return {
      gaps: { e: epsilon },
      expected: entropy(label),
      mistakes: {
        zero: 0,
        two: entropy(probabilities([1 - epsilon, epsilon])),
        wrongOnly: entropy(probabilities([1 - epsilon, third, third, third])),
      },
      work: { symbols: "H(P)", terms: costTerms(label, label, unit) },
    };
  }),
];
