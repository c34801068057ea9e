import { commonSpans, compareByBytes, createRng } from "@surprisal/core";
import { expect, test } from "vitest";

const options = () => ({ rng: () => createRng(1), dependence: { kind: "independent" as const } });

/** 600 words of 7 bytes by a model that has them as tokens, and by one, as good, that has them in two pieces. */
const rng = createRng(17);
const exponential = () => -1.5 * Math.log(1 - rng.next());
const surprise = Array.from({ length: 600 }, exponential);
const words = { bytes: surprise.map(() => 7), surprise };
const wholes = surprise.map(() => exponential());
const pieces = {
  bytes: wholes.flatMap(() => [3, 4]),
  surprise: wholes.flatMap((nats) => [0.8 * nats, 0.2 * nats]),
};
const limit = 2.5;
/** The same by a server that lists what is likelier than e^−2.5 only, under a floor on all probabilities or without one. */
const withheld = (floor = 0) => ({
  bytes: pieces.bytes,
  surprise: pieces.surprise.map((nats) => Math.min(nats, limit)),
  atMost: pieces.surprise.map((nats) => (nats > limit ? 0 - Math.log(floor) : nats)),
});
const mean = (column: readonly number[]) => column.reduce((sum, x) => sum + x, 0) / (7 * surprise.length);

test("a model is not less surprised for what it withholds: the whole text is between the ends", () => {
  const full = compareByBytes(commonSpans(pieces, words), options())!;
  expect([full.verdict, full.bounds]).toEqual(["not distinguishable", undefined]);
  const hidden = wholes.filter((nats) => 0.8 * nats > limit).length;
  const open = compareByBytes(commonSpans(withheld(), words), options())!;
  // Those that are known are the likelier ones.
  expect(open.difference.high).toBeLessThan(0);
  expect(open.spans).toBe(600 - hidden);
  expect(open.verdict).toBe("not distinguishable");
  expect(open.bounds).toMatchObject({ spans: 600, bytes: 4200 });
  expect(open.bounds!.one.lower.value).toBeCloseTo(mean(withheld().surprise), 12);
  expect(open.bounds!.one.upper.value).toBe(Infinity);
  expect(open.bounds!.other.lower).toEqual(open.bounds!.other.upper);
  expect(open.bounds!.difference.lower.value).toBeCloseTo(mean(withheld().surprise) - mean(surprise), 12);
  const { bounds } = compareByBytes(commonSpans(withheld(1e-6), words), options())!;
  for (const [{ lower, upper }, truth] of [
    [bounds!.one, mean(pieces.surprise)],
    [bounds!.other, mean(surprise)],
    [bounds!.difference, mean(pieces.surprise) - mean(surprise)],
  ] as const) {
    expect(lower.value).toBeLessThanOrEqual(truth + 1e-12);
    expect(upper.value).toBeGreaterThanOrEqual(truth - 1e-12);
  }
});

test("what is at least so much is enough to be more surprised by", () => {
  const better = { bytes: words.bytes, surprise: surprise.map((nats) => nats / 2) };
  expect(compareByBytes(commonSpans(withheld(), better), options())!.verdict).toBe("higher");
  expect(compareByBytes(commonSpans(better, withheld()), options())!.verdict).toBe("lower");
});

test("a model that gives a token no chance is the more surprised, whatever the interval", () => {
  const impossible = { bytes: words.bytes, surprise: surprise.with(3, Infinity) };
  expect(compareByBytes(commonSpans(impossible, pieces), options())!.verdict).toBe("higher");
});

test("of no stretch that is known throughout there is nothing", () => {
  const unknown = { bytes: [2], surprise: [1], atMost: [Infinity] };
  expect(
    compareByBytes(commonSpans(unknown, { bytes: [1, 1], surprise: [1, 1] }), options()),
  ).toBeUndefined();
  const unscored = { bytes: [2], surprise: [Number.NaN] };
  expect(compareByBytes(commonSpans(unscored, { bytes: [2], surprise: [1] }), options())).toBeUndefined();
});
