import { crossEntropy, entropy, inUnit, normalize, probabilities } from "@surprisal/core";
import { align, parseOperand, resolveOperand, textSource } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockLetters, blockNumber, longestBlock } from "../../src/instruments/coder/blocks.ts";
import { commandOf } from "../../src/instruments/coder/command.ts";
import { measure } from "../../src/instruments/coder/measure.ts";
import {
  coderOf,
  goTo,
  type Source,
  setBlock,
  setCode,
  setOdds,
  setSource,
} from "../../src/instruments/coder/model.ts";
import { pictureOf } from "../../src/instruments/coder/picture.ts";
import { presetCoder } from "../../src/instruments/coder/presets.ts";
import { hereOf } from "../../src/instruments/coder/sayings.ts";
import {
  blockCode,
  lettersOf,
  readWords,
  sendAsNumber,
  sendInWords,
} from "../../src/instruments/coder/send.ts";
import { signOf, spanAround } from "../../src/instruments/coder/signs.ts";
import { stripsOf } from "../../src/instruments/coder/strips.ts";
import { csvOf, jsonOf } from "../../src/instruments/coder/table.ts";
import { termsOf } from "../../src/instruments/coder/terms.ts";
import { treeOf } from "../../src/instruments/coder/tree.ts";
import { coderWords } from "../../src/instruments/coder/words/coderWords.ts";

const words = coderWords("en");
const voice = { words, language: "en", unit: "bits" } as const;
const bits = (nats: number) => inUnit(nats, "bits");
const draws = presetCoder("draws", words.texts);
const sources = fc.constantFrom<Source>("own", "english", "spanish", "alike", "yours");

/** What the command line makes of a command of ours: the operands it would measure. */
async function operandsOf(command: string, text: string) {
  const found = /surprisal ([\w-]+) chars:-(?: '((?:[^']|'\\'')*)')?/s.exec(command)!;
  const open = () => textSource(text);
  const p = await resolveOperand(parseOperand("chars:-"), open);
  const q = found[2] && (await resolveOperand(parseOperand(found[2].replaceAll("'\\''", "'")), open));
  return { name: found[1], p, q: q || undefined };
}

test("the command gives the same entropy and cross-entropy", async () => {
  const printable = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
  const starts = fc.tuple(printable, sources, fc.boolean());
  await fc.assert(
    fc.asyncProperty(starts, async ([text, source, smooth]) => {
      const { message } = setSource(coderOf(text.replace("\ufeff", "x"), { smooth }), source);
      const { p, q } = await operandsOf(commandOf(message, "bits"), message.text);
      const here = measure(message);
      // Sums of at most 60 terms, in another order.
      expect(entropy(p.probabilities)).toBeCloseTo(here.entropy, 12);
      if (!q) expect(here.crossEntropy).toBeCloseTo(here.entropy, 12);
      else {
        const both = align(p, q);
        const there = crossEntropy(both.p.probabilities, both.q.probabilities);
        if (there === Infinity) expect(here.crossEntropy).toBe(Infinity);
        else expect(there).toBeCloseTo(here.crossEntropy, 9);
      }
    }),
    { numRuns: 60 },
  );
});

test("commands are what one would type", () => {
  expect(commandOf(coderOf("it's").message, "bits")).toBe("printf %s 'it'\\''s' | surprisal entropy chars:-");
  expect(commandOf(setSource(coderOf("a b,"), "alike").message, "nats")).toBe(
    "printf %s 'a b,' | surprisal cross-entropy chars:- 'counts:␣=1,\",\"=1,a=1,b=1' --unit nats",
  );
  expect(commandOf(coderOf("x".repeat(300)).message, "bits")).toBe("surprisal entropy chars:text.txt");
});

describe("the tree", () => {
  test("its places are the words, its forks what words share, and they do not cross", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 }), (weights) => {
        const code = blockCode(normalize(weights), 1);
        const places = treeOf(code.words, "", 100);
        const ends = places.filter(({ kind }) => kind === "word");
        expect(ends.map(({ path, block }) => [path, code.words[block!]])).toEqual(
          ends.map(({ path }) => [path, path]),
        );
        expect(ends).toHaveLength(code.words.length);
        expect(places).toHaveLength(2 * code.words.length - 1);
        for (const { path, x } of places.filter(({ kind }) => kind === "fork")) {
          const child = (digit: string) => places.find((place) => place.path === path + digit)!;
          expect(child("0").x).toBeLessThan(x);
          expect(child("1").x).toBeGreaterThan(x);
        }
      }),
    );
  });
  test("a large one is folded up beside the walk, and loses no word", () => {
    const code = blockCode(probabilities([0.1, 0.9]), 10);
    const walked = code.words[512]!;
    const places = treeOf(code.words, walked, 40);
    const ends = places.filter(({ kind }) => kind !== "fork");
    expect(ends.reduce((sum, place) => sum + place.words, 0)).toBe(1024);
    expect(places.find(({ path }) => path === walked)).toMatchObject({ kind: "word", block: 512 });
    expect(ends.length).toBe(walked.length + 1);
  });
});

test("strips share out the interval among what can happen, and each was taken in the one above", () => {
  const q = probabilities([0.5, 0, 0.3, 0.2]);
  const [first, second] = stripsOf(q, [2, 0, 3], 1, 4);
  expect(first!.cells.map(({ symbol }) => symbol)).toEqual([0, 2, 3]);
  expect(first!.taken).toEqual({ symbol: 2, from: 0.5, to: 0.8 });
  expect(second!.taken).toBeUndefined();
  expect(stripsOf(q, [2, 0, 3], 3, 2).map(({ taken }) => taken!.symbol)).toEqual([0, 3]);
});

test("blocks have their numbers, and small alphabets the longest of them", () => {
  expect(blockLetters(blockNumber([2, 0, 1], 3), 3, 3)).toEqual([2, 0, 1]);
  expect([1, 2, 3, 4, 16, 64, 65].map(longestBlock)).toEqual([1, 10, 7, 6, 3, 2, 1]);
  const code = blockCode(probabilities([0.5, 0, 0.5]), 2);
  expect(code.words.map((_, block) => lettersOf(code, block))).toEqual([
    [0, 0],
    [0, 2],
    [2, 0],
    [2, 2],
  ]);
});

describe("what the figure says and saves", () => {
  test("a word, and a share of the interval", () => {
    expect(hereOf(draws, measure(draws.message), voice)).toBe("“r” is 1. Digits: 1; surprise: 0.152 bits.");
    const number = setCode(draws, "arithmetic");
    expect(hereOf(number, measure(number.message), voice)).toContain("“r” takes 0.9 of the interval");
    expect(hereOf(goTo(draws, 0), measure(draws.message), voice)).toContain("Nothing is sent yet");
  });
  test("terms add up to the cross-entropy, the small ones together", () => {
    const telegram = setSource(presetCoder("telegram", words.texts), "spanish");
    const terms = termsOf(measure(telegram.message), "bits", words, "en");
    expect(terms).toHaveLength(9);
    // Nine values of three decimals.
    expect(terms.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(
      bits(measure(telegram.message).crossEntropy),
      2,
    );
  });
  test("spaces and line ends are seen, and a long row is cut around the place in hand", () => {
    expect([" ", "\n", "\t", "ñ"].map(signOf)).toEqual(["␣", "↵", "⇥", "ñ"]);
    expect(spanAround(50, 30, 100)).toEqual({ from: 0, to: 50 });
    expect(spanAround(1000, 500, 90)).toEqual({ from: 470, to: 560 });
    expect(spanAround(1000, 999, 90)).toEqual({ from: 910, to: 1000 });
  });
  test("as table, data and drawing", () => {
    const pairs = setBlock(draws, 2);
    expect(csvOf(pairs, "bits").split("\r\n")[4]).toMatch(/^rr,40,0\.81,0\.30\d+,0,1$|^rr,\d+,0\.81/);
    const data = JSON.parse(jsonOf(pairs, "bits", "link"));
    expect(data.decoded).toBe(pairs.message.text);
    expect(data.digits).toHaveLength(65);
    const ruledOut = JSON.parse(jsonOf(setOdds(draws, 0, 0), "bits", "link"));
    expect(ruledOut["H(P,Q)"]).toBe("Infinity");
    expect(ruledOut["ruled out by Q"]).toEqual(["b"]);
    const palette = Object.fromEntries(
      ["paper", "ink", "ink-2", "rule", "p", "p-tint", "q", "q-tint", "gap", "gap-ink", "gap-tint"].map(
        (name) => [name, "#000"],
      ),
    ) as Parameters<typeof pictureOf>[1]["palette"];
    for (const coder of [pairs, setCode(draws, "arithmetic"), setOdds(draws, 0, 0)]) {
      const svg = pictureOf(coder, { title: "Figure <2>", ...voice, palette });
      expect(svg).toContain("Figure &lt;2&gt;");
      expect(svg).not.toMatch(/NaN|undefined|="-?Infinity/);
    }
    expect(pictureOf(pairs, { title: "", ...voice, palette })).toMatch(/0\.650 <tspan[^>]*>bits</);
  });
});

test("what measure sends is what send makes, and readWords reads it alone", () => {
  const { symbols, dictionary, sent, words: code } = measure(draws.message);
  expect(sent).toMatchObject(sendInWords(symbols, dictionary.q, code));
  expect(sendAsNumber(symbols, dictionary.q).digits).toHaveLength(48);
  const triples = blockCode(dictionary.q, 3);
  const { digits } = sendInWords(symbols, dictionary.q, triples);
  expect(readWords(digits, symbols.length, dictionary.q, triples)).toEqual(symbols);
});
