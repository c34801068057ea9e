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
  /** The letter whose word each letter has, by their number among those that can occur; absent while all have their own. */
  readonly exchanged?: readonly number[] | undefined;
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
  if (!message.yours) return changed(coder, { text });
  const before = alphabetOf(message.text);
  const names = alphabetOf(text);
  const weights = names.map((name) =>
    before.includes(name) ? message.yours![before.indexOf(name)]! : 1 / names.length,
  );
  const yours = inBillionths(normalize(weights.some((x) => x > 0) ? weights : weights.map(() => 1)));
  return changed(coder, { text, yours });
}

export function setCode(coder: Coder, code: Code): Coder {
  return settled({ ...coder, message: { ...coder.message, code } });
}

export function setBlock(coder: Coder, block: number): Coder {
  return changed(coder, { block });
}

/** Odds of one's own begin as those there are, or as the text's own where those are of another alphabet. */
export function setSource(coder: Coder, source: Source): Coder {
  const { message } = coder;
  if (source !== "yours") return changed(coder, { source, yours: undefined });
  const begin = isPage(message.source) ? ({ ...message, source: "own", smooth: false } as const) : message;
  return changed(coder, { source, yours: message.yours ?? inBillionths(dictionaryOf(begin).q) });
}

export function setSmooth(coder: Coder, smooth: boolean): Coder {
  return changed(coder, { smooth });
}

/** The probability of one letter in the reader's own dictionary; the others share the rest. */
export function setOdds(coder: Coder, index: number, value: number): Coder {
  const before = setSource(coder, "yours");
  const yours = before.message.yours!;
  // The only letter there is has nobody to share with.
  const moved = yours.length === 1 ? yours : moveOne(yours, index, value);
  return changed(before, { yours: moved });
}

/**
 * Two letters exchange their words.
 *
 * @param letters How many can occur.
 * @param a One of them, by its number among those.
 */
export function exchange(coder: Coder, letters: number, a: number, b: number): Coder {
  const { message, sent } = coder;
  const now = message.exchanged ?? Array.from({ length: letters }, (_, i) => i);
  const next = now.with(a, now[b]!).with(b, now[a]!);
  const isOwn = next.every((letter, i) => letter === i);
  return settled({ message: { ...message, exchanged: isOwn ? undefined : next }, sent });
}

/** Every letter has the word again that Huffman’s code gives it. */
export function restoreWords(coder: Coder): Coder {
  return changed(coder, {});
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

// Words that were exchanged belong to the dictionary they were exchanged in.
function changed({ message, sent }: Coder, changes: Partial<Message>): Coder {
  return settled({ message: { ...message, exchanged: undefined, ...changes }, sent });
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
