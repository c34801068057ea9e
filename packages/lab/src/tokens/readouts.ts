import { type BoundedMean, type Estimate, inUnit, type Unit } from "@surprisal/core";
import { numberText } from "@surprisal/data/report";
import type { Readout } from "../figure/Readouts.svelte";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { intervalText } from "./estimateText.ts";
import type { Reading } from "./question.ts";
import type { TokensWords } from "./words/en.ts";

type Row = readonly [
  name: string,
  symbol: string,
  estimate: Estimate | undefined,
  quantity: "information" | "outcomes" | "share",
  strong?: boolean,
];

/** The four numbers one looks for first, each with its interval. */
export function headline(
  { p, q, comparison }: Reading,
  unit: Unit,
  words: TokensWords,
  language: Language,
): Readout[] {
  const { readouts: names } = words;
  const ofP = p.statistics;
  const ofQ = q?.statistics;
  const alone: Row[] = [
    [names.perplexity, "PP", ofP.perplexity, "outcomes", true],
    [names.surprise, "−log P", ofP.perToken, "information"],
    [names.surpriseByte, "−log P / B", ofP.perByte, "information"],
    [names.entropy, "H(P)", ofP.entropy, "information", ofP.perplexity === undefined],
    [names.top1, "top 1", ofP.topRates[0]?.rate, "share"],
  ];
  const isScored = ofP.perplexity !== undefined;
  const both: Row[] = [
    ...(isScored
      ? ([
          [names.perplexityP, "PP(P)", ofP.perplexity, "outcomes"],
          [names.perplexityQ, "PP(Q)", ofQ?.perplexity, "outcomes"],
        ] satisfies Row[])
      : ([
          [names.entropyP, "H(P)", ofP.entropy, "information"],
          [names.entropyQ, "H(Q)", ofQ?.entropy, "information"],
        ] satisfies Row[])),
    [names.forward, "D(P ‖ Q)", comparison?.forwardKl?.mean, "information", true],
    [names.reverse, "D(Q ‖ P)", comparison?.reverseKl?.mean, "information"],
  ];
  const estimated = (q ? both : alone).flatMap(([name, symbol, estimate, quantity, strong]) => {
    if (!estimate) return [];
    const shown = (value: number) => (quantity === "information" ? inUnit(value, unit) : value);
    return [
      {
        ...{ name, symbol, value: numberText(shown(estimate.value), language) },
        ...(quantity !== "information" && { unit: quantity === "outcomes" ? names.outcomes : "" }),
        ...(strong && { strong }),
        note: intervalText(estimate, words, language, shown),
      },
    ];
  });
  const bounds = q ? undefined : ofP.entropyBounds;
  return [...estimated, ...(bounds ? [bounded(bounds, unit, words, language)] : [])].slice(0, 4);
}

/** From the low end of what the entropy is at least to the high end of what it is at most is its interval. */
function bounded({ lower, upper }: BoundedMean, unit: Unit, words: TokensWords, language: Language): Readout {
  const shown = (value: number) => inUnit(value, unit);
  const [low, high] = [lower, upper].map(({ value }) => numberText(shown(value), language));
  return {
    ...{ name: words.readouts.entropyBounds, symbol: "H(P)" },
    value: fill(words.between, { low: low!, high: high! }),
    note: intervalText({ ...lower, high: upper.high }, words, language, shown),
  };
}
