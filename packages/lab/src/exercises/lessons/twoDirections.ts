import { crossEntropy, gaussianKl, klDivergence, normal, selfInformation } from "@surprisal/core";
import { pick, twoDistributions } from "../draw.ts";
import { family } from "../exercise.ts";
import { type Formula, surpriseOf } from "../formula.ts";
import { gapTerms } from "./terms.ts";

export const twoDirectionsExercises = [
  family("reverse", (rng, unit) => {
    const [p, q] = twoDistributions(rng, 2, 20);
    return {
      gaps: { p: p[0]!, q: q[0]! },
      expected: klDivergence(p, q, "reverse"),
      mistakes: { forward: klDivergence(p, q), cost: crossEntropy(q, p) },
      work: { symbols: "D(Q‖P)", terms: gapTerms(q, p, unit) },
    };
  }),
  family("hill", (rng, unit) => {
    const weight = pick(rng, [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45]);
    return {
      gaps: { p: weight },
      expected: selfInformation(weight),
      mistakes: {
        other: selfInformation(1 - weight),
        weighted: weight * selfInformation(weight),
        infinite: Infinity,
      },
      work: { symbols: "D(Q‖P)", terms: [surpriseOf(weight, unit)] },
    };
  }),
  family("normals", (rng, unit) => {
    const [sdP, sdQ] = [pick(rng, [0.5, 1, 2]), pick(rng, [0.5, 1, 2])];
    const distance = pick(rng, [0.5, 1, 1.5, 2, 3]);
    const [p, q] = [normal(0, sdP), normal(distance, sdQ)];
    const bracket: Formula = [
      { over: sdP ** 2 + distance ** 2, under: 2 * sdQ ** 2 },
      "−",
      { over: 1, under: 2 },
    ];
    return {
      gaps: { s: sdP, m: distance, t: sdQ },
      expected: gaussianKl(p, q),
      mistakes: { swapped: gaussianKl(q, p), sameWidth: distance ** 2 / (2 * sdQ ** 2) },
      work: {
        symbols: "D(P‖Q)",
        terms: [
          { log: unit, of: { over: sdQ, under: sdP } },
          unit === "nats"
            ? bracket
            : { over: ["(", bracket, ")"], under: { log: "nats", of: unit === "bits" ? 2 : 10 } },
        ],
      },
    };
  }),
];
