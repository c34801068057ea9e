import { compareRows, measureRows, tokenTable } from "@surprisal/core";
import { expect, test } from "vitest";
import { models } from "./models.ts";

const { base, copies, targets } = models(12, [0.5]);
const sequence = Int32Array.from({ length: 12 }, (_, row) => Math.floor(row / 5));
const textOf = (token: number) => (token === 3 ? undefined : `t${token}`);

test("a table of one model has its measures, the place of each token, and what it reads as", () => {
  const measures = measureRows(base, { targets, ranks: true });
  const table = tokenTable(measures, { sequence, targets, textOf });
  expect([...table.position]).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1]);
  expect([...table.target!]).toEqual([...targets]);
  expect(table.text).toEqual(Array.from(targets, textOf));
  expect(table.p.surprise).toEqual(measures.negativeLogLikelihood);
  expect(table.p.rank).toEqual(measures.rank);
  expect(table.p.top1Text).toEqual(Array.from(measures.top1, textOf));
  for (const [row, p] of table.p.top1Probability!.entries())
    expect(Math.log(p)).toBeCloseTo(measures.top1LogProbability[row]!, 15);
  expect(table).not.toHaveProperty("q");
});

test("a table of two has the divergences that were measured, and no others", () => {
  const core = tokenTable(compareRows(base, copies[0]!, { targets }));
  expect(core.tokens).toBe(12);
  expect(core.forwardKl!.every((nats) => nats > 0)).toBe(true);
  expect(core.q!.entropy).not.toEqual(core.p.entropy);
  expect(core).not.toHaveProperty("jensenShannon");
  const all = tokenTable(compareRows(base, copies[0]!, { symmetric: true }), { targets });
  // Pinsker: D ≥ 2 TV². Rows are measured in singles, D to 3·10⁻⁷.
  for (const [row, distance] of all.totalVariation!.entries())
    expect(all.forwardKl![row]).toBeGreaterThan(2 * distance ** 2 - 3e-7);
});

test("without targets nothing is said of what came", () => {
  const { p, ...rest } = tokenTable(measureRows(base, { ranks: true }));
  expect(Object.keys(p)).toEqual(["entropy", "top1", "top1Probability"]);
  expect(Object.keys(rest)).toEqual(["tokens", "sequence", "position"]);
});

test("a row that is no distribution keeps its place, and says nothing", () => {
  const values = Float32Array.of(0, 0, Number.NaN, 0);
  const measures = measureRows({ format: "f32", vocabulary: 2, values }, { targets: [0, 1] });
  const { p, text } = tokenTable(measures, { targets: [0, 1], textOf });
  expect([...p.surprise!].map(Number.isNaN)).toEqual([false, true]);
  expect([...p.top1!]).toEqual([0, -1]);
  expect(p.top1Text).toEqual(["t0", undefined]);
  expect(text).toEqual(["t0", "t1"]);
});

test("a column of another length is refused", () => {
  const measures = measureRows(base);
  expect(() => tokenTable(measures, { targets: [1] })).toThrow(
    "tokenTable: targets has 1 entries, expected 12",
  );
  expect(() => tokenTable(measures, { sequence: [0] })).toThrow("tokenTable: sequence has 1 entries");
});
