import {
  besideCandidate,
  emptyRowMeasures,
  scoreTable,
  type TokenTable,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import { shadings } from "@surprisal/data/report";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockOf, blocksOf } from "../../src/tokens/blocks.ts";
import { columnsOf, sorted } from "../../src/tokens/columns.ts";
import { intervalText } from "../../src/tokens/estimateText.ts";
import { paceOf } from "../../src/tokens/pace.ts";
import { choose, clear, type Found, fill, fillAll, gathered, questionOf } from "../../src/tokens/placing.ts";
import type { Given } from "../../src/tokens/question.ts";
import { everything, found, jump, landings } from "../../src/tokens/search.ts";
import { emptySlots } from "../../src/tokens/slots.ts";
import { spreadOf } from "../../src/tokens/spread.ts";
import { en } from "../../src/tokens/words/en.ts";

function tableOf(texts: readonly string[], surprises: readonly number[]): TokenTable {
  const scores = texts.map((text, i) => ({ text, logProbability: 0 - surprises[i]!, top: [] }));
  return scoreTable([{ name: "a", scores }]);
}

const six = tableOf(["a", "b", "a c", "d", "A", "e"], [1, Infinity, 2, Number.NaN, 0.5, 2]);
const shading = shadings(six)[0]!;

describe("a text in pieces", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 });

  test("has every token once and in order, and no piece has tokens of two sequences", () =>
    fc.assert(
      fc.property(lengths, (lengths) => {
        const sequence = Int32Array.from(lengths.flatMap((length, i) => new Array<number>(length).fill(i)));
        const blocks = blocksOf({ tokens: sequence.length, sequence });
        expect(blocks[0]!.start).toBe(0);
        expect(blocks.at(-1)!.end).toBe(sequence.length);
        for (const [i, { start, end }] of blocks.entries()) {
          expect(end).toBeGreaterThan(start);
          if (i > 0) expect(start).toBe(blocks[i - 1]!.end);
          expect(sequence[start]).toBe(sequence[end - 1]);
          expect(blockOf(blocks, start)).toBe(i);
          expect(blockOf(blocks, end - 1)).toBe(i);
        }
      }),
    ));

  test("parts at the end of a line before that of a sentence, and there before a space", () => {
    const text = (marks: Record<number, string>) => Array.from({ length: 600 }, (_, i) => marks[i] ?? "x");
    const first = (marks: Record<number, string>) =>
      blocksOf({ tokens: 600, sequence: new Int32Array(600), text: text(marks) })[0]!.end;
    expect(first({ 150: "\n", 170: ".", 190: " " })).toBe(151);
    expect(first({ 170: ".", 190: " " })).toBe(171);
    expect(first({ 190: " " })).toBe(191);
    expect(first({ 20: "\n" })).toBe(240);
  });
});

test("what is looked for has as much, and reads so whatever its case; NaN has nothing", () => {
  expect([...found(six, shading, everything)]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...found(six, shading, { least: 2, find: "" })]).toEqual([1, 2, 5]);
  expect([...found(six, shading, { least: 0, find: "A" })]).toEqual([0, 2, 4]);
  expect([...found(six, shading, { least: 2, find: "a" })]).toEqual([2]);
});

test("a jump goes to the next place in the text, and round its ends; without a search to the most striking", () => {
  expect([...landings(six, shading, everything)]).toEqual([1]);
  const places = landings(six, shading, { least: 2, find: "" });
  expect(jump(places, 1, 1)).toBe(2);
  expect(jump(places, 5, 1)).toBe(1);
  expect(jump(places, 2, -1)).toBe(1);
  expect(jump(places, 1, -1)).toBe(5);
  expect(jump(new Int32Array(), 1, 1)).toBeUndefined();
});

test("a column sorts its rows, infinity above all and what has no value last, both ways", () => {
  const rows = Int32Array.of(0, 1, 2, 3, 4, 5);
  const columns = columnsOf(six);
  const by = (descending: boolean) => [...sorted(rows, columns, { key: "surpriseP", descending })];
  expect(by(true)).toEqual([1, 2, 5, 0, 4, 3]);
  expect(by(false)).toEqual([4, 0, 2, 5, 1, 3]);
  expect([...sorted(rows, columns, { key: "place", descending: true })]).toEqual([5, 4, 3, 2, 1, 0]);
});

test("listed log-probabilities of two models have columns of surprise and none of divergence", () => {
  const two = besideCandidate(tableOf(["a"], [1]), tableOf(["a"], [2]));
  expect(columnsOf(two).map(({ key }) => key)).toEqual(["surpriseP", "surpriseQ"]);
});

test("spreads count every known value once", () =>
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), fc.constant(Number.NaN))),
      (values) => {
        const spread = spreadOf(values);
        if (!spread) return;
        expect(spread.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(spread.from).toBeLessThanOrEqual(0);
        expect(spread.to).toBeGreaterThanOrEqual(0);
      },
    ),
  ));

describe("slots", () => {
  const given = (name: string) => ({ name, blob: new Blob() });
  const arrays = (logits: [string, number][], integers: [string, number][]) => ({
    kind: "arrays" as const,
    logits: logits.map(([name, rows]) => ({ name, shape: [rows, 9] })),
    integers: integers.map(([name, rows]) => ({ name, shape: [rows] })),
    shards: [],
  });

  test("of several arrays the largest is taken, and another can be chosen", () => {
    const slots = fill(
      emptySlots,
      "p",
      given("a.npz"),
      arrays(
        [
          ["small", 1],
          ["large", 5],
        ],
        [],
      ),
    );
    expect(slots.p!.given.array).toBe("large");
    expect(choose(slots, "p", "small").p!.given.array).toBe("small");
  });

  test("a file of integers alone says what came, wherever it fell", () => {
    const slots = fill(emptySlots, "q", given("t.npy"), arrays([], [["", 5]]));
    expect([slots.q, slots.targets!.given.name]).toEqual([undefined, "t.npy"]);
    expect(questionOf(slots)).toBeUndefined();
  });

  test("several files at once find their places in whatever order they come; of models there are two", () => {
    const files = {
      p: [given("base.npy"), arrays([["", 5]], [])],
      q: [given("a.npy"), arrays([["", 5]], [])],
      targets: [given("t.npy"), arrays([], [["", 5]])],
      vocabulary: [given("tokenizer.json"), { kind: "vocabulary" }],
    } satisfies Record<string, Found>;
    const { p, q, targets, vocabulary } = files;
    for (const dropped of [
      [p, q, targets, vocabulary],
      [vocabulary, targets, p, q],
      [p, vocabulary, targets, q],
    ]) {
      const slots = fillAll(emptySlots, "p", dropped);
      for (const name of ["p", "q", "targets", "vocabulary"] as const)
        expect(slots[name]!.given).toBe(files[name][0]);
    }
    expect(fill(emptySlots, "p", ...vocabulary)).toMatchObject({ vocabulary: { given: vocabulary[0] } });
    expect(() => fillAll(emptySlots, "p", [p, q, [given("b.npy"), { kind: "base" }]])).toThrow(
      expect.objectContaining({ code: "models", gaps: { names: "base.npy, a.npy, b.npy" } }),
    );
  });

  test("one model with its targets goes where it fell", () => {
    const q = [given("a.npy"), arrays([["", 5]], [])] satisfies Found;
    const slots = fillAll(emptySlots, "q", [[given("t.npy"), arrays([], [["", 5]])], q]);
    expect([slots.p, slots.q!.given.name, slots.targets!.given.name]).toEqual([undefined, "a.npy", "t.npy"]);
  });

  test("shards go with the index that names them, and other files for themselves", () => {
    const [index, one, two, other] = ["i.json", "1", "2", "q.npy"].map(given) as [Given, Given, Given, Given];
    const found = gathered([
      [{ ...one, beside: [index, two, other] }, arrays([["", 5]], [])],
      [
        { ...index, beside: [one, two, other] },
        { ...arrays([["", 5]], []), shards: ["1", "2"] },
      ],
      [{ ...two, beside: [index, one, other] }, arrays([["", 5]], [])],
      [{ ...other, beside: [index, one, two] }, arrays([["", 5]], [])],
    ]);
    expect(found.map(([given]) => given)).toEqual([{ ...index, beside: [one, two] }, other]);
  });

  test("without P, Q takes its place; without both nothing is left", () => {
    const both = fill(fill(emptySlots, "p", given("a")), "q", given("b"));
    const one = clear(both, "p");
    expect([one.p!.given.name, one.q]).toEqual(["b", undefined]);
    expect(clear(one, "p")).toEqual(emptySlots);
  });

  test("scores say themselves what came", () => {
    const slots = fill(fill(emptySlots, "p", given("a.json"), { kind: "scores" }), "targets", given("t.npy"));
    expect(questionOf(slots)!.targets).toBeUndefined();
  });

  test("a vocabulary bounds what one file of scores lists; beside another it says nothing", () => {
    const scores = { kind: "scores" } as const;
    const one = fill(fill(emptySlots, "p", given("a.json"), scores), "vocabulary", given("v.json"));
    expect(questionOf(one)!.vocabulary!.name).toBe("v.json");
    expect(questionOf(fill(one, "q", given("b.json"), scores))!.vocabulary).toBeUndefined();
  });
});

test("an interval is told by the digits that count, however small it is", () => {
  const measures = { ...emptyRowMeasures(2), negativeLogLikelihood: Float64Array.of(1, 2) };
  const { perToken } = tokenStatistics(measures, tokenResampling(Int32Array.of(0, 0)));
  const of = (low: number, high: number) => intervalText({ ...perToken!, low, high }, en, "en");
  expect(of(0.0063482, 0.0064117)).toBe("0.006348 to 0.006412");
  expect(of(12.34567, 1234.567)).toBe("12.35 to 1,235");
});

test("a pace is told once it can be", () => {
  const progress = { name: "a", unit: "rows", done: 250, total: 1000 } as const;
  expect(paceOf(progress, 100)).toBeUndefined();
  expect(paceOf(progress, 1000)).toEqual({ rate: 250, left: 3 });
});
