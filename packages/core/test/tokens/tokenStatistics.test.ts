import {
  createRng,
  emptyRowMeasures,
  entropy,
  entropyBounds,
  measureRows,
  tokenStatistics,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { models } from "./models.ts";
import { pairsOfLists } from "./topLists.ts";

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

test("of listed outcomes the mean entropy is between the means of the ends, at tokens that have lists", () => {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  fc.assert(
    fc.property(fc.array(pairsOfLists, { minLength: 1, maxLength: 8 }), (tokens) => {
      const none = { lower: Number.NaN, upper: Number.NaN };
      const ends = tokens.flatMap(({ ofP }) => [none, entropyBounds(ofP)]);
      const column = (end: "lower" | "upper") => Float64Array.from(ends, (both) => both[end]);
      const found = tokenStatistics(emptyRowMeasures(ends.length), {
        ...{ ...options(), resamples: 20 },
        entropyEnds: { lower: column("lower"), upper: column("upper") },
      });
      const { tokens: listed, lower, upper } = found.entropyBounds!;
      expect([listed, found.scored, found.entropy]).toEqual([tokens.length, 0, undefined]);
      const truth = mean(tokens.map(({ p }) => entropy(p)));
      // Lists know their tails to 10⁻¹⁴, of which entropies make 10⁻¹² at most.
      expect(lower.value).toBeLessThanOrEqual(truth + 1e-12);
      expect(upper.value).toBeGreaterThanOrEqual(truth - 1e-12);
      expect(lower.value).toBeCloseTo(mean(tokens.map(({ ofP }) => entropyBounds(ofP).lower)), 12);
    }),
  );
  const nothing = { lower: [Number.NaN], upper: [Number.NaN] };
  const questions = { ...options(), entropyEnds: nothing };
  expect(tokenStatistics(emptyRowMeasures(1), questions).entropyBounds).toBeUndefined();
  expect(() => tokenStatistics(emptyRowMeasures(2), questions)).toThrow("lower has 1 entries, expected 2");
});

test("an entropy without an upper bound at one token has none on average", () => {
  const entropyEnds = { lower: [0.5, 0.7, 0.6], upper: [1, Infinity, 1] };
  const { lower, upper } = tokenStatistics(emptyRowMeasures(3), { ...options(), entropyEnds }).entropyBounds!;
  expect([upper.value, upper.high]).toEqual([Infinity, Infinity]);
  expect(lower.value).toBeCloseTo(0.6, 14);
  expect(lower.low).toBeLessThan(lower.value);
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
