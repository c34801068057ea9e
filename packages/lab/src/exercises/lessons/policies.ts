import { klDivergence, probabilities, selfInformation } from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { surpriseOf } from "../formula.ts";
import { gapTerms } from "./terms.ts";

/** A share under the reference, by how much its reward multiplies its odds, and the share they come to. */
const leashes = [
  [0.5, 3, 0.75],
  [0.5, 4, 0.8],
  [0.5, 9, 0.9],
  [0.2, 4, 0.5],
  [0.2, 16, 0.8],
  [0.25, 3, 0.5],
  [0.25, 9, 0.75],
  [0.1, 9, 0.5],
  [0.1, 81, 0.9],
  [0.4, 6, 0.8],
] as const;

export const policyExercises = [
  family("leash", (rng, unit) => {
    const [share, factor, best] = pick(rng, leashes);
    const reference = probabilities([share, 1 - share]);
    const policy = probabilities([best, 1 - best]);
    return {
      gaps: { p: share, k: factor },
      expected: klDivergence(policy, reference),
      mistakes: { swapped: klDivergence(reference, policy), loose: selfInformation(share) },
      work: { symbols: "D(Q‖P)", terms: gapTerms(policy, reference, unit) },
    };
  }),
  family("loose", (rng, unit) => {
    const share = pick(rng, [0.01, 0.02, 0.04, 0.05, 0.08, 0.1, 0.15, 0.2, 0.25]);
    return {
      gaps: { p: share },
      expected: selfInformation(share),
      mistakes: {
        infinite: Infinity,
        other: selfInformation(1 - share),
        weighted: share * selfInformation(share),
      },
      work: { symbols: "D(Q‖P)", terms: [surpriseOf(share, unit)] },
    };
  }),
];
