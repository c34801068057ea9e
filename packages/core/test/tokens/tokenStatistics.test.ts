import { createRng, measureRows, tokenStatistics } from "@surprisal/core";
import { expect, test } from "vitest";
import { models } from "./models.ts";

const options = () => ({ rng: createRng(1), dependence: { kind: "independent" } }) as const;
const { base, targets } = models(600, []);
const measures = measureRows(base, { targets, ranks: true });

test("perplexity is e to the mean surprise, and the two have one interval", () => {
  const { perToken, perplexity } = tokenStatistics(measures, options());
  const mean = measures.negativeLogLikelihood.reduce((sum, x) => sum + x, 0) / 600;
  expect(perToken!.value).toBeCloseTo(mean, 12);
  for (const end of ["value", "low", "high"] as const)
    expect(perplexity![end]).toBeCloseTo(Math.exp(perToken![end]), 12);
});

test("surprise of what a model draws itself is its entropy, and it is calibrated: within their intervals", () => {
  const { perToken, entropy, calibration, topRates } = tokenStatistics(measures, { ...options(), targets });
  expect(perToken!.low).toBeLessThan(entropy!.value);
  expect(perToken!.high).toBeGreaterThan(entropy!.value);
  expect(calibration!.expectedError.value).toBeLessThan(3 * calibration!.errorByChance);
  const confidence = calibration!.bins.reduce((sum, bin) => sum + bin.count * bin.confidence, 0) / 600;
  expect(topRates[0]!.rate.low).toBeLessThan(confidence);
  expect(topRates[0]!.rate.high).toBeGreaterThan(confidence);
});

test("rates of ranks, per byte and per word are plain counts", () => {
  const bytes = targets.map((target) => 1 + (target % 5));
  const words = targets.map((target) => target % 2);
  const found = tokenStatistics(measures, { ...options(), targets, bytes, words, top: [1, 3, 40] });
  const total = measures.negativeLogLikelihood.reduce((sum, x) => sum + x, 0);
  expect(found.perByte!.value).toBeCloseTo(total / bytes.reduce((a, b) => a + b), 12);
  expect(found.perWord!.value).toBeCloseTo(total / words.reduce((a, b) => a + b), 12);
  const share = (k: number) => measures.rank.filter((rank) => rank <= k).length / 600;
  expect(found.topRates.map(({ k, rate }) => [k, rate.value])).toEqual([
    [1, share(1)],
    [3, share(3)],
    [40, 1],
  ]);
  expect(found.topRates[0]!.rate.value).toBeCloseTo(
    found.calibration!.bins.reduce((sum, bin) => sum + bin.count * bin.accuracy.value, 0) / 600,
    12,
  );
});

test("rows that are no distribution, or have no target, are counted and left out", () => {
  const values = Float32Array.of(0, 0, Number.NaN, 0, 1, 1, 0, 0);
  const some = measureRows({ format: "f32", vocabulary: 2, values }, { targets: [0, 1, -1, 1] });
  const found = tokenStatistics(some, options());
  expect([found.rows, found.scored, found.faults]).toEqual([4, 2, [{ row: 1, fault: "NaN" }]]);
  expect(found.perplexity!.value).toBeCloseTo(2, 6);
  expect(found.entropy!.value).toBeCloseTo(Math.LN2, 6);
  const none = tokenStatistics(measureRows({ format: "f32", vocabulary: 2, values }), options());
  expect([none.scored, none.perplexity, none.topRates]).toEqual([0, undefined, []]);
});

test("what came with no chance makes the perplexity infinite, and no NaN", () => {
  const values = Float32Array.of(0, -Infinity, 0, 0);
  const { perplexity } = tokenStatistics(
    measureRows({ format: "f32", vocabulary: 2, values }, { targets: [1, 0] }),
    options(),
  );
  expect([perplexity!.value, perplexity!.high]).toEqual([Infinity, Infinity]);
});

test("a column that is not one entry a row is refused", () => {
  expect(() => tokenStatistics(measures, { ...options(), bytes: [1] })).toThrow(
    /^tokenStatistics: bytes has 1 entries, expected 600/,
  );
});
