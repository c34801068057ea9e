import {
  crossEntropy,
  entropy,
  klDivergence,
  type Nats,
  probabilities,
  selfInformation,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

/** What comes out of the cinema, and what somebody expects who has heard the grumbling in the queue. */
export const films = { p: probabilities([0.5, 0.4, 0.1]), q: probabilities([0.25, 0.5, 0.25]) };
const harbour = {
  p: probabilities([1 / 2, 1 / 8, 1 / 8, 1 / 8, 1 / 8]),
  q: probabilities([1 / 16, 1 / 16, 1 / 8, 1 / 4, 1 / 2]),
};
const sum = (values: Iterable<Nats>) => [...values].reduce((a, b) => a + b, 0);
const surprises = (q: Iterable<number>) => Array.from(q, selfInformation);

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  films: {
    unit: "bits",
    decimals: 3,
    expected: crossEntropy(films.p, films.q),
    mistakes: [
      { name: "entropy", value: entropy(films.p) },
      { name: "swapped", value: crossEntropy(films.q, films.p) },
      { name: "entropyOfModel", value: entropy(films.q) },
      { name: "gap", value: klDivergence(films.p, films.q) },
      { name: "unweighted", value: sum(surprises(films.q)) },
      { name: "plainMean", value: sum(surprises(films.q)) / 3 },
    ],
  },
  harbour: {
    unit: "bits",
    decimals: 3,
    expected: crossEntropy(harbour.q, harbour.p),
    mistakes: [
      { name: "ownBook", value: entropy(harbour.q) },
      { name: "bay", value: entropy(harbour.p) },
      { name: "swapped", value: crossEntropy(harbour.p, harbour.q) },
      { name: "gap", value: klDivergence(harbour.q, harbour.p) },
      { name: "plainMean", value: sum(surprises(harbour.p)) / 5 },
    ],
  },
  label: {
    unit: "nats",
    decimals: 3,
    expected: selfInformation(1 / 5),
    mistakes: [
      { name: "others", value: selfInformation(4 / 5) },
      { name: "probability", value: 1 / 5 },
      { name: "weighted", value: selfInformation(1 / 5) / 5 },
    ],
  },
} satisfies Record<string, Quantity>;
