import { type BoundedMean, type ByteComparison, type Estimate, inUnit, type Unit } from "@surprisal/core";
import { numberText, perplexityFound, surpriseFound, wholeOf } from "@surprisal/data/report";
import type { Readout } from "../figure/Readouts.svelte";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { intervalText } from "./estimateText.ts";
import type { Reading } from "./question.ts";
import type { TokensWords } from "./words/en.ts";

type Row = readonly [
  name: string,
  symbol: string,
  found: Estimate | BoundedMean | undefined,
  quantity: "information" | "outcomes" | "share",
  strong?: boolean,
];

/** The four numbers one looks for first, each with its interval. */
export function headline(
  { p, q: other, comparison, byBytes }: Reading,
  unit: Unit,
  words: TokensWords,
  language: Language,
): Readout[] {
  const { readouts: names } = words;
  if (byBytes) return byteReadouts(byBytes, unit, words, language);
  const q = comparison && other;
  const ofP = p.statistics;
  const ofQ = q?.statistics;
  const alone: Row[] = [
    [names.perplexity, "PP", perplexityFound(ofP), "outcomes", true],
    [names.surprise, "−log P", surpriseFound(ofP), "information"],
    [names.surpriseByte, "−log P / B", ofP.perplexityBounds ? undefined : ofP.perByte, "information"],
    [names.entropy, "H(P)", ofP.entropy, "information", ofP.perplexity === undefined],
    [names.top1, "top 1", ofP.topRates[0]?.rate, "share"],
  ];
  const listed: Row = [names.entropyOfToken, "H(P)", ofP.entropyBounds, "information"];
  const isScored = perplexityFound(ofP) !== undefined;
  const both: Row[] = [
    ...(isScored
      ? ([
          [names.perplexityP, "PP(P)", perplexityFound(ofP), "outcomes"],
          [names.perplexityQ, "PP(Q)", ofQ && perplexityFound(ofQ), "outcomes"],
        ] satisfies Row[])
      : ([
          [names.entropyP, "H(P)", ofP.entropy, "information"],
          [names.entropyQ, "H(Q)", ofQ?.entropy, "information"],
        ] satisfies Row[])),
    [names.forward, "D(P ‖ Q)", comparison?.forwardKl?.mean, "information", true],
    [names.reverse, "D(Q ‖ P)", comparison?.reverseKl?.mean, "information"],
  ];
  return (q ? both : [...alone, listed])
    .flatMap(([name, symbol, found, quantity, strong]) => {
      if (!found) return [];
      const shown = (value: number) => (quantity === "information" ? inUnit(value, unit) : value);
      const text = (value: number) => numberText(shown(value), language);
      return [
        {
          ...("lower" in found
            ? {
                name: fill(names.isBetween, { name }),
                symbol,
                value: fill(words.between, { low: text(found.lower.value), high: text(found.upper.value) }),
              }
            : { name, symbol, value: text(found.value) }),
          ...(quantity !== "information" && { unit: quantity === "outcomes" ? names.outcomes : "" }),
          ...(strong && { strong }),
          note: intervalText(wholeOf(found), words, language, shown),
        },
      ];
    })
    .slice(0, 4);
}

/** What compares models whose tokens are others. */
function byteReadouts(
  { one, other, difference, bounds }: ByteComparison,
  unit: Unit,
  words: TokensWords,
  language: Language,
): Readout[] {
  const { byteP, byteQ, byteDifference } = words.readouts;
  const shown = (value: number) => inUnit(value, unit);
  const written = ({ value }: Estimate) => numberText(shown(value), language);
  const known: [name: string, symbol: string, estimate: Estimate, ends: BoundedMean | undefined][] = [
    [byteP, "−log P / B", other, bounds?.other],
    [byteQ, "−log Q / B", one, bounds?.one],
    [byteDifference, "Q − P", difference, bounds?.difference],
  ];
  return known.map(([name, symbol, estimate, ends = { lower: estimate, upper: estimate }]) => {
    const [low, high] = [written(ends.lower), written(ends.upper)] as const;
    return {
      ...{ name, symbol, value: low === high ? low : fill(words.to, { low, high }) },
      ...(symbol === "Q − P" && { strong: true }),
      note: intervalText(wholeOf(ends), words, language, shown),
    };
  });
}
