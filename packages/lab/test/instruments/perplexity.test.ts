import { crossPerplexity, perplexity, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodeReading, encodeReading } from "../../src/instruments/perplexity/codec.ts";
import { commandOf } from "../../src/instruments/perplexity/command.ts";
import { sureAndWrong } from "../../src/instruments/perplexity/goals.ts";
import { costOf, readLogprobs } from "../../src/instruments/perplexity/logprobs.ts";
import {
  advance,
  believe,
  cover,
  isRead,
  look,
  measure,
  type Reading,
} from "../../src/instruments/perplexity/model.ts";
import { pictureOf } from "../../src/instruments/perplexity/picture.ts";
import { presetNames, presetReading } from "../../src/instruments/perplexity/presets.ts";
import { choicesOf, readoutsOf } from "../../src/instruments/perplexity/readouts.ts";
import { exampleOf, hereOf, powerOf, verdictOf } from "../../src/instruments/perplexity/sayings.ts";
import { csvOf, jsonOf } from "../../src/instruments/perplexity/table.ts";
import { truths, width } from "../../src/instruments/perplexity/text.ts";
import { perplexityWords } from "../../src/instruments/perplexity/words/perplexityWords.ts";

const places = truths.length;
const words = perplexityWords("en");
const voice = { words, language: "en", unit: "bits" } as const;
const step = fc.oneof(
  fc.constantFrom<(r: Reading) => Reading>(advance, advance, cover),
  fc.nat(8).map((at) => (r: Reading) => look(r, at)),
  fc
    .record({ i: fc.nat(width - 1), x: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0)) })
    .map(
      ({ i, x }) =>
        (r: Reading) =>
          believe(r, i, x),
    ),
);
const readings = fc
  .tuple(fc.constantFrom(...presetNames), fc.nat(places), fc.array(step, { maxLength: 30 }))
  .map(([preset, shown, steps]) => steps.reduce((r, act) => act(r), presetReading(preset, shown)));

test.each(["en", "es"] as const)(
  "the text has a truth for every place and as many continuations: %s",
  (language) => {
    const { steps } = perplexityWords(language).text;
    expect(steps).toHaveLength(places);
    for (const { names } of steps) {
      expect(new Set(names).size).toBe(width);
      for (const name of names) expect(name).toMatch(/^\p{L}+$/u);
    }
  },
);

test("whatever is done, Q sums to one everywhere, the view never passes the first covered word, and nothing is NaN", () => {
  fc.assert(
    fc.property(readings, (reading) => {
      for (const q of reading.beliefs) expect(toParts(q).reduce((a, b) => a + b, 0)).toBe(1e9);
      expect(reading.at).toBeLessThanOrEqual(Math.min(reading.revealed, places - 1));
      const { surprises, paid, expected } = measure(reading);
      expect(surprises).toHaveLength(reading.revealed);
      if (reading.revealed === 0) expect([paid, expected]).toEqual([undefined, undefined]);
      else {
        expect(paid).toBeGreaterThanOrEqual(0);
        expect(expected).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("steps uncover every word and come to an end", () => {
  let reading = cover(presetReading("careful", 0));
  for (let i = 0; i < 2 * places - 1; i++) reading = advance(reading);
  expect(isRead(reading)).toBe(true);
  expect(advance(reading)).toEqual(reading);
});

describe("perplexity says what it should", () => {
  const all = (preset: (typeof presetNames)[number]) => measure(presetReading(preset, places));
  test("who shrugs among five pays for five, whatever comes", () => {
    expect(choicesOf(all("shrugs").paid)).toBeCloseTo(5, 6); // beliefs are rounded to billionths
    expect(choicesOf(all("shrugs").expected)).toBeCloseTo(5, 6);
  });
  test("sure and wrong: few choices expected, a hundred paid for", () => {
    expect(choicesOf(all("sureAndWrong").paid)).toBeCloseTo(100, 6);
    expect(choicesOf(all("sureAndWrong").expected)).toBe(
      choicesOf(all("sureAndRight").expected), // as sure as the one that is right
    );
    expect(choicesOf(all("sureAndRight").paid)).toBeCloseTo(1 / 0.96, 6);
  });
  test("weighing it up beats shrugging", () => {
    expect(choicesOf(all("careful").paid)).toBeLessThan(5);
  });
  test("one word alone is the cross-perplexity of the library", () => {
    const reading = presetReading("careful", 1);
    const p = probabilities([...reading.beliefs[0]!].map((_, i) => (i === truths[0] ? 1 : 0)));
    // Both are one exponential of one logarithm.
    expect(choicesOf(measure(reading).paid)).toBeCloseTo(crossPerplexity(p, reading.beliefs[0]!), 12);
    expect(choicesOf(measure(reading).expected)).toBeCloseTo(perplexity(reading.beliefs[0]!), 12);
  });
  test("a word without a chance makes it infinite, and is named", () => {
    const reading = believe(look(presetReading("careful", 3), 0), truths[0]!, 0);
    expect(measure(reading).paid).toBe(Infinity);
    expect(verdictOf(measure(reading), voice)).toContain("“umbrella” was given no chance");
  });
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(readings, (reading) => {
      const { state } = decodeReading(encodeReading(reading).replaceAll("~", "%7E"));
      const plain = (r: Reading) => ({ ...r, beliefs: r.beliefs.map((q) => [...q]) });
      expect(state && plain(state)).toEqual(plain(reading));
    }),
  );
});

describe("links that are not ours are refused", () => {
  const good = encodeReading(presetReading("careful", 3));
  test.each([
    "",
    "1",
    "1~~3~3",
    good.slice(0, -2),
    good.replace("~3~3", "~3~4"),
    good.replace("~3~3", "~8~3"),
    good.replace("~3~3", "~-1~0"),
    good.replace(".4,", ".5,"),
    good.replace("_", "__"),
    `${good}~x`,
    "%E0%A4%A",
    `1~${"1,".repeat(999)}`,
  ])("%s", (text) => expect(decodeReading(text)).toEqual({ problem: "damaged" }));
  test("a later version is told apart, and nothing throws", () => {
    expect(decodeReading("7~x")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeReading(text)));
  });
});

test("the command asks for Q alone while the word is covered, and for Q at the truth after", () => {
  const covered = presetReading("careful", 0);
  expect(commandOf(covered, words.text.steps, "bits")).toBe(
    "surprisal perplexity door=0.4,window=0.2,letter=0.15,box=0.15,umbrella=0.1",
  );
  expect(commandOf(advance(covered), words.text.steps, "nats")).toBe(
    "surprisal perplexity door=0,window=0,letter=0,box=0,umbrella=1 0.4,0.2,0.15,0.15,0.1 --unit nats",
  );
});

test("goals", () => {
  expect(sureAndWrong(presetReading("sureAndWrong", 0))).toBe("covered");
  expect(sureAndWrong(presetReading("sureAndWrong", 2))).toBe("right");
  expect(sureAndWrong(presetReading("sureAndRight", 2))).toBe("notWrong");
  expect(sureAndWrong(presetReading("shrugs", 2))).toBe("unsure");
});

test("what the figure says", () => {
  const reading = presetReading("shrugs", 0);
  expect(hereOf(reading, measure(reading), voice)).toContain("2.322 bits: as unsure as with 5.00");
  const shown = { ...presetReading("careful", 1), at: 0 };
  expect(hereOf(shown, measure(shown), voice)).toContain("“umbrella” cost 3.322 bits");
  expect(powerOf(Math.log(8), voice)).toEqual({ base: "2", exponent: "3.000", value: "8.00" });
  expect(powerOf(1, { ...voice, unit: "nats" })).toMatchObject({ base: "e", value: "2.72" });
  expect(readoutsOf(measure(reading), undefined, "bits", words, "en").map(({ value }) => value)).toEqual(
    Array(4).fill("–"),
  );
});

test("what is saved has no NaN, and says ∞ as it can", () => {
  const palette = { paper: "#fff" } as never;
  const setting = { ...voice, title: "<b>", palette };
  fc.assert(
    fc.property(readings, (reading) => {
      expect(pictureOf(reading, setting)).not.toMatch(/NaN|Infinity|<b>/);
      JSON.parse(jsonOf(reading, words.text.steps, "bits", "https://example.org/"));
    }),
    { numRuns: 30 },
  );
  expect(csvOf(presetReading("careful", 2), words.text.steps, "bits")).toMatch(
    /^word,Q\(word\),surprise \(bits\),H\(Q\) \(bits\)\r\numbrella,0\.1,3\.3219/,
  );
});

describe("log-probabilities of one's own", () => {
  test("one a line, with points or commas, and a token before a tab", () => {
    expect(readLogprobs("-0.5\n\n-1,25\n the\t-inf")).toEqual({
      tokens: [
        { text: undefined, logprob: -0.5 },
        { text: undefined, logprob: -1.25 },
        { text: " the", logprob: -Infinity },
      ],
    });
  });

  test.each([
    '[{"token":"a","logprob":-1},{"token":"b","logprob":-2}]',
    '{"choices":[{"logprobs":{"content":[{"token":"a","logprob":-1},{"token":"b","logprob":-2}]}}]}',
    '{"logprobs":{"tokens":["a","b"],"token_logprobs":[-1,-2]}}',
    '{"tokens":["<s>","a","b"],"token_logprobs":[null,-1,-2]}',
  ])("as the JSON of an interface: %s", (text) => {
    const read = readLogprobs(text);
    if (!("tokens" in read)) throw new Error(read.problem);
    expect(costOf(read.tokens)).toEqual({ total: 3, tokens: 2, characters: 2, bytes: 2 });
  });

  test.each([
    ["", { problem: "empty" }],
    ["-1\nx", { problem: "notANumber", place: 2 }],
    ["0.5", { problem: "positive", place: 1 }],
    ["{", { problem: "shape" }],
    ["[]", { problem: "shape" }],
    ["{}", { problem: "shape" }],
    ['[{"token":"a"}]', { problem: "notANumber", place: 1 }],
    ['[{"logprob":"-1"}]', { problem: "notANumber", place: 1 }],
    ['[{"token":"a","logprob":-1},null]', { problem: "notANumber", place: 2 }],
  ])("%j is refused", (text, problem) => expect(readLogprobs(text)).toEqual(problem));

  test("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readLogprobs(text)));
  });

  test("characters and bytes are counted in what the tokens spell, even where a token is part of a character", () => {
    const halves = [
      { logprob: -1, text: "bytes:\\xc3", bytes: [0xc3] },
      { logprob: -2, text: "bytes:\\xb1", bytes: [0xb1] },
    ];
    expect(costOf(halves)).toEqual({ total: 3, tokens: 2, characters: 1, bytes: 2 });
    expect(costOf([{ logprob: -3 }])).toEqual({ total: 3, tokens: 1 });
    expect(costOf([{ logprob: -3 }], "niño")).toEqual({ total: 3, tokens: 1, characters: 4, bytes: 5 });
  });

  test("the example reads back as what the figure paid", () => {
    const reading = presetReading("careful", places);
    const read = readLogprobs(exampleOf(reading, voice));
    if (!("tokens" in read)) throw new Error(read.problem);
    // Four decimals of each logarithm.
    expect(costOf(read.tokens).total / places).toBeCloseTo(measure(reading).paid!, 4);
    const never = believe(look(reading, 0), truths[0]!, 0);
    expect(readLogprobs(exampleOf(never, voice))).toHaveProperty("tokens");
  });
});
