import { type Estimate, fewUnits, independentUnits } from "@surprisal/core";
import { numberText } from "@surprisal/data/report";
import { fill } from "../words/fill.ts";
import type { Language } from "../words/language.ts";
import { formatCount } from "../workbench/format.ts";
import type { Reading } from "./question.ts";
import type { TokensWords } from "./words/en.ts";

interface Leading {
  readonly of: keyof TokensWords["worthOf"];
  readonly estimate: Estimate;
  /** Of how many tokens it is the mean, or stretches. */
  readonly tokens: number;
}

/** The mean by which the intervals of a reading are judged; nothing if it has none, or no interval. */
export function leadingMean({ p, q, comparison, byBytes }: Reading): Leading | undefined {
  const { scored, rows, faults, perToken, entropy, entropyBounds } = p.statistics;
  const known: [Leading["of"], Estimate | undefined, number][] = [
    ["bytes", byBytes?.difference, byBytes?.spans ?? 0],
    ["forwardKl", comparison?.forwardKl?.mean, comparison?.compared ?? 0],
    [q ? "surpriseP" : "surprise", perToken, scored],
    ["entropy", entropy, rows - faults.length],
    ["entropy", entropyBounds?.lower, entropyBounds?.tokens ?? 0],
  ];
  const [of, estimate, tokens] = known.find(([, estimate]) => estimate) ?? [];
  return of && estimate && estimate.resamples > 0 ? { of, estimate, tokens: tokens! } : undefined;
}

/** Whether so few of its tokens are independent that its interval is too short. */
export function isOfFew({ estimate, tokens }: Leading): boolean {
  return independentUnits(estimate, tokens) < fewUnits;
}

/** How many independent tokens those of a reading are worth. */
export function worthText(reading: Reading, words: TokensWords, language: Language): string | undefined {
  const found = leadingMean(reading);
  if (!found) return undefined;
  const { of, estimate, tokens } = found;
  const isFew = isOfFew(found);
  const worth = isFew ? independentUnits(estimate, tokens) : estimate.effectiveSampleSize;
  const { worth: many, worthFew: few } = of === "bytes" ? words.byBytes : words;
  const count = formatCount(tokens, language);
  return fill(isFew ? few : many, {
    ...{ of: words.worthOf[of], tokens: count, spans: count },
    worth: numberText(worth, language, 3),
  });
}
