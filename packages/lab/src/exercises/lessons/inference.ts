import { entropy, klDivergence, probabilities, selfInformation } from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { gapTerms } from "./terms.ts";

export const inferenceExercises = [
  family("bound", (rng, unit) => {
    const likely = pick(rng, [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);
    const other = Math.round((1 - likely) * 100) / 100;
    const [half, posterior] = [probabilities([0.5, 0.5]), probabilities([likely, other])];
    const expected = klDivergence(half, posterior);
    return {
      gaps: { a: likely, b: other },
      expected,
      mistakes: {
        swapped: klDivergence(posterior, half),
        surprise: selfInformation(0.5),
        bound: selfInformation(0.5) + expected,
        posterior: entropy(posterior),
      },
      work: { symbols: "D(Q‖P)", terms: gapTerms(half, posterior, unit) },
    };
  }),
  family("meanField", (rng, unit) => {
    const rho = pick(rng, [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]);
    const left = Math.round((1 - rho * rho) * 1e4) / 1e4;
    return {
      gaps: { r: rho },
      expected: selfInformation(left) / 2,
      mistakes: {
        notHalved: selfInformation(left),
        notSquared: selfInformation(1 - rho) / 2,
      },
      work: {
        symbols: "D(Q‖P)",
        terms: [{ over: { log: unit, of: { over: 1, under: left } }, under: 2 }],
      },
    };
  }),
];
