import { entropy, entropyContributions, type Probabilities, selfInformation } from "@surprisal/core";
import { below, distribution, pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { costTerms, listOf, sum } from "./terms.ts";

const surprises = (p: Probabilities) => Array.from(p, selfInformation);
const ceiling = (p: Probabilities) => selfInformation(1 / p.length);

export const entropyExercises = [
  family("coin", (rng, unit) => {
    const p = distribution(rng, 2, 20);
    return {
      gaps: { p: p[0]! },
      expected: entropy(p),
      mistakes: {
        ceiling: ceiling(p),
        unweighted: sum(surprises(p)),
        plainMean: sum(surprises(p)) / 2,
        heads: entropyContributions(p)[0]!,
        tails: entropyContributions(p)[1]!,
      },
      work: { symbols: "H(P)", terms: costTerms(p, p, unit) },
    };
  }),
  family("bars", (rng, unit) => {
    const p = distribution(rng, 3, 10);
    return {
      gaps: {},
      bars: [[...p]],
      expected: entropy(p),
      mistakes: {
        ceiling: ceiling(p),
        unweighted: sum(surprises(p)),
        plainMean: sum(surprises(p)) / 3,
        largest: Math.max(...entropyContributions(p)),
      },
      work: { symbols: "H(P)", terms: costTerms(p, p, unit) },
    };
  }),
  family("room", (rng, unit) => {
    const p = distribution(rng, 4, 20);
    return {
      gaps: { p: listOf(p) },
      expected: ceiling(p) - entropy(p),
      mistakes: { entropy: entropy(p), ceiling: ceiling(p) },
      work: {
        symbols: [{ log: unit, of: p.length }, "−", "H(P)"],
        terms: Array.from(p, (x) => [x, "·", { log: unit, of: [p.length, "·", x] }]),
      },
    };
  }),
  family("tosses", (rng, unit) => {
    const p = distribution(rng, 2, 20);
    const n = pick(rng, [3, 4, 5, 10, 20]) + below(rng, 2);
    return {
      gaps: { p: p[0]!, n },
      expected: n * entropy(p),
      mistakes: { one: entropy(p), ceiling: n * ceiling(p), unweighted: n * sum(surprises(p)) },
      work: { symbols: [n, "·", "H(P)"], terms: costTerms(p, p, unit).map((term) => [n, "·", term]) },
    };
  }),
  family("tenses", (rng, unit) => {
    const p = distribution(rng, 5, 20);
    return {
      gaps: { p: listOf(p) },
      expected: entropy(p),
      mistakes: {
        ceiling: ceiling(p),
        unweighted: sum(surprises(p)),
        plainMean: sum(surprises(p)) / 5,
        largest: Math.max(...entropyContributions(p)),
      },
      work: { symbols: "H(P)", terms: costTerms(p, p, unit) },
    };
  }),
];
