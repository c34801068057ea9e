import {
  entropy,
  entropyContributions,
  fromUnit,
  huffman,
  type Nats,
  probabilities,
  selfInformation,
} from "@surprisal/core";
import type { Quantity } from "../grade.ts";

const box = probabilities([0.9, 0.1]);
const third = probabilities([0.75, 0.25]);
const tense = probabilities([0.6, 0.1, 0.1, 0.1, 0.1]);
const pairs = huffman(probabilities([...box].flatMap((a) => [...box].map((b) => a * b))));
const digits = (count: number) => fromUnit(count, "bits");
const meanWord = pairs.lengths.reduce((a, b) => a + b, 0) / pairs.lengths.length;
const surprisesOf = (p: Iterable<number>): Nats[] => [...p].map(selfInformation);
const sum = (values: readonly Nats[]) => values.reduce((a, b) => a + b, 0);

/** The questions of the lesson whose answer is a number; what is said about each mistake stands in the prose. */
export const quantities = {
  box: {
    unit: "bits",
    decimals: 3,
    expected: entropy(third),
    mistakes: [
      { name: "first", value: entropy(box) },
      { name: "blueAlone", value: selfInformation(0.25) },
      { name: "bluePiece", value: entropyContributions(third)[1]! },
      { name: "redPiece", value: entropyContributions(third)[0]! },
      { name: "unweighted", value: sum(surprisesOf(third)) },
      { name: "plainMean", value: sum(surprisesOf(third)) / 2 },
      { name: "ceiling", value: selfInformation(1 / 2) },
    ],
  },
  pairs: {
    unit: "bits",
    decimals: 3,
    expected: digits(pairs.expectedLength / 2),
    mistakes: [
      { name: "pair", value: digits(pairs.expectedLength) },
      { name: "alike", value: digits(meanWord / 2) },
      { name: "alikePair", value: digits(meanWord) },
      { name: "single", value: digits(huffman(box).expectedLength) },
      { name: "floor", value: entropy(box) },
    ],
  },
  tense: {
    unit: "nats",
    decimals: 3,
    expected: entropy(tense),
    mistakes: [
      { name: "ceiling", value: selfInformation(1 / 5) },
      { name: "firstPiece", value: entropyContributions(tense)[0]! },
      { name: "oneOther", value: entropyContributions(tense)[0]! + entropyContributions(tense)[1]! },
      { name: "others", value: 4 * entropyContributions(tense)[1]! },
      { name: "unweighted", value: sum(surprisesOf(tense)) },
    ],
  },
} satisfies Record<string, Quantity>;
