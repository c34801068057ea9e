import { crossEntropy, entropy, normalize, probabilities, selfInformation } from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { gapTerms } from "./terms.ts";

export const distillationExercises = [
  family("habit", (rng, unit) => {
    const share = pick(rng, [0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9]);
    const said = probabilities([share, 1 - share]);
    // Kind and drink of either order come together by chance, the others of kind and drink apart take the rest.
    const byChance = Array.from(said, (x) => x ** 2);
    const other = share * (1 - share);
    return {
      gaps: { p: share },
      expected: entropy(said),
      mistakes: {
        zero: 0,
        cost: crossEntropy(probabilities([...said, 0, 0]), normalize([...byChance, other, other])),
        infinite: Infinity,
      },
      work: { symbols: "D(P‖Q)", terms: gapTerms(said, byChance, unit) },
    };
  }),
  family("task", (rng, unit) => {
    const [a, b, c] = pick(rng, [
      [0.1, 0.2, 0.1],
      [0.2, 0.2, 0.1],
      [0.12, 0.2, 0.16],
      [0.05, 0.1, 0.1],
      [0.3, 0.1, 0.1],
      [0.04, 0.12, 0.08],
      [0.15, 0.15, 0.3],
      [0.06, 0.02, 0.04],
    ] as const);
    const serving = a + b + c;
    return {
      gaps: { a, b, c },
      expected: selfInformation(a / serving),
      mistakes: {
        before: selfInformation(a),
        served: selfInformation(serving),
        both: selfInformation(a) + selfInformation(serving),
      },
      work: { symbols: "−log P(a)", terms: [{ log: unit, of: { over: [a, "+", b, "+", c], under: a } }] },
    };
  }),
];
