import { inUnit, type Nats, selfInformation, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { blockNumber } from "./blocks.ts";
import { commandOf } from "./command.ts";
import { type Measures, measure } from "./measure.ts";
import type { Coder } from "./model.ts";
import { lettersOf } from "./send.ts";

const amount = (nats: Nats, unit: Unit) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));

/** A row for each word of Huffman's code: its characters, how often it is sent, its probability and surprise in Q, its digits. */
export function csvOf({ message }: Coder, unit: Unit): string {
  const measures = measure(message);
  const { words, dictionary } = measures;
  const times = timesOf(measures, message.block);
  const rows = words.words.map((word, block) => {
    const letters = lettersOf(words, block);
    const q = letters.reduce((product, letter) => product * dictionary.q[letter]!, 1);
    const text = letters.map((letter) => dictionary.names[letter]!).join("");
    return [text, times.get(block) ?? 0, q, inUnit(selfInformation(q), unit), word, word.length];
  });
  return toCsv([["characters", "times", "Q", `surprise (${unit})`, "word", "digits"], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf({ message }: Coder, unit: Unit, link: string): string {
  const { dictionary, sent, entropy, crossEntropy, paid, impossible } = measure(message);
  const content = {
    text: message.text,
    code: message.code,
    block: message.block,
    characters: dictionary.names,
    counts: dictionary.counts,
    Q: [...dictionary.q],
    digits: sent?.digits ?? null,
    decoded: sent ? sent.decoded.map((symbol) => dictionary.names[symbol]).join("") : null,
    "ruled out by Q": impossible,
    unit,
    "H(P)": amount(entropy, unit),
    "H(P,Q)": amount(crossEntropy, unit),
    "paid per character": {
      huffman: amount(paid.huffman, unit),
      arithmetic: amount(paid.arithmetic, unit),
    },
    command: commandOf(message, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** How often each full block occurs in the text, cut from its beginning. */
function timesOf({ symbols, words }: Measures, length: number): Map<number, number> {
  const times = new Map<number, number>();
  for (let from = 0; from + length <= symbols.length; from += length) {
    const letters = symbols.slice(from, from + length).map((symbol) => words.letters.indexOf(symbol));
    if (letters.includes(-1)) continue;
    const block = blockNumber(letters, words.letters.length);
    times.set(block, (times.get(block) ?? 0) + 1);
  }
  return times;
}
