import {
  bootstrap,
  compareRows,
  createRng,
  fewUnits,
  meanStatistic,
  measureRows,
  tokenComparison,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import { expect, test } from "vitest";

const sequences = (count: number) => Array.from({ length: 3 * count }, (_, i) => Math.floor(i / 3));

test("tokenResampling takes whole sequences where there are enough, of fewer these or blocks, unless told", () => {
  const of = sequences(fewUnits);
  expect(tokenResampling(of).dependence).toEqual({ kind: "clusters", of });
  const few = sequences(fewUnits - 1);
  expect(tokenResampling(few).dependence).toEqual({ kind: "clusters", of: few, orBlocks: true });
  expect(tokenResampling(few, { resample: "blocks" }).dependence).toEqual({ kind: "blocks" });
  expect(tokenResampling(sequences(1)).dependence).toEqual({ kind: "blocks" });
  expect(tokenResampling(of, { resample: "tokens" }).dependence).toEqual({ kind: "independent" });
  expect(tokenResampling(of, { level: 0.9 }).level).toBe(0.9);
});

test("a level that 1000 resamples cannot show takes as many as leave some beyond its ends", () => {
  const column = Array.from({ length: 400 }, (_, i) => (i * 37) % 101);
  const made = (level: number) => {
    const resampling = tokenResampling(column, { resample: "tokens", level });
    return bootstrap(meanStatistic(column), resampling);
  };
  expect([0.5, 0.95, 0.99].map((level) => made(level).resamples)).toEqual([1000, 1000, 1000]);
  const { low, high, value, resamples } = made(0.999);
  expect(resamples).toBe(10_000);
  // 3.29 standard errors of the mean of 400 about uniform numbers, whose last hundredths are seldom drawn: within 15 %.
  const standard = 101 / Math.sqrt(12) / Math.sqrt(400);
  for (const reach of [value - low, high - value])
    expect(Math.abs(reach / (3.2905 * standard) - 1)).toBeLessThan(0.15);
});

test("the same tokens give the same interval", () => {
  const surprise = sequences(7).map((i) => Math.sin(i) ** 2);
  const interval = () => bootstrap(meanStatistic(surprise), tokenResampling(sequences(7)));
  expect(interval()).toEqual(interval());
});

test("a statistic has the same interval whatever else is estimated beside it", () => {
  const vocabulary = 5;
  const of = sequences(30);
  const values = (seed: number) => {
    const rng = createRng(seed);
    return Float32Array.from({ length: of.length * vocabulary }, () => 3 * rng.next());
  };
  const rows = (seed: number) => ({ format: "f32", vocabulary, values: values(seed) }) as const;
  const targets = of.map((_, i) => i % vocabulary);
  const pair = compareRows(rows(1), rows(2), { targets });
  const alone = tokenStatistics(measureRows(rows(1), { targets }), { targets, ...tokenResampling(of) });
  const both = tokenComparison(pair, tokenResampling(of));
  const { perplexity } = alone;
  expect(both.scoredTokens?.basePerplexity).toEqual(perplexity);
  const nats = bootstrap(meanStatistic(pair.p.negativeLogLikelihood), tokenResampling(of));
  expect([Math.exp(nats.low), Math.exp(nats.high)]).toEqual([perplexity!.low, perplexity!.high]);
  expect(perplexity!.low).toBeLessThan(perplexity!.high);
});
