import { llamaStatistics } from "@surprisal/core";
import { expect, test } from "vitest";
import { llamaColumns } from "./llamaColumns.ts";

// What the last block of llama.cpp's tools/perplexity/perplexity.cpp (2026), compiled without contraction, prints for these columns.
const printed: [name: string, value: string, error?: string][] = [
  ["Mean PPL(Q)", "2.482470", "0.117345"],
  ["Mean PPL(base)", "2.383410", "0.113314"],
  ["Cor(ln(PPL(Q)), ln(PPL(base)))", "96.85"],
  ["Mean ln(PPL(Q)/PPL(base))", "0.040722", "0.011905"],
  ["Mean PPL(Q)/PPL(base)", "1.041562", "0.012400"],
  ["Mean PPL(Q)-PPL(base)", "0.099060", "0.029229"],
  ["Mean    KLD", "0.016000", "0.001309"],
  ["Maximum KLD", "0.156077"],
  ["99.9%   KLD", "0.143783"],
  ["99.0%   KLD", "0.105208"],
  ["95.0%   KLD", "0.053665"],
  ["90.0%   KLD", "0.042752"],
  ["Median  KLD", "0.008802"],
  ["10.0%   KLD", "0.000368"],
  [" 5.0%   KLD", "0.000053"],
  [" 1.0%   KLD", "0.000002"],
  [" 0.1%   KLD", "0.000000"],
  ["Minimum KLD", "0.000000"],
  ["Mean    Δp", "-2.232", "0.644"],
  ["Maximum Δp", "24.983"],
  ["99.9%   Δp", "24.620"],
  ["99.0%   Δp", "21.725"],
  ["95.0%   Δp", "14.810"],
  ["90.0%   Δp", "9.408"],
  ["75.0%   Δp", "3.309"],
  ["Median  Δp", "-1.441"],
  ["25.0%   Δp", "-6.714"],
  ["10.0%   Δp", "-15.173"],
  [" 5.0%   Δp", "-22.348"],
  [" 1.0%   Δp", "-28.940"],
  [" 0.1%   Δp", "-34.170"],
  ["Minimum Δp", "-35.033"],
  ["RMS Δp", "10.540", "0.561"],
  ["Same top p", "93.774", "1.510"],
];

test("the three blocks equal what llama.cpp prints, to its digits", () => {
  const { perplexity, klDivergence, tokenProbability } = llamaStatistics(llamaColumns());
  const lines = [...perplexity, ...klDivergence, ...tokenProbability].map(
    ({ name, value, error, percent }) => {
      const print = (x: number) =>
        percent ? (100 * x).toFixed(name.startsWith("Cor") ? 2 : 3) : x.toFixed(6);
      return error === undefined ? [name, print(value)] : [name, print(value), print(error)];
    },
  );
  expect(lines).toEqual(printed);
});

test("the error of the ratio is that of the differences token by token: the pairing", () => {
  const columns = llamaColumns();
  const differences = columns.model.map((x, i) => x - columns.base[i]!);
  const n = differences.length;
  const mean = differences.reduce((sum, x) => sum + x, 0) / n;
  const variance = differences.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  const line = llamaStatistics(columns).perplexity.find(({ name }) => name === "Mean ln(PPL(Q)/PPL(base))")!;
  // Singles: 257 entries of about 1, each off by at most 2⁻²⁵.
  expect(line.value).toBeCloseTo(mean, 6);
  expect(line.error).toBeCloseTo(Math.sqrt(variance / (n - 1)), 6);
});

test("a model beside itself has no divergence and no error of it", () => {
  const { base } = llamaColumns();
  const { perplexity, tokenProbability } = llamaStatistics({
    base,
    model: base,
    kl: base.map(() => 0),
    sameTop: base.map(() => 1),
  });
  expect(perplexity.slice(3).map(({ value }) => value)).toEqual([0, 1, 0]);
  expect(perplexity[2]!.value).toBeCloseTo(1, 12);
  expect(tokenProbability.at(-2)).toMatchObject({ name: "RMS Δp", value: 0, error: 0 });
  expect(tokenProbability.at(-1)).toMatchObject({ value: 1, error: 0 });
});

test("columns of unequal length, and infinities, are refused", () => {
  expect(() => llamaStatistics({ base: [1, 2], model: [1], kl: [0, 0], sameTop: [1, 1] })).toThrow(
    /^llamaStatistics: model has 1 entries, expected 2/,
  );
  expect(() => llamaStatistics({ base: [1], model: [1], kl: [Infinity], sameTop: [1] })).toThrow(
    /^llamaStatistics: kl\[0\] is Infinity, expected a finite number/,
  );
});
