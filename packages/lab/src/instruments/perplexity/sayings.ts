import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import type { Measures, Reading } from "./model.ts";
import { choicesOf } from "./readouts.ts";
import { truths } from "./text.ts";
import type { PerplexityWords } from "./words/en.ts";

/** How the figure speaks: its words, and how its numbers are written. */
type Voice = { readonly words: PerplexityWords; readonly language: Language; readonly unit: Unit };

const bases: Record<Unit, string> = { bits: "2", nats: "e", bans: "10" };

/** The text up to the place in view. */
export function contextOf({ at }: Reading, { words }: Voice): string {
  const said = truths.slice(0, at).map((truth, i) => words.text.steps[i]!.names[truth]!);
  return fill(words.context, { context: [words.text.start, ...said].join(" ") });
}

/** What the word in view cost, or is expected to. */
export function hereOf({ at, revealed }: Reading, { surprises, entropies }: Measures, voice: Voice): string {
  const { words } = voice;
  const expected = amount(entropies[at]!, voice);
  if (at >= revealed) return fill(words.hereCovered, { expected, choices: choices(entropies[at]!, voice) });
  return fill(words.hereShown, {
    word: wordAt(at, words),
    surprise: amount(surprises[at]!, voice),
    choices: choices(surprises[at]!, voice),
    expected,
  });
}

/** The power that makes a number of choices of a mean surprise, each part as it is written. */
export type Power = { readonly base: string; readonly exponent: string; readonly value: string };

export function powerOf(nats: Nats | undefined, { language, unit }: Voice): Power | undefined {
  if (nats === undefined) return undefined;
  return {
    base: bases[unit],
    exponent: formatNumber(inUnit(nats, unit), language),
    value: formatNumber(choicesOf(nats)!, language, { digits: 2 }),
  };
}

export function sentenceOf({ revealed }: Reading, { paid, expected }: Measures, voice: Voice): string {
  const { words } = voice;
  if (paid === undefined || expected === undefined) return words.nothing;
  return fill(words.sentence, {
    count: String(revealed),
    expected: amount(expected, voice),
    paid: amount(paid, voice),
    choices: choices(paid, voice),
  });
}

/** What is remarkable about the reading so far: a word ruled out that came, or a certainty that was dear. */
export function verdictOf({ surprises, paid, expected }: Measures, voice: Voice): string {
  const { words } = voice;
  const impossible = surprises.indexOf(Infinity);
  if (impossible >= 0) return fill(words.infinite, { word: wordAt(impossible, words) });
  if (paid === undefined || expected === undefined) return "";
  const isSureAndWrong = expected < Math.log(2) && paid > Math.log(20);
  return isSureAndWrong
    ? fill(words.sure, { thought: choices(expected, voice), choices: choices(paid, voice) })
    : "";
}

/** The words of the text with their log-probabilities, as an interface would list them. */
export function exampleOf({ beliefs }: Reading, { words }: Voice): string {
  const entries = truths.map((truth, i) => {
    const logprob = Math.log(beliefs[i]![truth]!);
    const token = ` ${wordAt(i, words)}`;
    return `  {"token": ${JSON.stringify(token)}, "logprob": ${Number.isFinite(logprob) ? logprob.toFixed(4) : logprob}}`;
  });
  return `[\n${entries.join(",\n")}\n]`;
}

function wordAt(place: number, words: PerplexityWords): string {
  return words.text.steps[place]!.names[truths[place]!]!;
}

function amount(nats: Nats, { language, unit }: Voice): string {
  return `${formatNumber(inUnit(nats, unit), language)} ${unit}`;
}

function choices(nats: Nats, { language }: Voice): string {
  return formatNumber(choicesOf(nats)!, language, { digits: 2 });
}
