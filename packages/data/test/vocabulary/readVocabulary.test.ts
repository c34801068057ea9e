import { createRng } from "@surprisal/core";
import { bytesSource, FormatError, readVocabulary } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { mutate } from "../../fuzz/mutate.ts";
import { expected, joined, read, readFrom, vocabularyFile } from "./vocabularies.ts";

describe.each([
  ["byte-level.json", ""],
  // These put a space before the first word.
  ["byte-fallback.json", " "],
  ["unigram.json", " "],
  ["words.json", ""],
  ["sentencepiece.vocab", " "],
])("%s", (name, before) => {
  test("the tokens of a text, as its own library cuts it, hold the bytes of that text", async () => {
    const vocabulary = await read(name);
    for (const { text, ids } of expected[name]!.texts)
      expect(joined(vocabulary, ids)).toBe(text.startsWith("<|end|>") ? whole(name, text) : before + text);
  });
});

// The library puts the space after a special token too, and none before it.
function whole(name: string, text: string): string {
  if (name === "sentencepiece.vocab") return ` ${text}`;
  return name === "byte-fallback.json" ? text.replace("x", " x") : text;
}

test.each(["byte-level.json", "byte-fallback.json"])(
  "%s: a token alone reads as by its library, but for parts of characters, which are named by their bytes",
  async (name) => {
    const { textOf, size, outcomes } = await read(name);
    const alone = expected[name]!.alone!;
    // Two tokens were added.
    expect([size, outcomes]).toEqual([alone.length - 2, alone.length]);
    let parts = 0;
    for (const [token, text] of alone.entries()) {
      // What strips a space from the beginning of a text does so from a token alone.
      const own = name === "byte-fallback.json" ? textOf(token)!.replace(/^ /, "") : textOf(token)!;
      if (text.includes("\ufffd")) parts++;
      else expect(own).toBe(text);
    }
    expect(parts).toBeGreaterThanOrEqual(128);
    expect(textOf(alone.length)).toBeUndefined();
    expect(textOf(-1)).toBeUndefined();
  },
);

test("tokens that mark something are told from those of text", async () => {
  const { isSpecial, textOf, size } = await read("byte-level.json");
  const special = Array.from({ length: size + 2 }, (_, token) => token).filter(isSpecial);
  expect(special.map(textOf)).toEqual(["<|end|>"]);
});

test("a map of the same pieces without the rest is read alike", async () => {
  const [whole, map] = [await read("byte-level.json"), await read("byte-level-vocab.json")];
  expect(map.size).toBe(330);
  for (let token = 0; token < map.size; token++) expect(map.bytesOf(token)).toEqual(whole.bytesOf(token));
});

test("bytes that are a part of a character are named, and what is text beside them is read", async () => {
  const { textOf, bytesOf } = await readFrom('["Ġa", "âĢ", "éĢ", "x", "<|endoftext|>"]');
  expect([0, 1, 2, 3, 4].map(textOf)).toEqual([" a", "<0xE2><0x80>", "<0xE9><0x80>", "x", "<|endoftext|>"]);
  expect([...bytesOf(1)!]).toEqual([0xe2, 0x80]);
  const mixed = await readFrom('["Ġa", "aâ", "âb"]');
  expect([1, 2].map(mixed.textOf)).toEqual(["a<0xE2>", "<0xE2>b"]);
});

test("lists and lines are numbered from 0; pieces of no known spelling are text", async () => {
  for (const text of ['["a", "Ġb", "ü!"]', "a\nĠb\nü!\n", "a\r\nĠb\r\nü!"])
    expect([0, 1, 2, 3].map((await readFrom(text)).textOf)).toEqual(["a", " b", "ü!", undefined].map(spaced));
  expect((await readFrom("[PAD]\n[UNK]\n(\n")).textOf(0)).toBe("[PAD]");
  expect((await readFrom('[["▁a", -1.5], ["<0x41>", 0]]')).textOf(0)).toBe(" a");
});

// "!" and "ü" are letters of bytes too, and 0xFC is no text.
const spaced = (text: string | undefined) => (text === "ü!" ? "<0xFC>!" : text);

test("what is no vocabulary is refused, with its place and what would do", async () => {
  const refusal = (text: string) =>
    readFrom(text).then(
      () => "read",
      (error) => (error instanceof FormatError ? error.message : `a bug: ${error}`),
    );
  for (const nothing of ["", " \n", "{}", "[]", '{"model": {"vocab": {}}}'])
    expect(await refusal(nothing)).toMatch(/^v: holds nothing, expected tokenizer\.json/);
  expect(await refusal('{"a": {}}')).toMatch(/^v:1:1: the value is an object, expected tokenizer\.json/);
  expect(await refusal('{"a": 0, "b": 0}')).toBe("v:1:15: b is 0, expected the number of one piece only");
  expect(await refusal('{"a": -1}')).toMatch(/^v:1:7: a is -1, expected a whole number from 0/);
  expect(await refusal('["a", 3]')).toBe("v:1:7: [1] is 3, expected a string");
  expect(await refusal('["a", []]')).toBe("v:1:7: [1] is a list, expected a piece and its score");
  expect(await refusal('["a", "b"')).toBe('v:1:10: the text ends, expected "," or "]"');
  expect(await refusal("a\t-1\nb\n")).toBe(
    "v:2: has no score behind its piece, expected one after a tab, as on the lines before",
  );
  expect(await refusal("# Title\n\nProse.\n\nMore.\n")).toMatch(/^v: \[3\] is "" again, expected tokenizer/);
  expect(await refusal('{"added_tokens_decoder": {}}')).toMatch(/^v:1:1: the value is an object/);
  const binary = readVocabulary(bytesSource(Uint8Array.of(0x0a, 0x0e, 0xff)), "x.model");
  await expect(binary).rejects.toThrow(
    "x.model: byte 2 is not of a text, expected tokenizer.json, vocab.json",
  );
  const pieces = read("word-piece.json");
  await expect(pieces).rejects.toThrow('model.type is "WordPiece", expected BPE, Unigram or WordLevel');
});

test.each(["byte-fallback.json", "unigram.json", "byte-level-vocab.json", "sentencepiece.vocab"])(
  "a mutated %s is read or refused with its place",
  async (name) => {
    const rng = createRng(11);
    const bytes = vocabularyFile(name);
    const counts = { read: 0, refused: 0 };
    for (let i = 0; i < 200; i++) {
      try {
        const { textOf } = await readVocabulary(bytesSource(mutate(bytes, [bytes], rng)), name);
        for (let token = 0; token < 400; token++) textOf(token);
        counts.read++;
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        if (error.code !== "empty") expect(error.place, error.message).toBeDefined();
        counts.refused++;
      }
    }
    expect(counts.read).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(0);
  },
);
