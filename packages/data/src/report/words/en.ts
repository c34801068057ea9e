import type { Estimate, RowFault, Unit } from "@surprisal/core";
import { cardWords } from "../../outputs/cardWords.ts";
import { type QuirkCode, quirkMeanings } from "../../scores/quirks.ts";
import { page } from "./pageEn.ts";

export const en = {
  /** Of the documents that are made. */
  page,
  listed: (names: readonly string[]) => new Intl.ListFormat("en").format(names),
  titleOfOne: (name: string) => `Perplexity of ${name}`,
  titleOfPair: (candidates: string, base: string) => `${candidates} against ${base}`,
  units: { bits: "bits", nats: "nats", bans: "bans" } satisfies Record<Unit, string>,
  outcomes: "outcomes",
  perplexityOf: (value: string) => `Perplexity ${value}`,
  entropyOf: (value: string) => `Entropy ${value} a row`,
  noPerplexity: "Nothing was scored",
  entropyOnly: "Nothing says what came, so that no perplexity is known.",
  asUncertain: (choices: string) =>
    `As surprised as by ${choices} equally likely tokens, one after the other.`,
  from: (low: string, high: string) => `${low} to ${high}`,
  isBetween: (name: string) => `${name}, between`,
  ends: (low: string, high: string) => `${low} and ${high}`,
  at: (level: string) => `${level} interval`,
  unknownInterval: "interval not known",
  tokensScored: (scored: string, of: string, sequences: string, one: boolean) =>
    `${scored} of ${of} ${of === "1" ? "token is" : "tokens are"} scored, in ${sequences} ${one ? "sequence" : "sequences"}.`,
  compared: (compared: string, of: string, sequences: string, one: boolean) =>
    `${compared} of ${of} ${of === "1" ? "token is" : "tokens are"} compared, in ${sequences} ${one ? "sequence" : "sequences"}.`,
  cameFrom: (file: string) => `What came is from ${file}.`,
  direction: "truth P, model Q",
  pIs: (file: string) => `P is ${file}, the base`,
  qIs: (file: string) => `Q is ${file}`,
  klMeans: (value: string) => `Who believes Q where P is true pays ${value} a token too much.`,
  klInfinite: "Q rules out what P allows: no price is high enough.",
  noDivergence: "These files list only the likeliest tokens: no divergence is known, and none is made up.",
  bounded: (lower: string, upper: string | undefined) =>
    upper === undefined
      ? `D(P‖Q) is at least ${lower}, whatever the tokens outside the lists are; how much more, nothing says without a floor.`
      : `D(P‖Q) is between ${lower} and ${upper}, whatever the tokens outside the lists are.`,
  entropyBounded: (lower: string, upper: string | undefined) =>
    upper === undefined
      ? `The entropy of a token is at least ${lower} on average, whatever the tokens outside the lists are; how much more, nothing says unless it is known how many there are.`
      : `The entropy of a token is between ${lower} and ${upper} on average, whatever the tokens outside the lists are.`,
  sections: {
    spread: "How it is spread",
    text: "The text",
    numbers: "All numbers",
    card: "What it may be compared with",
    notes: "What is to be known of it",
    methods: "How the intervals are made",
    command: "The command",
    save: "Save the numbers",
    candidates: "The candidates",
    bounds: "Between which values these lie",
    entropyBounds: "Between which values the entropy lies",
    carriers: "The tokens that carry D(P‖Q)",
  },
  readouts: {
    perplexity: "Perplexity",
    surprisePerToken: "Surprise a token",
    surprisePerByte: "Surprise a byte",
    surprisePerWord: "Surprise a word",
    entropy: "Entropy of a row",
    entropyOfToken: "Entropy of a token",
    medianRank: "Median rank of what came",
    reciprocalRank: "Mean of 1/rank",
    top: (k: string) => (k === "1" ? "The likeliest came" : `One of the ${k} likeliest came`),
    calibrationError: "Calibration error",
    forwardKl: "Too much paid, P true",
    reverseKl: "The other direction, Q true",
    jensenShannon: "Jensen–Shannon",
    totalVariation: "Total variation",
    hellinger: "Hellinger distance",
    entropyChange: "Entropy, Q's less P's",
    top1Agreement: "Same likeliest token",
    topOverlap: "Shared among the likeliest",
    basePerplexity: "Perplexity of P",
    candidatePerplexity: "Perplexity of Q",
    perplexityRatio: "Perplexity, Q's over P's",
    perplexityDifference: "Perplexity, Q's less P's",
    logPerplexityRatio: "Logarithm of the ratio",
    correlation: "Correlation of surprises",
    probabilityChange: "Probability of what came, Q's less P's",
    rmsProbabilityChange: "Its root mean square",
    floor: "Divergence of a second run of P",
    excess: "What Q has beyond that",
  },
  tableHeads: {
    quantity: "Quantity",
    estimate: "Estimate",
    unit: "Unit",
    interval: "Interval",
    worth: "Worth, in independent tokens",
    maximum: "Maximum",
    minimum: "Minimum",
    ofTokens: "Of the tokens",
    sure: "P's highest probability",
    tokens: "Tokens",
    share: "Share of D(P‖Q)",
    agreement: "Same likeliest",
    confidence: "Mean probability",
    accuracy: "How often right",
    difference: "Difference",
    least: "At least",
    most: "At most",
    ofP: "P, on average",
    ofQ: "Q, on average",
    part: "Part of D(P‖Q)",
    token: "Token",
    pair: "Pair, on the same tokens",
  },
  verdict: {
    ratio: {
      lower: (ratio: string) =>
        `On what came, Q is less surprised than P: its perplexity is ${ratio} times P's.`,
      higher: (ratio: string) =>
        `On what came, Q is more surprised than P: its perplexity is ${ratio} times P's.`,
      "not distinguishable": (ratio: string) =>
        `On what came, Q is not distinguishable from P: its perplexity is ${ratio} times P's.`,
    },
    floor: {
      lower: "Q is nearer to P than a second run of P itself.",
      higher: "Q is farther from P than a second run of P itself.",
      "not distinguishable": "Q is not distinguishable from a second run of P.",
    },
    agreement: (share: string) => `At ${share} of the tokens both find the same one likeliest.`,
    nearer: {
      better: "is nearer to P than",
      worse: "is farther from P than",
      "not distinguishable": "is not distinguishable from",
    },
    lessSurprised: {
      better: "is less surprised than",
      worse: "is more surprised than",
      "not distinguishable": "is not distinguishable from",
    },
    pairMeaning:
      "“Not distinguishable” says that these tokens do not tell at this level, not that the two are equal.",
  },
  bytes: {
    verdicts: {
      lower: "Q is less surprised a byte than P",
      higher: "Q is more surprised a byte than P",
      "not distinguishable": "Q and P are not distinguishable by their surprise a byte",
    },
    none: "No stretch of the text is scored by both, so that nothing is compared",
    compared: (bytes: string, stretches: string, one: boolean) =>
      `The two cut the text into other tokens, so they are compared by bytes: ${bytes} ${bytes === "1" ? "byte" : "bytes"} in ${stretches} ${one ? "stretch" : "stretches"} between places where both cut.`,
    bounded:
      "Some tokens came without their log-probability, so each of these is known between bounds only, as the lists leave it, and the verdict is by these.",
    ofP: "The text is in the tokens of P; Q, whose tokens are others, is not in it.",
    base: "Surprise a byte, P",
    candidate: "Surprise a byte, Q",
    difference: "Surprise a byte, Q's less P's",
    card: "Another surprise a byte may be compared with one of these if it has the same",
    worth: (worth: string) => `The text is worth ${worth} independent stretches.`,
    methods: "By bytes, stretches between places where both models cut are what is called tokens below.",
  },
  charts: {
    surprise: "Surprise",
    surpriseAlone: "Surprise at what came",
    surpriseBoth: "Surprise at what came, by P and by Q",
    entropyAlone: "Entropy of each row",
    divergence: "D(P‖Q), token by token",
    reliability: "Is it right as often as it is sure?",
    reliabilityHint:
      "how often the likeliest token came, by how likely it was held; on the line it is as sure as it may be",
    buckets: "D(P‖Q) by how sure P is",
    bucketsHint:
      "mean and interval, by the probability of P's likeliest token; at the right its share of the whole",
    along: "Along the text",
    alongHint: (tokens: string) => `each point is the mean of ${tokens} tokens`,
    alongEach: "each point is a token",
    shareOfTokens: "% of tokens",
    logScale: "logarithmic scale",
    median: "median",
    most: "max",
    infinite: (count: string) => `${count} at ∞`,
    below: (count: string, edge: string) => `${count} below ${edge}, drawn at the left end`,
    sure: "probability of the likeliest",
    describeSpread: (name: string, median: string, high: string, most: string) =>
      `${name}: half of the tokens below ${median}, 99 % below ${high}, at most ${most}.`,
    describeReliability: (bins: string, error: string) =>
      `${bins} groups of predictions; calibration error ${error}.`,
    describeBuckets: (rows: string) => `D(P‖Q) by the probability of P's likeliest token: ${rows}.`,
    describeAlong: (name: string, low: string, high: string) =>
      `${name} along the text, from ${low} to ${high}.`,
    token: "token",
  },
  text: {
    shades: "The darker a token, the rarer such a value among all: it begins at the median.",
    limited: (shown: string) =>
      `So that a page stays quick, ${shown} tokens are shown at a time; all are in the file, and can be saved from it.`,
    cut: (kept: string, all: string) =>
      `A browser does not bear so long a text whole: this page holds its first ${kept} tokens of ${all}, and what is shaded, listed, filtered and saved below is of these. Numbers and charts are of all. The command surprisal tokens, on the same files, writes every token.`,
    strikingOfAll: (all: string) => `The most striking of all ${all}`,
    withoutScript: (shown: string, of: string) =>
      `Without its script this page shows the first ${shown} of ${of} tokens and the most striking of all; the script turns pages, filters and saves.`,
    striking: "The most striking",
    someAlternatives: (kept: string) =>
      `What else could have come is kept at ${kept} tokens: the first, and the most striking.`,
    noAlternatives: "What else could have come is not in the file that was read.",
    numbersOnly: "The file says tokens by their numbers, not what they read as: #17 is number 17.",
  },
  card: {
    lead: "Another perplexity may be compared with this one if it has the same",
    unsaid: (fields: string) => `and the same of what the files do not say: ${fields}.`,
    ...cardWords.en,
  },
  notes: {
    none: "Nothing peculiar was found in what was read.",
    impossible: (count: string, places: string) =>
      `Infinite, because the model gives probability 0 to what came at ${count}, counted from 0: ${places}.`,
    infinite: (count: string, places: string) =>
      `D(P‖Q) is infinite, because Q rules out what P allows at ${count}, counted from 0: ${places}.`,
    tokens: (count: string, one: boolean) => `${count} ${one ? "token" : "tokens"}`,
    alignment: (shifted: boolean, asked: string, other: string, rows: string) =>
      shifted
        ? `Scored by the next token, what came surprises by ${asked}; by the one beside it, only by ${other} (first ${rows} rows). Are the targets aligned with the rows already?`
        : `Scored by the token beside it, what came surprises by ${asked}; by the next one, only by ${other} (first ${rows} rows). Are the targets the tokens put in?`,
    fault: (row: string, of: string, fault: RowFault) =>
      `Row ${row}${of}, from 0, is no distribution (${fault}), and is left out.`,
    faults: (more: string, of: string) =>
      more === "1"
        ? `1 more row${of} is none either, and is left out.`
        : `${more} more rows${of} are none either, and are left out.`,
    ofP: " of P",
    ofQ: " of Q",
    quirk: (code: QuirkCode, decimals: string | undefined, count: string) =>
      `Tokens that ${quirkMeanings[code]}${decimals === undefined ? "" : ` to ${decimals} ${decimals === "1" ? "decimal" : "decimals"}`}: ${count}.`,
    coded: (files: string) =>
      `Rows of ${files} are 16-bit codes, cut 16 nats below their likeliest token: what was below counts as if it were at the cut, and nothing is known finer than a step of them.`,
    narrowed: (files: string) =>
      `Doubles of ${files} are measured as singles, of seven digits: the farther logits are from 0, the coarser.`,
    unnamed: (unnamed: string, of: string) =>
      `The vocabulary does not name ${of === "1" ? "the one token that came or was likeliest; it stands by its number" : `${unnamed} of the ${of} different tokens that came or were likeliest; they stand by their numbers`}. Is it of another tokeniser?`,
    padding: (count: string, one: boolean) =>
      `${count} ${one ? "row is" : "rows are"} padding, by what came, and left out of everything.`,
    few: (units: string) =>
      `Intervals rest on only ${units} independent sequences, blocks or tokens, and are too short.`,
    worth: (worth: string) => `The text is worth ${worth} independent tokens.`,
    outcomes: (count: string, file: string) =>
      `The entropy is bounded above if there are no more tokens than the ${count} of ${file}, which the scores themselves do not say.`,
    withheld: (count: string, one: boolean, least: string) =>
      `${count} ${one ? "token" : "tokens"} came without ${one ? "its" : "their"} log-probability, and ${one ? "is" : "are"} in no estimate: as likely as the lists allow, with ${one ? "it" : "them"} the perplexity is at least ${least}.`,
    byChance: (error: string) => `A calibration error of ${error} is to be expected by chance alone.`,
    assumed: (fields: string) => `Taken to be the same, as the files do not say it: ${fields}.`,
  },
  methods: {
    none: "There is no interval: there is one unit alone to resample.",
    made: (level: string, few: string) =>
      `Intervals are made to hold the truth in ${level} of all samples like this one; from few independent units, below about ${few}, or where a handful of them carry a mean, they hold it less often.`,
    percentile: (resamples: string, units: string) =>
      `They are the middle of ${resamples} resamples of ${units}.`,
    studentised: (resamples: string, units: string) =>
      `They reach as far as ${resamples} resamples of ${units} are off, each counted in standard errors of its own (studentised).`,
    units: (estimate: Pick<Estimate, "dependence" | "blockLength" | "method">) =>
      ({
        independent: "single tokens, as if they were independent",
        clusters:
          estimate.method === "studentised"
            ? "whole sequences"
            : "whole sequences, by Student's t for as many",
        blocks:
          estimate.blockLength === 1
            ? "single tokens, which show no dependence"
            : `blocks of ${estimate.blockLength} neighbouring tokens, closed to a circle`,
      })[estimate.dependence],
    assumes: {
      independent:
        "That tokens are independent is assumed, and seldom so: neighbours share a subject, and intervals are too short.",
      clusters:
        "Sequences are assumed to be drawn independently from one population; what depends within a sequence does no harm.",
      blocks:
        "Tokens far from each other are assumed to be independent, and the text to be of one kind throughout.",
    } satisfies Record<Estimate["dependence"], string>,
    rates:
      "Rates have Wilson's interval, and quantiles Woodruff's; dependence enters by the effective number of tokens.",
    worth: "“Worth” is the number of independent tokens that would say as much about the number.",
    paired: "What compares two models is taken token by token, so that what is hard for both falls out.",
  },
  save: {
    json: "Results, JSON",
    hint: (tokens: string, isCut: boolean, unit: string) =>
      `${tokens === "1" ? "Its token" : `${isCut ? "The first" : "All"} ${tokens} tokens`} at full precision, in ${unit}, from this file itself.`,
    needsScript: "Tokens are saved by the script of this page.",
  },
  made: (words: string) => `Made ${words} by Surprisal`,
  madeBy: "Made by Surprisal",
};

export type ReportWords = typeof en;
