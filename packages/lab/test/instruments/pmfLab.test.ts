import { probabilities } from "@surprisal/core";
import { parseOperand, resolveOperand } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodePmf, encodePmf } from "../../src/instruments/pmfLab/codec.ts";
import { commandOf } from "../../src/instruments/pmfLab/command.ts";
import { atCeiling, oneBit } from "../../src/instruments/pmfLab/goals.ts";
import {
  add,
  evenOut,
  isRefusal,
  measure,
  move,
  type Pmf,
  pmfOf,
  type Refusal,
  remove,
  rename,
  reshape,
  temperatures,
} from "../../src/instruments/pmfLab/model.ts";
import { pictureOf } from "../../src/instruments/pmfLab/picture.ts";
import { type Preset, presetPmf } from "../../src/instruments/pmfLab/presets.ts";
import { readoutsOf } from "../../src/instruments/pmfLab/readouts.ts";
import { csvOf, jsonOf } from "../../src/instruments/pmfLab/table.ts";
import { verdictOf } from "../../src/instruments/pmfLab/verdict.ts";
import { pmfWords } from "../../src/instruments/pmfLab/words/pmfWords.ts";

const words = pmfWords("en");
const from = (preset: Preset) => presetPmf(preset, words.presetNames[preset]);
const nextWord = from("nextWord");
const bits = (pmf: Pmf) => measure(pmf).entropy / Math.LN2;

type Action = (pmf: Pmf) => Pmf | Refusal;
const index = fc.nat(11);
const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 18 }),
  fc.constantFrom("sí", "a b", "x=1", ""),
);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(index, fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1))).map(
    ([i, share]): Action =>
      (pmf) =>
        move(pmf, i % pmf.names.length, share),
  ),
  fc.nat(100).map(
    (share): Action =>
      (pmf) =>
        reshape(pmf, { share }),
  ),
  fc.constantFrom(...temperatures).map(
    (temperature): Action =>
      (pmf) =>
        reshape(pmf, { temperature }),
  ),
  index.map(
    (i): Action =>
      (pmf) =>
        reshape(pmf, { towards: i % pmf.names.length }),
  ),
  fc.constant<Action>(evenOut),
  name.map(
    (text): Action =>
      (pmf) =>
        add(pmf, text),
  ),
  index.map(
    (i): Action =>
      (pmf) =>
        remove(pmf, i % pmf.names.length),
  ),
  fc.tuple(index, name).map(
    ([i, text]): Action =>
      (pmf) =>
        rename(pmf, i % pmf.names.length, text),
  ),
);
const pmfs = fc
  .array(action, { maxLength: 40 })
  .map((steps) => steps.reduce((pmf, step) => kept(pmf, step(pmf)), nextWord));

function kept(before: Pmf, result: Pmf | Refusal): Pmf {
  return isRefusal(result) ? before : result;
}

const plain = ({ names, base, p, shape }: Pmf) => ({ names, base: [...base], p: [...p], shape });

test("P sums to one exactly after any sequence of actions, and H stays between 0 and its ceiling", () => {
  fc.assert(
    fc.property(pmfs, (pmf) => {
      for (const p of [pmf.base, pmf.p]) {
        expect(p.length).toBe(pmf.names.length);
        expect(toParts(p).reduce((a, b) => a + b, 0)).toBe(1e9);
      }
      expect(pmf.shape.towards).toBeLessThan(pmf.names.length);
      const { entropy, ceiling, room, effective, pieces } = measure(pmf);
      expect(entropy).toBeGreaterThanOrEqual(0);
      // Each measure rounds to a few units of 2⁻⁵³ relative to the ceiling, at most ln 12.
      expect(entropy).toBeLessThanOrEqual(ceiling + 1e-14);
      expect(Math.abs(entropy + room - ceiling)).toBeLessThan(1e-14);
      expect(Math.abs(pieces.reduce((a, b) => a + b, 0) - entropy)).toBeLessThan(1e-14);
      expect(effective).toBeGreaterThanOrEqual(1);
      expect(Math.max(...pieces)).toBeLessThanOrEqual(1 / Math.E + 1e-15);
    }),
  );
});

test("mixing towards a word keeps H on or above the straight line to zero: H is concave", () => {
  fc.assert(
    fc.property(pmfs, index, fc.nat(100), (pmf, i, share) => {
      const start = pmfOf(pmf.names, pmf.p);
      const mixed = reshape(start, { towards: i % pmf.names.length, share });
      // Twelve probabilities rounded to billionths move H by less than 12·1e-9·ln 1e9.
      expect(measure(mixed).entropy).toBeGreaterThanOrEqual(
        (1 - share / 100) * measure(start).entropy - 3e-7,
      );
    }),
  );
});

test("mixing ends at exactly 0 bits, with every other word impossible", () => {
  for (const [towards, word] of nextWord.names.entries()) {
    const end = reshape(nextWord, { towards, share: 100 });
    expect(bits(end)).toBe(0);
    expect(end.p[towards]).toBe(1);
    expect(verdictOf(end, measure(end), words)).toContain(word);
  }
  expect(plain(reshape(reshape(nextWord, { share: 70 }), { share: 0 })).p).toEqual([...nextWord.p]);
});

test("a hotter P is never less uncertain", () => {
  fc.assert(
    fc.property(pmfs, (pmf) => {
      const start = pmfOf(pmf.names, pmf.p);
      const rising = temperatures.map((temperature) => measure(reshape(start, { temperature })).entropy);
      rising.slice(1).forEach((h, i) => {
        expect(h).toBeGreaterThanOrEqual(rising[i]! - 3e-7); // billionths, as above
      });
    }),
  );
});

test("a link gives the same figure back, also with its marks escaped", () => {
  fc.assert(
    fc.property(pmfs, (pmf) => {
      const link = encodePmf(pmf);
      for (const text of [link, link.replaceAll("~", "%7E").replaceAll(",", "%2C")]) {
        const { state } = decodePmf(text);
        expect(state && plain(state)).toEqual(plain(pmf));
      }
    }),
  );
});

test("links are short and can be read", () => {
  expect(encodePmf(from("nineRed"))).toBe("1~red,blue~.9,.1");
  expect(encodePmf(reshape(from("nineRed"), { towards: 1, share: 50, temperature: 0.5 }))).toBe(
    "1~red,blue~.9,.1~1~50~0.5",
  );
});

test.each([
  "",
  "1~a~1",
  "1~a,a~1,0",
  "1~a,b~.5,.4",
  "1~a,b~.5,.5~2",
  "1~a,b~.5,.5~-1",
  "1~a,b~.5,.5~~101",
  "1~a,b~.5,.5~~5.5",
  "1~a,b~.5,.5~~~0.4",
  "1~a,b~.5,.5~~~NaN",
  "1~a,b~.5,.5~~~2~more",
  "1~<b>,=~.5,.5",
  `1~${"abcdefghijklm".split("").join(",")}~1${",0".repeat(12)}`,
  "%E0%A4%A",
  `1~${"a".repeat(5000)},b~1,0`,
])("a link that is not ours is refused: %s", (text) => {
  expect(decodePmf(text)).toEqual({ problem: "damaged" });
});

test("a later version is told apart from damage, and nothing throws", () => {
  expect(decodePmf("2~whatever")).toEqual({ problem: "version" });
  const near = fc.tuple(fc.nat(60), fc.string()).map(([at, junk]) => {
    const link = encodePmf(nextWord);
    return link.slice(0, at) + junk + link.slice(at + 1);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), near), (text) => {
      const { state } = decodePmf(text);
      if (state) expect(measure(state).entropy).toBeGreaterThanOrEqual(0);
    }),
  );
});

describe("the figure says what the facts say", () => {
  // Ten decimals, as the facts are printed.
  test.each([
    ["coin", 1],
    ["fiveRed", 1],
    ["nineRed", 0.4689955936],
    ["noIdea", 2.3219280949],
    ["certain", 0],
  ] as const)("%s", (preset, expected) => expect(bits(from(preset))).toBeCloseTo(expected, 10));

  test("fairly sure, in nats", () => {
    // Cut off, not rounded, where it is printed.
    expect(Math.abs(measure(from("fairlySure")).entropy - 1.2275294114)).toBeLessThan(1e-10);
  });
});

test("what is refused says why", () => {
  expect(add(nextWord, "dog")).toEqual({ refused: "nameTaken" });
  expect(rename(nextWord, 0, "a=b")).toEqual({ refused: "nameUnusable" });
  expect(remove(from("coin"), 0)).toEqual({ refused: "tooFew" });
  const twelve = ["a", "b", "c", "d"].reduce((pmf, n) => kept(pmf, add(pmf, n)), nextWord);
  expect(add(twelve, "e")).toEqual({ refused: "tooMany" });
});

test("the chosen word stays chosen when another is removed", () => {
  const ghost = nextWord.names.indexOf("ghost");
  const fewer = kept(nextWord, remove(reshape(nextWord, { towards: ghost }), 0));
  expect(fewer.names[fewer.shape.towards]).toBe("ghost");
});

test("goals know what is in the way", () => {
  const half = pmfOf(["a", "b", "c"], probabilities([0.5, 0.5, 0]));
  expect([oneBit(half), oneBit(nextWord), oneBit(from("nineRed")), oneBit(from("certain"))]).toEqual([
    "right",
    "more",
    "less",
    "certain",
  ]);
  expect([
    atCeiling(from("noIdea")),
    atCeiling(from("coin")),
    atCeiling(half),
    atCeiling(from("fairlySure")),
    atCeiling(move(from("noIdea"), 0, 0.22) as Pmf),
    atCeiling(evenOut(half)),
  ]).toEqual(["right", "two", "zero", "below", "almost", "right"]);
});

test("the command carries every probability to its last digit", async () => {
  const odd = move(rename(nextWord, 0, "big dog") as Pmf, 7, 1e-9);
  const operand = /'(.*)'/.exec(commandOf(odd, "nats"))![1]!;
  const read = await resolveOperand(parseOperand(operand), () => {
    throw new Error("no file is opened");
  });
  expect([...read.probabilities]).toEqual([...odd.p]);
  expect(read.names).toEqual(odd.names);
  expect(commandOf(odd, "nats")).toMatch(/ --unit nats$/);
  expect(commandOf(from("coin"), "bits")).toBe("surprisal entropy heads=0.5,tails=0.5");
});

test("readouts say the change since before, in their own units", () => {
  const row = readoutsOf(measure(from("fiveRed")), measure(from("nineRed")), "bits", words, "en");
  expect(row.map(({ value }) => value)).toEqual(["1.000", "2.00", "1.000", "0.000"]);
  expect(row.map(({ delta }) => delta)).toEqual(["+0.531", "+0.62", undefined, "−0.531"]);
});

test("the table and the data hold every number", () => {
  const lines = csvOf(from("certain"), "bits").split("\r\n");
  expect(lines[1]).toBe("past,1,0,0");
  expect(lines[2]).toBe("present,0,Infinity,0");
  const data = JSON.parse(jsonOf(from("certain"), "bits", "https://example.org/#a=1"));
  expect(data.surprises[1]).toBe("Infinity");
  expect(data["H(P)"]).toBe(0);
});

test("the drawing stands on its own, and cannot be broken by a name", () => {
  const palette = {
    paper: "#fff",
    ink: "#000",
    "ink-2": "#555",
    rule: "#ddd",
    p: "#c00",
    "p-tint": "#fcc",
    q: "#00c",
    "q-tint": "#ccf",
    gap: "#b70",
    "gap-ink": "#850",
    "gap-tint": "#fec",
  };
  const setting = { title: "Figure", words, language: "en", unit: "bits", palette } as const;
  const svg = pictureOf({ ...from("certain"), names: ["<b>", "x", "y", "z", "w"] }, setting);
  expect(svg).toContain("&lt;b&gt;");
  expect(svg).not.toContain("<b>");
  expect(svg).not.toMatch(/="-?(NaN|Infinity)"/);
  expect(pictureOf(nextWord, setting)).toMatch(/2\.698 <tspan[^>]*>bits</);
});
