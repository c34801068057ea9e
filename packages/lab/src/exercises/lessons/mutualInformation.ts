import {
  conditionalEntropy,
  entropy,
  jointEntropy,
  jointTable,
  marginal,
  mutualInformation,
  probabilities,
  selfInformation,
  type Unit,
} from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import { type Formula, surpriseOf } from "../formula.ts";
import { gapTerms } from "./terms.ts";

export const mutualInformationExercises = [
  family("channel", (rng, unit) => {
    const wrong = pick(rng, [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]);
    const fair = probabilities([0.5, 0.5]);
    const sent = probabilities([wrong, 1 - wrong]);
    const table = jointTable([(1 - wrong) / 2, wrong / 2, wrong / 2, (1 - wrong) / 2], [2, 2]);
    return {
      gaps: { p: wrong },
      expected: mutualInformation(table),
      mistakes: { left: entropy(sent), all: entropy(fair), together: jointEntropy(table) },
      work: { symbols: "I(X;Y)", terms: gapTerms([wrong, Math.round((1 - wrong) * 100) / 100], fair, unit) },
    };
  }),
  family("left", (rng, unit) => {
    const share = pick(rng, [0.1, 0.2, 0.25, 0.3, 0.4]);
    const [a, b] = [pick(rng, [0.6, 0.7, 0.8, 0.9]), pick(rng, [0.1, 0.2, 0.3, 0.4])];
    const rest = (value: number) => Math.round((1 - value) * 100) / 100;
    const table = jointTable([share * a, share * rest(a), rest(share) * b, rest(share) * rest(b)], [2, 2]);
    const column = (weight: number, value: number): Formula[] =>
      [value, rest(value)].map((p) => [weight, "·", p, "·", surpriseOf(p, unit)]);
    const columns = [a, b].map((value) => entropy(probabilities([value, rest(value)])));
    return {
      gaps: { p: share, a, b },
      expected: conditionalEntropy(table, [1], [0]),
      mistakes: {
        whole: entropy(marginal(table, [1]).p),
        unweighted: (columns[0]! + columns[1]!) / 2,
        together: jointEntropy(table),
      },
      work: { symbols: "H(Y|X)", terms: [...column(share, a), ...column(rest(share), b)] },
    };
  }),
  family("pair", (rng, unit) => {
    const [a, b] = [pick(rng, [0.3, 0.4, 0.5]), pick(rng, [0.3, 0.4, 0.5])];
    const both = pick(rng, [0.26, 0.28, 0.3]);
    const expected = selfInformation(a * b) - selfInformation(both);
    return {
      gaps: { p: both, a, b },
      expected,
      mistakes: {
        weighted: both * expected,
        surprise: selfInformation(both),
        product: selfInformation(a * b),
      },
      work: {
        symbols: ["log", { over: "P(x,y)", under: "P(x)·P(y)" }],
        terms: [{ log: unit, of: { over: both, under: [a, "·", b] } }],
      },
    };
  }),
  family("correction", (rng, unit) => {
    const [seen, draws] = [pick(rng, [4, 5, 6, 7]), pick(rng, [15, 20, 25, 30, 40])];
    const outcomes = seen + pick(rng, [1, 2, 3]);
    return {
      gaps: { k: outcomes, s: seen, n: draws },
      expected: (seen - 1) / (2 * draws),
      mistakes: {
        unseen: (outcomes - 1) / (2 * draws),
        notHalved: (seen - 1) / draws,
        noneLess: seen / (2 * draws),
      },
      work: { symbols: "(S − 1)/2n", terms: [inNats({ over: seen - 1, under: 2 * draws }, unit)] },
    };
  }),
  family("phantom", (rng, unit) => {
    const [rows, columns] = [pick(rng, [3, 4, 5, 6]), pick(rng, [3, 4, 5, 6])];
    const pairs = pick(rng, [30, 40, 50, 80]);
    const free = (rows - 1) * (columns - 1);
    return {
      gaps: { r: rows, c: columns, n: pairs },
      expected: free / (2 * pairs),
      mistakes: {
        truth: 0,
        notHalved: free / pairs,
        cells: (rows * columns - 1) / (2 * pairs),
        noneLess: (rows * columns) / (2 * pairs),
      },
      work: {
        symbols: "(r − 1)(c − 1)/2n",
        terms: [inNats({ over: [rows - 1, "·", columns - 1], under: 2 * pairs }, unit)],
      },
    };
  }),
];

/** A formula that comes out in nats, in a unit. */
function inNats(formula: Formula, unit: Unit): Formula {
  if (unit === "nats") return formula;
  return { over: formula, under: { log: "nats", of: unit === "bits" ? 2 : 10 } };
}
