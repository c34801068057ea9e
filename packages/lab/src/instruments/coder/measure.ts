import {
  crossEntropy,
  entropy,
  fromUnit,
  type Nats,
  selfInformation,
  supportMismatch,
} from "@surprisal/core";
import { type Dictionary, dictionaryOf } from "./dictionary.ts";
import { type Code, charactersOf, type Message } from "./model.ts";
import { type BlockCode, blockCode, type Sent, sendAsNumber, sendInWords } from "./send.ts";

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

export function measure(message: Message): Measures {
  const dictionary = dictionaryOf(message);
  const { names, p, q } = dictionary;
  const numbers = new Map(names.map((name, i) => [name, i]));
  const characters = charactersOf(message.text);
  const symbols = characters.map((character) => numbers.get(character)!);
  const impossible = supportMismatch(p, q, names).outcomes.map(({ name }) => name!);
  const isPossible = impossible.length === 0;
  const words = blockCode(q, message.block, message.exchanged);
  const both = isPossible
    ? { huffman: sendInWords(symbols, q, words), arithmetic: sendAsNumber(symbols, q) }
    : undefined;
  const each = (sent: Sent | undefined) =>
    sent ? fromUnit(sent.digits.length, "bits") / symbols.length : Infinity;
  return {
    dictionary,
    characters,
    symbols,
    entropy: entropy(p),
    crossEntropy: crossEntropy(p, q),
    surprises: [...q].map(selfInformation),
    sent: both?.[message.code],
    words,
    paid: { huffman: each(both?.huffman), arithmetic: each(both?.arithmetic) },
    impossible,
  };
}
