import type { EntropyEstimator, PairEstimator } from "@surprisal/core";
import { choice, defineCommand, type Option } from "../command.ts";
import { parseNumber } from "../number.ts";
import { json, level, top, unit } from "../options.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { type EntropyOfSample, entropyOfSample, showEntropy } from "../samples/entropyOfSample.ts";
import { type PairOfSamples, pairOfSamples, showPair } from "../samples/pairOfSamples.ts";
import { UsageError } from "../usage.ts";

const ofOne = {
  "plug-in": "plugIn",
  "miller-madow": "millerMadow",
  jackknife: "jackknife",
  grassberger: "grassberger",
  "chao-shen": "chaoShen",
  "chao-wang-jost": "chaoWangJost",
  "james-stein": "jamesStein",
  nsb: "nsb",
  dirichlet: "dirichlet",
} as const satisfies Readonly<Record<string, EntropyEstimator>>;

const ofTwo = {
  "plug-in": "plugIn",
  smoothed: "smoothed",
  bayesian: "bayesian",
} as const satisfies Readonly<Record<string, PairEstimator>>;

const estimator = choice(
  "NAME",
  ["all", ...(Object.keys(ofOne) as (keyof typeof ofOne)[]), "smoothed", "bayesian"],
  "all",
  "one estimator alone, see below",
);

const alphabet: Option<number> = {
  placeholder: "N",
  help: "how many outcomes there are, seen or not",
  initial: 0,
  expected: "a whole number above 0",
  parse: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined),
};

const concentration: Option<number> = {
  placeholder: "A",
  help: "weight of the prior on each outcome (default 0.5)",
  initial: 0.5,
  expected: "a number above 0, such as 0.5",
  parse(text) {
    const value = parseNumber(text);
    return value !== undefined && value > 0 && value < Infinity ? value : undefined;
  },
};

const forPriors = { concentration };
const forPairs = { top };

export default defineCommand({
  name: "estimate",
  summary: "What counted draws say of where they come from, and how surely",
  operands: [
    { name: "P", help: "a sample: draws from P, counted" },
    { name: "Q", help: "a sample of Q, for D(P‖Q), H(P,Q) and Jensen–Shannon", optional: true },
  ],
  options: { unit, estimator, alphabet, ...forPriors, level, ...forPairs, json },
  notes: [
    {
      title: "A sample is one of",
      rows: [
        ["9,1", "counts; also by name: heads=9,tails=1"],
        ["FILE.json, ./FILE", "a list of counts"],
        ["FILE.csv:COLUMN", "how often each value of a column occurs"],
        ["bytes:FILE", "how often each of the 256 bytes occurs"],
        ["chars:FILE", "how often each character occurs"],
        ["words:FILE", "how often each word occurs"],
      ],
    },
    `Of one sample: ${Object.keys(ofOne).join(", ")}. Of two: ${Object.keys(ofTwo).join(", ")}.`,
    "Draws are taken to be independent. Neighbouring letters and words of a text are not: what is estimated is the entropy of one of them alone, and its interval is too short.",
    "Of two samples, intervals are of the truth and not around the estimate: the bias that resamples show is taken off, so that an estimate may lie outside its own.",
    "Without --alphabet, estimators that need the number of outcomes take Chao's estimate of it, and its uncertainty. Of two samples, all outcomes are taken to be in one or the other.",
  ],
  examples: [
    {
      line: "surprisal estimate 14,6,3,2,1,1,1",
      output: `H(P) ≈ 2.3974 bits   1.6839 to 3.3496 at 95 %, by Chao–Wang–Jost
28 draws met 7 outcomes, about 89.3 % of the distribution; there are 12 or more

  estimator           bits  interval          assumes
  plug-in           2.1085  1.7725 to 3.1479  nothing is unseen
  Miller–Madow      2.2631  1.7433 to 3.2392  nothing is unseen
  jackknife         2.3516  1.7276 to 3.2858  nothing is unseen
  Grassberger       2.3561  1.6965 to 3.2662  nothing is unseen
  Chao–Shen         2.4197  1.7245 to 3.3302  the unseen is as rare as what was seen once
  Chao–Wang–Jost *  2.3974  1.6839 to 3.3496  the unseen is as rare as what was seen once
  James–Stein       2.4701  1.6586 to 3.3701  the size of the alphabet
  NSB               2.3487  1.7839 to 2.9136  the size of the alphabet, a prior
  Dirichlet         2.5544  1.7104 to 3.3984  the size of the alphabet, a prior

* Recommended: Chao–Wang–Jost, because how much is unseen can be told from what was seen once and twice.
Too few draws: 28. Intervals may miss the truth more often than they say; about 30 or more would do.`,
    },
    {
      line: "surprisal estimate a=30,b=50,c=20 a=60,b=25,d=15",
      output: `100 draws from the truth P and 100 from the model Q, of 4 outcomes; bits, intervals at 95 %

           estimator  estimate  interval
  D(P‖Q)   plug-in      ∞       not known
  D(P‖Q)   smoothed     1.2451  0.7434 to 2.5037
  D(P‖Q)   Bayesian     1.6434  0.6794 to 3.3388
  H(P,Q)   plug-in      ∞       not known
  H(P,Q)   smoothed     2.7709  2.2454 to 3.4197
  H(P,Q)   Bayesian     3.1500  2.1709 to 4.9123
  JS(P,Q)  plug-in      0.2424  0.13565 to 0.31326
  JS(P,Q)  smoothed     0.2142  0.14639 to 0.31819
  JS(P,Q)  Bayesian     0.2244  0.14078 to 0.31001

The plug-in estimate is infinite, because 1 outcome, 20 % of the draws from P, never came from Q:
  c  0.2
That they did not come does not say that they cannot: the other estimates give them a chance.

Too few draws: smoothed (H(P,Q)) and Bayesian intervals may miss the truth more often than they say; about 200 of each would do.`,
    },
  ],
  run([first, second], values): Promise<EntropyOfSample | PairOfSamples> {
    const { estimator, alphabet, unit, level, concentration, top } = values;
    if (!["all", "dirichlet", "bayesian"].includes(estimator))
      refuseUnused(forPriors, values, "with an estimator that has a prior");
    if (second === undefined) {
      refuseUnused(forPairs, values, "with P and Q");
      return entropyOfSample(first!, {
        unit,
        level,
        concentration,
        estimator: named(estimator, ofOne, "one sample"),
        ...(alphabet > 0 && { alphabet }),
      });
    }
    if (alphabet > 0)
      throw new UsageError("--alphabet is for one sample, expected P alone", "--alphabet", []);
    return pairOfSamples([first!, second], {
      unit,
      level,
      concentration,
      top,
      estimator: named(estimator, ofTwo, "two samples"),
    });
  },
  show: (result, page) => ("because" in result ? showEntropy(result, page) : showPair(result, page)),
});

function named<E extends string>(typed: string, known: Readonly<Record<string, E>>, of: string): E | "all" {
  if (typed === "all") return "all";
  const meant = known[typed];
  if (meant !== undefined) return meant;
  throw new UsageError(
    `--estimator is ${typed}, expected for ${of} ${Object.keys(known).join(", ")}`,
    typed,
    Object.keys(known),
  );
}
