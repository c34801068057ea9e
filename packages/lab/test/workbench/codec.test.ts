import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBench, encodeBench } from "../../src/workbench/codec.ts";
import { type Bench, emptyBench, typedReadings } from "../../src/workbench/model.ts";

const panes = fc.record({
  text: fc.string({ unit: "grapheme", maxLength: 60 }),
  as: fc.constantFrom(...typedReadings),
});
const amounts = fc.double({ min: 1e-12, max: 1, noNaN: true });
const benches: fc.Arbitrary<Bench> = fc.record({
  p: panes,
  q: panes,
  normalize: fc.boolean(),
  smooth: fc.option(fc.oneof(fc.record({ laplace: amounts }), fc.record({ epsilon: amounts })), {
    nil: undefined,
  }),
});

test("a link restores everything that was typed", () => {
  fc.assert(
    fc.property(benches, (bench) => {
      const link = encodeBench(bench);
      expect(link).not.toMatch(/[&#\s]/);
      expect(decodeBench(link).state).toEqual(bench);
    }),
  );
});

test("a file leaves a mark and nothing of itself, its name included", () => {
  const file = { id: 7, name: "diary.txt", size: 12 };
  const link = encodeBench({ ...emptyBench, p: { file, as: "chars" } });
  expect(link).not.toContain("diary");
  expect(decodeBench(link).state?.p).toEqual({ text: "", as: "chars", lost: "file" });
  const other = encodeBench({ ...emptyBench, p: { file: { ...file, id: 8 }, as: "chars" } });
  expect(other).not.toBe(link);
});

test("a text too long for a link leaves a mark that tells it from others", () => {
  const of = (text: string) => encodeBench({ ...emptyBench, q: { text, as: "words" } });
  const long = "a".repeat(5000);
  expect(of(long).length).toBeLessThan(60);
  expect(of(long)).not.toBe(of(`${long.slice(1)}b`));
  expect(decodeBench(of(long)).state?.q).toEqual({ text: "", as: "words", lost: "long" });
});

test("whatever else a link holds is refused, never thrown", () => {
  for (const hostile of [
    "",
    "~",
    "x",
    "1~list=%E0%A4",
    "1~tea=leaf",
    "1~list=a~~n~epsilon:2",
    "1~~~n~laplace:-1",
    "1~~~n~laplace:0",
    "1~~~m",
    "1~a~b~~~c",
    `1~list=${"a".repeat(40_000)}`,
  ])
    expect(decodeBench(hostile), hostile).toEqual({ problem: "damaged" });
  expect(decodeBench("2~list=0.5,0.5")).toEqual({ problem: "version" });
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { state, problem } = decodeBench(`1~${text}`);
      expect(state === undefined).toBe(problem !== undefined);
    }),
  );
});
