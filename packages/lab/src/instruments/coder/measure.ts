import {
  arithmeticDecode,
  crossEntropy,
  entropy,
  fromUnit,
  type Nats,
  selfInformation,
  supportMismatch,
} from "@surprisal/core";
import { type Dictionary, dictionaryOf } from "./dictionary.ts";
import { type Code, charactersOf, type Message } from "./model.ts";
import { type BlockCode, blockCode, readWords, sendAsNumber, sendInWords, type Wire } from "./send.ts";

/** A message as it goes over the wire, and what is read at its end. */
type Sent = Wire & {
  /** The characters, by their number in the dictionary, from the digits alone. */
  readonly decoded: readonly number[];
};

/** Everything the figure shows of a message, whatever part of it has been sent. */
export type Measures = {
  readonly dictionary: Dictionary;
  readonly characters: readonly string[];
  /** The characters, by their number in the dictionary. */
  readonly symbols: readonly number[];
  /** H(P): the floor, for whoever knows the letters of this text. */
  readonly entropy: Nats;
  /** H(P, Q): the floor for this dictionary. */
  readonly crossEntropy: Nats;
  /** −ln Q of each letter of the dictionary. */
  readonly surprises: readonly Nats[];
  /** Of the chosen code; none if the dictionary rules out a letter of the text. */
  readonly sent: Sent | undefined;
  /** Huffman's code, for blocks of the chosen length. */
  readonly words: BlockCode;
  /** What each code takes for a character of this text, its digits counted as bits. */
  readonly paid: Readonly<Record<Code, Nats>>;
  /** The letters of the text that the dictionary rules out. */
  readonly impossible: readonly string[];
};

const known = new WeakMap<Message, Measures>();

/** Everything about a message; made once, however often it is asked for. */
export function measure(message: Message): Measures {
  const measures = known.get(message) ?? measured(message);
  known.set(message, measures);
  return measures;
}

function measured(message: Message): Measures {
  const dictionary = dictionaryOf(message);
  const { names, p, q } = dictionary;
  const numbers = new Map(names.map((name, i) => [name, i]));
  const characters = charactersOf(message.text);
  const symbols = characters.map((character) => numbers.get(character)!);
  const impossible = supportMismatch(p, q, names).outcomes.map(({ name }) => name!);
  const isPossible = impossible.length === 0;
  const words = blockCode(q, message.block, message.exchanged);
  const wires = isPossible && {
    huffman: sendInWords(symbols, q, words),
    arithmetic: sendAsNumber(symbols, q),
  };
  const each = (code: Code) =>
    wires ? fromUnit(wires[code].digits.length, "bits") / symbols.length : Infinity;
  const read = (digits: string) =>
    message.code === "huffman"
      ? readWords(digits, symbols.length, q, words)
      : arithmeticDecode(digits, symbols.length, q);
  return {
    dictionary,
    characters,
    symbols,
    entropy: entropy(p),
    crossEntropy: crossEntropy(p, q),
    surprises: [...q].map(selfInformation),
    sent: wires ? { ...wires[message.code], decoded: read(wires[message.code].digits) } : undefined,
    words,
    paid: { huffman: each("huffman"), arithmetic: each("arithmetic") },
    impossible,
  };
}
