import { compareRows, createRng, llamaStatistics, tokenComparison } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { comparison, models } from "./models.ts";

const options = () => ({ rng: createRng(1), dependence: { kind: "blocks" } }) as const;

describe("two models on the same rows", () => {
  const { pair } = comparison(500, 0.3, { symmetric: true, top: 5 });
  const found = tokenComparison(pair, options());
  const meanOf = (column: ArrayLike<number>) => Array.from(column).reduce((sum, x) => sum + x, 0) / 500;

  test("means are means of the columns, within their intervals", () => {
    for (const name of ["forwardKl", "reverseKl", "jensenShannon", "totalVariation"] as const) {
      const { mean, minimum, maximum, quantiles } = found[name]!;
      expect(mean.value).toBeCloseTo(meanOf(pair[name]), 12);
      expect(mean.low).toBeLessThan(mean.value);
      expect(mean.high).toBeGreaterThan(mean.value);
      const path = [maximum, ...quantiles.map(({ estimate }) => estimate.value), minimum];
      expect(path).toEqual([...path].sort((a, b) => b - a));
    }
    expect(found.topOverlap!.value).toBeCloseTo(meanOf(pair.topOverlap), 12);
  });

  test("agree with the blocks of llama.cpp, whose errors are those of independent tokens", () => {
    const llama = llamaStatistics({
      base: pair.p.negativeLogLikelihood,
      model: pair.q.negativeLogLikelihood,
      kl: pair.forwardKl,
      sameTop: pair.top1Agrees,
    });
    const line = (name: string) =>
      [...llama.perplexity, ...llama.klDivergence, ...llama.tokenProbability].find((l) => l.name === name)!;
    const tokens = found.scoredTokens!;
    const quantile = (share: number) => found.forwardKl!.quantiles.find((q) => q.share === share)!.estimate;
    for (const [estimate, name] of [
      [tokens.candidatePerplexity, "Mean PPL(Q)"],
      [tokens.basePerplexity, "Mean PPL(base)"],
      [tokens.logPerplexityRatio, "Mean ln(PPL(Q)/PPL(base))"],
      [tokens.perplexityRatio, "Mean PPL(Q)/PPL(base)"],
      [tokens.perplexityDifference, "Mean PPL(Q)-PPL(base)"],
      [tokens.correlation, "Cor(ln(PPL(Q)), ln(PPL(base)))"],
      [found.forwardKl!.mean, "Mean    KLD"],
      [quantile(0.99), "99.0%   KLD"],
      [quantile(0.05), " 5.0%   KLD"],
      [tokens.probabilityChange.mean, "Mean    Δp"],
      [tokens.rmsProbabilityChange, "RMS Δp"],
      [found.top1Agreement, "Same top p"],
    ] as const) {
      const { value, error } = line(name);
      // Singles there, of numbers up to 100.
      expect(estimate!.value, name).toBeCloseTo(value, 4);
      if (error === undefined) continue;
      // Rows are independent here: 1.96 standard errors each way, to the noise of 1000 resamples and of choosing blocks.
      const ratio = (estimate!.high - estimate!.low) / (2 * 1.96 * error);
      expect(ratio, name).toBeGreaterThan(0.8);
      expect(ratio, name).toBeLessThan(1.25);
    }
  });

  test("buckets part the tokens by the base's confidence, and the divergence among them", () => {
    const { buckets, forwardKl } = found;
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(500);
    expect(buckets.reduce((sum, { shareOfKl }) => sum + shareOfKl!.value, 0)).toBeCloseTo(1, 12);
    for (const { shareOfKl } of buckets) {
      expect(shareOfKl!.low).toBeLessThan(shareOfKl!.value);
      expect(shareOfKl!.high).toBeGreaterThan(shareOfKl!.value);
    }
    const weighted = buckets.reduce((sum, bucket) => sum + bucket.count * bucket.forwardKl.value, 0) / 500;
    expect(weighted).toBeCloseTo(forwardKl!.mean.value, 12);
  });
});

test("no end of an interval is beyond what a measure can be", () => {
  const { base, copies } = models(40, [3]);
  const found = tokenComparison(compareRows(base, copies[0]!, { symmetric: true }), options());
  const ranges = [
    [found.forwardKl, 0, Infinity],
    [found.reverseKl, 0, Infinity],
    [found.jensenShannon, 0, Math.LN2],
    [found.totalVariation, 0, 1],
    [found.scoredTokens?.probabilityChange, -1, 1],
  ] as const;
  for (const [spread, least, most] of ranges)
    for (const { low, high, value } of [
      spread?.mean,
      ...(spread?.quantiles ?? []).map((one) => one.estimate),
    ].flatMap((one) => one ?? [])) {
      expect(low).toBeGreaterThanOrEqual(Math.min(least, value));
      expect(high).toBeLessThanOrEqual(Math.max(most, value));
    }
  const last = found.totalVariation!.quantiles[0]!;
  // Of 40 tokens none need be beyond the 99.9 %: nothing but the range bounds it.
  expect([last.share, last.estimate.high]).toEqual([0.999, 1]);
  const change = found.entropyChange!.quantiles[0]!;
  expect(change.estimate.high).toBe(Infinity);
});

test("a second run of the base tells a candidate from noise, and noise from nothing", () => {
  const { base, copies } = models(400, [0.1, 0.1, 0.3]);
  const [floor, same, worse] = copies.map((copy) => compareRows(base, copy));
  const against = (pair: typeof floor) =>
    tokenComparison(pair!, { ...options(), secondRunKl: floor!.forwardKl }).noiseFloor!;
  expect(against(same).verdict).toBe("not distinguishable");
  expect(against(worse).verdict).toBe("higher");
  expect(against(worse).mean.value).toBeCloseTo(floor!.forwardKl.reduce((sum, x) => sum + x, 0) / 400, 12);
});

test("rows that are no distribution, and tokens without a chance, make no NaN", () => {
  const rows = (...values: number[]) =>
    ({ format: "f32", vocabulary: 2, values: Float32Array.from(values) }) as const;
  const pair = compareRows(rows(0, 0, Number.NaN, 0, 0, 1), rows(0, -Infinity, 0, 0, 0, 1), {
    targets: [1, 0, 0],
  });
  const found = tokenComparison(pair, { ...options(), secondRunKl: [Infinity, 0, 0] });
  expect([found.compared, found.scored, found.faults.base]).toEqual([2, 2, [{ row: 1, fault: "NaN" }]]);
  expect(found.forwardKl!.mean.value).toBe(Infinity);
  expect(found.scoredTokens!.candidatePerplexity.value).toBe(Infinity);
  expect(found.scoredTokens!.logPerplexityRatio).toBeUndefined();
  expect(found.noiseFloor!.verdict).toBeUndefined();
  const none = tokenComparison(compareRows(rows(Number.NaN, 0), rows(0, 0)), options());
  expect([none.compared, none.forwardKl, none.buckets]).toEqual([0, undefined, []]);
});
