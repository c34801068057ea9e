import { entropy, huffman, inUnit, normalize, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { blockOdds, longestBlock } from "../../src/instruments/coder/blocks.ts";
import { decodeCoder, encodeCoder } from "../../src/instruments/coder/codec.ts";
import { alphabetOf, dictionaryOf } from "../../src/instruments/coder/dictionary.ts";
import { dearDictionary, wordsNearEntropy } from "../../src/instruments/coder/goals.ts";
import { measure } from "../../src/instruments/coder/measure.ts";
import {
  type Coder,
  charactersOf,
  coderOf,
  exchange,
  goTo,
  isRefusal,
  isSent,
  mostCharacters,
  type Source,
  setBlock,
  setCode,
  setOdds,
  setSmooth,
  setSource,
  setText,
  step,
} from "../../src/instruments/coder/model.ts";
import { presetCoder, presetNames } from "../../src/instruments/coder/presets.ts";
import { lastOf, readBackOf, verdictOf } from "../../src/instruments/coder/sayings.ts";
import { coderWords } from "../../src/instruments/coder/words/coderWords.ts";

const words = coderWords("en");
const voice = { words, language: "en", unit: "bits" } as const;
const bits = (nats: number) => inUnit(nats, "bits");
const draws = presetCoder("draws", words.texts);

/** Texts of any script, of few letters and of many, halves of pairs among them. */
const texts = fc.oneof(
  fc.stringMatching(/^[rb]{1,120}$/),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  fc.constantFrom("a", "naïve ☃ 👩‍👧 漢字\n\tfin", "…'\"$`\\;=,", "\ud800a"),
);
const sources = fc.constantFrom<Source>("own", "english", "spanish", "alike", "yours");
const act = fc.oneof(
  fc.constantFrom<(c: Coder) => Coder>(step, (c) => step(c, 7)),
  fc.nat(200).map((at) => (c: Coder) => goTo(c, at)),
  fc.constantFrom("huffman" as const, "arithmetic" as const).map((code) => (c: Coder) => setCode(c, code)),
  fc.integer({ min: 1, max: 10 }).map((block) => (c: Coder) => setBlock(c, block)),
  sources.map((source) => (c: Coder) => setSource(c, source)),
  fc.boolean().map((smooth) => (c: Coder) => setSmooth(c, smooth)),
  fc.record({ i: fc.nat(60), x: fc.constantFrom(0, 0.25, 0.9, 1) }).map(({ i, x }) => (c: Coder) => {
    const yours = setSource(c, "yours");
    return setOdds(yours, i % alphabetOf(yours.message.text).length, x);
  }),
  fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => (c: Coder) => {
    const { letters } = measure(c.message).words;
    const isSingle = c.message.block === 1 && letters.length > 1;
    return isSingle ? exchange(c, letters.length, a % letters.length, b % letters.length) : c;
  }),
  texts.map((text) => (c: Coder) => {
    const next = setText(c, text);
    return isRefusal(next) ? c : next;
  }),
);
const coders = fc
  .tuple(fc.constantFrom(...presetNames), fc.array(act, { maxLength: 12 }))
  .map(([preset, acts]) => acts.reduce((c, run) => run(c), presetCoder(preset, words.texts)));

describe("what is sent comes back", () => {
  test("any text under any dictionary that has its letters, in either code, and never a letter amiss", () => {
    fc.assert(
      fc.property(coders, (coder) => {
        const { sent, characters, symbols, dictionary, impossible, crossEntropy } = measure(coder.message);
        expect(sent === undefined).toBe(impossible.length > 0);
        expect(crossEntropy === Infinity).toBe(impossible.length > 0);
        if (!sent) return;
        expect(sent.decoded).toEqual(symbols);
        expect(sent.decoded.map((symbol) => dictionary.names[symbol]).join("")).toBe(coder.message.text);
        expect(sent.digits).toMatch(/^[01]*$/);
        expect(sent.upTo).toHaveLength(characters.length);
        expect(sent.upTo.at(-1)).toBe(sent.digits.length);
        expect(sent.upTo).toEqual(sent.upTo.toSorted((a, b) => a - b));
        expect(readBackOf(measure(coder.message), voice)).toContain("the same");
      }),
    );
  });

  test("a text of one letter takes no digits at all", () => {
    for (const code of ["huffman", "arithmetic"] as const)
      expect(measure(coderOf("aaaa", { code }).message).sent).toEqual({
        digits: "",
        upTo: [0, 0, 0, 0],
        decoded: [0, 0, 0, 0],
      });
  });
});

describe("what it costs", () => {
  const own = fc.stringMatching(/^[a-h ]{1,200}$/);
  test("Huffman's words for single letters: H ≤ L/n < H + 1 in the text's own letters", () => {
    fc.assert(
      fc.property(own, (text) => {
        const { paid, entropy } = measure(coderOf(text).message);
        expect(bits(paid.huffman)).toBeGreaterThanOrEqual(bits(entropy) - 1e-12);
        expect(bits(paid.huffman)).toBeLessThan(bits(entropy) + 1);
      }),
    );
  });
  test("blocks of k: the words of Q itself take H(Q) ≤ E[L]/k < H(Q) + 1/k", () => {
    for (let k = 1; k <= 10; k++) {
      const q = probabilities([0.1, 0.9]);
      const mean = huffman(blockOdds(q, k)).expectedLength / k;
      expect(mean).toBeGreaterThanOrEqual(bits(entropy(q)));
      expect(mean).toBeLessThan(bits(entropy(q)) + 1 / k);
    }
  });
  test("the arithmetic code: n·H(P, Q) and two digits at most, under any dictionary", () => {
    fc.assert(
      fc.property(own, sources, fc.boolean(), (text, source, smooth) => {
        const { paid, crossEntropy, dictionary } = measure(
          setSource(coderOf(text, { code: "arithmetic", smooth }), source).message,
        );
        if (crossEntropy === Infinity) return;
        // The bound of arithmeticEncode, and rounding of sums of 200 logarithms.
        const slack = text.length * (dictionary.names.length + 4) * 2 ** -30 + 1e-9;
        const digits = bits(paid.arithmetic) * text.length;
        expect(digits).toBeLessThanOrEqual(bits(crossEntropy) * text.length + 2 + slack);
        // Weights are at most one too large, and no letter is rarer than one in 2000.
        expect(digits).toBeGreaterThanOrEqual(
          bits(crossEntropy) * text.length - text.length * 2000 * 2 ** -30,
        );
      }),
    );
  });
  test("a box of nine and one: a digit a draw, 0.65 in pairs, within a hundredth of the entropy in tens or as one number", () => {
    const paid = (block: number) => bits(measure(setBlock(draws, block).message).paid.huffman);
    expect([1, 2, 3].map(paid)).toEqual([1, 0.65, 0.54]);
    const { entropy, paid: all } = measure(setBlock(draws, 10).message);
    expect(bits(entropy).toFixed(10)).toBe("0.4689955936");
    expect(bits(all.huffman) - bits(entropy)).toBeLessThan(0.01);
    expect(bits(all.arithmetic) - bits(entropy)).toBeLessThan(0.02);
  });
  test("letters that are powers of two lose nothing", () => {
    const letters = presetCoder("letters", words.texts);
    const { paid, entropy } = measure(letters.message);
    expect(bits(paid.huffman)).toBeCloseTo(bits(entropy), 12);
    expect(verdictOf(letters, measure(letters.message), voice)).toContain("Not a digit is lost");
  });
  test.each(["en", "es"] as const)("a dictionary of the other language costs more: %s", (language) => {
    const telegram = presetCoder("telegram", coderWords(language).texts);
    const cost = (source: Source) => measure(setSource(telegram, source).message).crossEntropy;
    const [right, wrong] =
      language === "en" ? (["english", "spanish"] as const) : (["spanish", "english"] as const);
    expect(cost("own")).toBeLessThan(cost(right));
    expect(cost(right)).toBeLessThan(cost(wrong));
    expect(cost(wrong)).toBeLessThan(Infinity);
  });
  test("a letter the page does not have is infinitely dear, until every letter is counted once more", () => {
    const snow = setSource(coderOf("snow ☃"), "english");
    expect(measure(snow.message).impossible).toEqual(["☃"]);
    expect(verdictOf(snow, measure(snow.message), voice)).toContain("no chance to ☃");
    expect(measure(snow.message).paid).toEqual({ huffman: Infinity, arithmetic: Infinity });
    expect(measure(setSmooth(snow, true).message).impossible).toEqual([]);
  });
});

describe("the state", () => {
  test("whatever is done, the block is affordable, no word is cut in two, and own odds sum to one", () => {
    fc.assert(
      fc.property(coders, ({ message, sent }) => {
        const length = charactersOf(message.text).length;
        const possible = [...dictionaryOf(message).q].filter((x) => x > 0).length;
        expect(message.block).toBeLessThanOrEqual(longestBlock(possible));
        expect(sent).toBeLessThanOrEqual(length);
        if (message.code === "huffman" && sent < length) expect(sent % message.block).toBe(0);
        expect(message.yours === undefined).toBe(message.source !== "yours");
        if (message.yours) expect(toParts(message.yours).reduce((a, b) => a + b, 0)).toBe(1e9);
      }),
    );
  });
  test("steps send everything, and come to an end", () => {
    const all = step(goTo(setBlock(draws, 3), 0), 34);
    expect(isSent(all)).toBe(true);
    expect(step(all)).toEqual(all);
    expect(lastOf(all, measure(all.message))).toMatchObject({ from: 99, to: 100 });
    expect(lastOf(goTo(draws, 0), measure(draws.message))).toBeUndefined();
  });
  test("a step through the text leaves the message itself alone", () =>
    expect(step(draws).message).toBe(draws.message));
  test("texts that are too long or empty are refused, and halves of a pair made whole", () => {
    expect(setText(draws, "")).toEqual({ refused: "empty" });
    expect(setText(draws, "x".repeat(mostCharacters + 1))).toEqual({ refused: "long" });
    expect(setText(draws, "👩".repeat(mostCharacters + 1))).toEqual({ refused: "long" });
    expect(isRefusal(setText(draws, "👩".repeat(mostCharacters)))).toBe(false);
    expect((setText(draws, "a\ud800") as Coder).message.text).toBe("a\ufffd");
  });
  test("own odds follow the letters of a new text", () => {
    const yours = setOdds(draws, 0, 0.5);
    const next = setText(yours, "rbz");
    expect(isRefusal(next) ? [] : [...next.message.yours!]).toEqual(
      [...normalize([0.5, 0.5, 1 / 3])].map((x) => Math.round(x * 1e9) / 1e9),
    );
  });
  test("a text of two thousand different characters is measured without a noticeable wait", () => {
    const text = Array.from({ length: mostCharacters }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
    const start = performance.now();
    const { paid, entropy } = measure(coderOf(text).message);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(bits(paid.huffman)).toBeLessThan(bits(entropy) + 1);
  });
});

describe("words that change hands", () => {
  const few = fc.stringMatching(/^[a-f]{6,60}$/);
  const letters = (coder: Coder) => measure(coder.message).words.letters.length;
  test("no exchange makes the text’s own Huffman code cheaper, and the text still comes back", () => {
    fc.assert(
      fc.property(few, fc.nat(5), fc.nat(5), (text, a, b) => {
        const best = coderOf(text);
        const n = letters(best);
        const other = n > 1 ? exchange(best, n, a % n, b % n) : best;
        const [before, after] = [measure(best.message), measure(other.message)];
        expect(after.paid.huffman).toBeGreaterThanOrEqual(before.paid.huffman);
        expect(after.paid.arithmetic).toBe(before.paid.arithmetic);
        expect(after.sent!.decoded).toEqual(before.symbols);
      }),
    );
  });
  test("the same exchange again undoes it, another dictionary forgets it, and what it costs is said", () => {
    const telegram = presetCoder("telegram", words.texts);
    const n = letters(telegram);
    const dear = exchange(telegram, n, 0, 1);
    expect(exchange(dear, n, 1, 0)).toEqual(telegram);
    expect(setSource(dear, "alike").message.exchanged).toBeUndefined();
    const mirrored = exchange(draws, 2, 0, 1);
    expect(verdictOf(mirrored, measure(mirrored.message), voice)).toContain("just as good");
    const mistaken = setOdds(presetCoder("letters", words.texts), 4, 0.9);
    const mended = exchange(mistaken, 5, 0, 4);
    expect(verdictOf(mended, measure(mended.message), voice)).toContain("less a character");
  });
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(coders, (coder) => {
      const { state } = decodeCoder(encodeCoder(coder).replaceAll("~", "%7E"));
      const plain = ({ message, sent }: Coder) => ({
        ...message,
        yours: message.yours ? [...message.yours] : undefined,
        sent,
      });
      expect(state && plain(state)).toEqual(plain(coder));
    }),
  );
});

describe("links that are not ours are refused", () => {
  const good = encodeCoder(draws);
  test.each([
    "",
    "1",
    "1~~",
    good.replace("~h~", "~x~"),
    good.replace("~h~1~", "~h~11~"),
    good.replace("~h~1~", "~h~0~"),
    good.replace("~o~", "~constructor~"),
    good.replace("~11~", "~101~"),
    good.replace("~11~", "~-1~"),
    good.replace("~o~0~", "~y~0~"),
    good.replace("~o~0~", "~o~2~"),
    good.replace("~~~r", "~.5,.5~~r"),
    good.replace("~~~r", "~~0.1~r"),
    good.replace("~~~r", "~~1.1~r"),
    good.replace("~~~r", "~~1.0.2~r"),
    good.replace("~~~r", "~~1.x~r"),
    good.replace("~h~1~", "~h~2~").replace("~11~~~r", "~12~~1.0~r"),
    "1~h~1~o~0~0~~~",
    "1~h~1~o~0~0~~~%E0%A4%A",
    `1~h~1~o~0~0~~~${"x".repeat(mostCharacters + 1)}`,
    `1~h~3~o~0~1~~~${"rrb".repeat(9)}`,
    `1~h~10~e~0~0~~~abc`,
  ])("link %#", (text) => expect(decodeCoder(text)).toEqual({ problem: "damaged" }));
  test("a later version is told apart, and nothing throws", () => {
    expect(decodeCoder("7~x")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeCoder(text)));
  });
});

describe("goals", () => {
  test("words near the entropy", () => {
    expect(wordsNearEntropy(draws)).toBe("single");
    expect(wordsNearEntropy(setBlock(draws, 2))).toBe("short");
    expect(wordsNearEntropy(setBlock(draws, 3))).toBe("right");
    expect(wordsNearEntropy(setCode(draws, "arithmetic"))).toBe("number");
    expect(wordsNearEntropy(presetCoder("letters", words.texts))).toBe("easy");
    expect(wordsNearEntropy(setOdds(draws, 0, 0))).toBe("infinite");
  });
  test.each(["en", "es"] as const)("a dear dictionary: %s", (language) => {
    const telegram = presetCoder("number", coderWords(language).texts);
    const [here, there] =
      language === "en" ? (["english", "spanish"] as const) : (["spanish", "english"] as const);
    expect(dearDictionary(telegram)).toBe("own");
    expect(dearDictionary(setSource(telegram, here))).toBe("cheap");
    expect(dearDictionary(setSource(telegram, there))).toMatch(/right|cheap/);
    expect(dearDictionary(setOdds(telegram, 0, 0.9))).toBe("right");
    expect(dearDictionary(setOdds(telegram, 0, 1))).toBe("infinite");
  });
});
