import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { formatShort } from "../../figure/format.ts";
import { fill } from "../../words/fill.ts";
import type { Language } from "../../words/language.ts";
import { formatNumber } from "../../words/number.ts";
import { type Measures, measure } from "./measure.ts";
import type { Coder, Message } from "./model.ts";
import { signOf, spanAround } from "./signs.ts";
import type { CoderWords } from "./words/en.ts";

/** How the figure speaks: its words, and how its numbers are written. */
type Voice = { readonly words: CoderWords; readonly language: Language; readonly unit: Unit };

/** What was sent last. */
export type Last = {
  /** Its characters, by their place in the text. */
  readonly from: number;
  readonly to: number;
  /** Its digits, by their place among all of them. */
  readonly start: number;
  readonly end: number;
};

/** The last word or character that was sent, and the digits that settled; undefined before the first. */
export function lastOf({ message, sent }: Coder, measures: Measures): Last | undefined {
  if (sent === 0 || !measures.sent) return undefined;
  const size = message.code === "huffman" ? sent - Math.floor((sent - 1) / message.block) * message.block : 1;
  const from = sent - size;
  const { upTo } = measures.sent;
  return { from, to: sent, start: from === 0 ? 0 : upTo[from - 1]!, end: upTo[sent - 1]! };
}

/** The characters of a part of the text, each as it can be seen. */
export function spell({ characters }: Measures, from: number, to: number): string {
  return characters.slice(from, to).map(signOf).join("");
}

/** What has just happened: the walk along a word, or the narrowing of the interval. */
export function hereOf(coder: Coder, measures: Measures, voice: Voice): string {
  const { words, language } = voice;
  const last = lastOf(coder, measures);
  if (!last || !measures.sent) return measures.sent ? words.hereNothing[coder.message.code] : "";
  const surprise = (from: number) =>
    measures.symbols.slice(from, last.to).reduce((sum, symbol) => sum + measures.surprises[symbol]!, 0);
  const text = spell(measures, last.from, last.to);
  const whole = new Intl.NumberFormat(language);
  if (coder.message.code === "huffman")
    return fill(words.hereWord, {
      text,
      digits: measures.sent.digits.slice(last.start, last.end) || "–",
      count: whole.format(last.end - last.start),
      surprise: amount(surprise(last.from), voice),
    });
  return fill(words.hereNumber, {
    text,
    share: formatShort(measures.dictionary.q[measures.symbols[last.from]!]!, language),
    surprise: amount(surprise(last.from), voice),
    total: amount(surprise(0), voice),
    count: whole.format(measures.sent.upTo[last.to - 1]!),
  });
}

/** The message whole: its digits, and that it has been read back. */
export function readBackOf(measures: Measures, { words, language }: Voice): string {
  const { sent, symbols, characters } = measures;
  if (!sent) return "";
  const whole = new Intl.NumberFormat(language);
  const same =
    sent.decoded.length === symbols.length && sent.decoded.every((symbol, i) => symbol === symbols[i]);
  return fill(same ? words.same : words.different, {
    digits: whole.format(sent.digits.length),
    count: whole.format(characters.length),
  });
}

export function sentenceOf(
  { message }: Coder,
  { entropy, crossEntropy, paid }: Measures,
  voice: Voice,
): string {
  return fill(voice.words.sentence, {
    entropy: amount(entropy, voice),
    dictionary: amount(crossEntropy, voice),
    paid: amount(paid[message.code], voice),
  });
}

/** What is remarkable about the state: a letter ruled out, nothing lost, or luck. */
export function verdictOf({ message }: Coder, measures: Measures, voice: Voice): string {
  const { words } = voice;
  const { impossible, paid, entropy, crossEntropy } = measures;
  if (impossible.length > 0) {
    const { to } = spanAround(impossible.length, 0, 6);
    const letters = impossible.slice(0, to).map(signOf).join(" ");
    return fill(words.impossible, { letters: to < impossible.length ? `${letters} …` : letters });
  }
  const cost = paid[message.code];
  if (message.exchanged && message.code === "huffman") return exchangedSaying(message, cost, voice);
  if (Math.abs(cost - entropy) < 1e-9) return words.nothingLost;
  return cost < crossEntropy - 1e-9 ? words.lucky : "";
}

function exchangedSaying(message: Message, cost: Nats, voice: Voice): string {
  const more = cost - measure({ ...message, exchanged: undefined }).paid.huffman;
  if (Math.abs(more) < 1e-12) return voice.words.exchangedAlike;
  return fill(more > 0 ? voice.words.exchangedDearer : voice.words.exchangedCheaper, {
    amount: amount(Math.abs(more), voice),
  });
}

function amount(nats: Nats, { language, unit }: Voice): string {
  return `${formatNumber(inUnit(nats, unit), language)} ${unit}`;
}
