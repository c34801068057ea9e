import { normalize, type Probabilities } from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";
import { longestBlock } from "./blocks.ts";
import { alphabetOf, dictionaryOf } from "./dictionary.ts";

export type Code = "huffman" | "arithmetic";

/** Where the dictionary takes its letters' probabilities from: the text itself, a page of prose, nowhere, or the reader. */
export type Source = "own" | "english" | "spanish" | "alike" | "yours";

/** A text, and how it is to be sent. */
export type Message = {
  readonly text: string;
  readonly code: Code;
  /** How many characters share a word of Huffman's code. */
  readonly block: number;
  readonly source: Source;
  /** The reader's own Q over the letters of the text, in billionths, while that is the source. */
  readonly yours?: Probabilities | undefined;
  /** Whether every letter is counted once more than it occurs, where the source counts. */
  readonly smooth: boolean;
};

export type Coder = {
  readonly message: Message;
  /** How many characters have been sent. */
  readonly sent: number;
};

export type Refusal = { readonly refused: "empty" | "long" };

/** A text has at most so many characters. */
export const mostCharacters = 2000;

export function coderOf(text: string, message: Partial<Message> = {}, sent = 0): Coder {
  const plain: Message = { text, code: "huffman", block: 1, source: "own", smooth: false };
  return settled({ message: { ...plain, ...message }, sent });
}

export function charactersOf(text: string): string[] {
  return [...text];
}

/** Another text; of the reader's own odds, letters that stay keep theirs in proportion, and new ones join as equals. */
export function setText(coder: Coder, typed: string): Coder | Refusal {
  const text = typed.toWellFormed();
  if (text === "") return { refused: "empty" };
  // No character takes more than two units.
  if (text.length > 2 * mostCharacters || charactersOf(text).length > mostCharacters)
    return { refused: "long" };
  const { message } = coder;
  if (!message.yours) return settled({ message: { ...message, text }, sent: coder.sent });
  const before = alphabetOf(message.text);
  const names = alphabetOf(text);
  const weights = names.map((name) =>
    before.includes(name) ? message.yours![before.indexOf(name)]! : 1 / names.length,
  );
  const yours = inBillionths(normalize(weights.some((x) => x > 0) ? weights : weights.map(() => 1)));
  return settled({ message: { ...message, text, yours }, sent: coder.sent });
}

export function setCode(coder: Coder, code: Code): Coder {
  return settled({ ...coder, message: { ...coder.message, code } });
}

export function setBlock(coder: Coder, block: number): Coder {
  return settled({ ...coder, message: { ...coder.message, block } });
}

/** Odds of one's own begin as those there are, or as the text's own where those are of another alphabet. */
export function setSource({ message, sent }: Coder, source: Source): Coder {
  const { yours: _, ...others } = message;
  if (source !== "yours") return settled({ message: { ...others, source }, sent });
  const begin = isPage(message.source) ? ({ ...others, source: "own", smooth: false } as const) : message;
  const yours = message.yours ?? inBillionths(dictionaryOf(begin).q);
  return settled({ message: { ...others, source, yours }, sent });
}

export function setSmooth(coder: Coder, smooth: boolean): Coder {
  return settled({ ...coder, message: { ...coder.message, smooth } });
}

/** The probability of one letter in the reader's own dictionary; the others share the rest. */
export function setOdds(coder: Coder, index: number, value: number): Coder {
  const { message, sent } = setSource(coder, "yours");
  const yours = message.yours!;
  // The only letter there is has nobody to share with.
  const moved = yours.length === 1 ? yours : moveOne(yours, index, value);
  return settled({ message: { ...message, yours: moved }, sent });
}

/** So many characters sent; Huffman's code sends whole blocks. */
export function goTo({ message }: Coder, sent: number): Coder {
  return settled({ message, sent });
}

/** One word further, or one character where there are no words. */
export function step(coder: Coder, times = 1): Coder {
  const { message, sent } = coder;
  return settled({ message, sent: sent + times * (message.code === "huffman" ? message.block : 1) });
}

export function isSent({ message, sent }: Coder): boolean {
  return sent >= charactersOf(message.text).length;
}

/** Whether the dictionary counts the letters of a page of its own, beside those of the text. */
export function isPage(source: Source): boolean {
  return source === "english" || source === "spanish";
}

export function isRefusal(result: Coder | Refusal): result is Refusal {
  return "refused" in result;
}

/** The longest block the dictionary can afford. */
export function mostBlock(message: Message): number {
  return longestBlock([...dictionaryOf(message).q].filter((x) => x > 0).length);
}

/** A block the dictionary can afford, and no word cut in two. */
function settled({ message, sent }: Coder): Coder {
  const block = Math.max(1, Math.min(message.block, mostBlock(message)));
  const kept = block === message.block ? message : { ...message, block };
  const length = charactersOf(message.text).length;
  const within = Math.max(0, Math.min(sent, length));
  const whole = message.code === "huffman" ? Math.ceil(within / block) * block : within;
  return { message: kept, sent: Math.min(whole, length) };
}
