import {
  bootstrap,
  compareRows,
  createRng,
  fewUnits,
  meanStatistic,
  measureRows,
  standardNormal,
  tokenComparison,
  tokenResampling,
  tokenStatistics,
} from "@surprisal/core";
import { expect, test } from "vitest";

const sequences = (count: number) => Array.from({ length: 3 * count }, (_, i) => Math.floor(i / 3));

test("tokenResampling takes whole sequences or blocks of neighbours, unless told", () => {
  const of = sequences(fewUnits);
  expect(tokenResampling(of).dependence).toEqual({ kind: "clusters", of, orBlocks: true });
  expect(tokenResampling(of, { resample: "sequences" }).dependence).toEqual({ kind: "clusters", of });
  expect(tokenResampling(of, { resample: "blocks" }).dependence).toEqual({ kind: "blocks" });
  expect(tokenResampling(sequences(1)).dependence).toEqual({ kind: "blocks" });
  expect(tokenResampling(of, { resample: "tokens" }).dependence).toEqual({ kind: "independent" });
  expect(tokenResampling(of, { level: 0.9 }).level).toBe(0.9);
});

test("windows of one text are not taken for independent where what it is about outlasts them", () => {
  const [trials, windows, length] = [200, 100, 60];
  const sequence = Array.from({ length: windows * length }, (_, i) => Math.floor(i / length));
  const held = { auto: 0, sequences: 0 };
  const rng = createRng(44);
  for (let trial = 0; trial < trials; trial++) {
    // A tenth of the variance is between articles of five windows.
    const articles = Array.from({ length: windows / 5 }, () => Math.sqrt(0.1) * standardNormal(rng));
    const column = sequence.map(
      (window) => articles[Math.floor(window / 5)]! + Math.sqrt(0.9) * standardNormal(rng),
    );
    for (const resample of ["auto", "sequences"] as const) {
      const { low, high } = bootstrap(meanStatistic(column), tokenResampling(sequence, { resample }));
      held[resample] += Number(low <= 0 && 0 <= high) / trials;
    }
  }
  // By windows the variance of the mean is (0.1 + 0.9/60)/100, in truth 0.1/20 + 0.9/6000: 1.96 of its errors are 0.93 true ones, which hold the truth in 65 %. 4σ of 200 are 14 %.
  expect(held.sequences).toBeLessThan(0.79);
  // Of 20 articles, as few as that, blocks leave intervals short: other draws gave 92 %, of which 4σ of 200 are 8 %.
  expect(held.auto).toBeGreaterThan(0.84);
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
