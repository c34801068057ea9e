import { counts, entropy, type Probabilities, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toParts } from "../../src/figure/billionths.ts";
import { decodeSamples, encodeSamples } from "../../src/instruments/samples/codec.ts";
import { commandOf } from "../../src/instruments/samples/command.ts";
import { detailsOf } from "../../src/instruments/samples/details.ts";
import { firstOf } from "../../src/instruments/samples/first.ts";
import { phantom } from "../../src/instruments/samples/goals.ts";
import { lineOf, placeOf, rangeOf, valueAt } from "../../src/instruments/samples/lines.ts";
import {
  ask,
  choose,
  countsOf,
  drawMore,
  drawsOf,
  estimate,
  estimatorsOf,
  mostDraws,
  move,
  reseed,
  type Samples,
  setDraws,
  truthOf,
} from "../../src/instruments/samples/model.ts";
import { pictureOf } from "../../src/instruments/samples/picture.ts";
import { presetNames, presetSamples } from "../../src/instruments/samples/presets.ts";
import { ensembleOf, pathsOf, stops, wantedRuns } from "../../src/instruments/samples/race.ts";
import { csvOf, jsonOf } from "../../src/instruments/samples/table.ts";
import { samplesWords } from "../../src/instruments/samples/words/samplesWords.ts";

const words = samplesWords("en");
const [shop, even, dice] = presetNames.map((name) => presetSamples(name, words)) as [
  Samples,
  Samples,
  Samples,
];
const two: Samples = { ...shop, names: ["a", "b"], p: probabilities([0.9, 0.1]) };

const step = fc.oneof(
  fc.tuple(fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([i, x]) =>
      (s: Samples) =>
        move(s, i, x),
  ),
  fc.nat(30).map((steps) => (s: Samples) => drawMore(s, steps)),
  fc.nat(mostDraws).map((draws) => (s: Samples) => setDraws(s, draws)),
  fc.nat(2 ** 32 - 1).map((seed) => (s: Samples) => reseed(s, seed)),
  fc.constantFrom(...estimatorsOf.information).map((name) => (s: Samples) => choose(s, name)),
  fc.constantFrom("entropy" as const, "information" as const).map((of) => (s: Samples) => ask(s, of)),
);
const states = fc
  .tuple(fc.constantFrom(shop, even, dice), fc.array(step, { maxLength: 12 }))
  .map(([start, steps]) => steps.reduce((state, act) => act(state), start));

test("whatever is done, P sums to one, and there are as many counts as draws", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(toParts(state.p).reduce((a, b) => a + b, 0)).toBe(1e9);
      const found = countsOf(state, drawsOf(state, state.draws));
      expect([...found].reduce((a, b) => a + b, 0)).toBe(state.draws);
      expect(estimatorsOf[state.of]).toContain(state.estimator);
      const now = estimate(state.of, state.estimator, found);
      expect(now === undefined).toBe(state.draws === 0);
      expect(now ?? 0).not.toBeNaN();
    }),
    { numRuns: 60 },
  );
});

test("of three draws of one outcome and one of another, the corrections are those of their papers", () => {
  const found = counts([3, 1, 0]);
  const plain = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
  // Miller (1955): one less than the outcomes seen, over twice the draws.
  expect(estimate("entropy", "millerMadow", found)).toBeCloseTo(plain + 1 / 8, 14);
  // Chao & Shen (2003): a coverage of 1 − 1/4, each term over the chance that the outcome is met in four draws.
  const term = (p: number) => (-p * Math.log(p)) / (1 - (1 - p) ** 4);
  expect(estimate("entropy", "chaoShen", found)).toBeCloseTo(term(9 / 16) + term(3 / 16), 14);
});

test("more draws of a seed begin with the fewer", () => {
  const long = drawsOf(dice, 300);
  expect(drawsOf(dice, 40)).toEqual(long.slice(0, 40));
  expect(drawsOf(reseed(dice, 2), 300)).not.toEqual(long);
});

/** The expectation of a plug-in estimate by the binomial distribution itself. */
function expectedPlugIn(p: Probabilities, n: number): number {
  let [mean, weight] = [0, p[1]! ** n];
  for (let k = 0; k <= n; k++) {
    mean += weight * entropy(probabilities([k / n, (n - k) / n]));
    weight *= ((n - k) / (k + 1)) * (p[0]! / p[1]!);
  }
  return mean;
}

test("the mean over many samples is that of theory, and is too small", () => {
  const ensemble = [...ensembleOf(two, wantedRuns)].at(-1)!;
  expect(ensemble.runs).toBe(wantedRuns);
  stops.slice(0, 8).forEach((stop, i) => {
    const expected = expectedPlugIn(two.p, stop);
    // Four standard errors of the mean of 200 runs.
    expect(Math.abs(ensemble.mean[i]! - expected)).toBeLessThan(
      (4 * ensemble.sd[i]!) / Math.sqrt(wantedRuns),
    );
    expect(expected).toBeLessThan(truthOf(two));
  });
});

test("independent variables seem to share about (r−1)(c−1)/2n nats by frequencies", () => {
  const ensemble = [...ensembleOf(dice, wantedRuns)].at(-1)!;
  const last = stops.length - 1;
  expect(truthOf(dice)).toBe(0);
  // First order; the next is smaller by a factor of some 1/n of the number of cells.
  expect(ensemble.mean[last]! / (25 / (2 * mostDraws))).toBeCloseTo(1, 0);
  expect(ensemble.mean.every((mean) => mean > 0)).toBe(true);
});

test("the paths end where the figure stands", () => {
  for (const state of [setDraws(shop, 80), setDraws(dice, 80)]) {
    const paths = pathsOf(state);
    const found = countsOf(state, drawsOf(state, 80));
    for (const name of estimatorsOf[state.of])
      expect(paths[name]![stops.indexOf(80)]).toBe(estimate(state.of, name, found));
  }
});

test("plug-in is the entropy of the frequencies, and no draws say nothing", () => {
  expect(estimate("entropy", "plugIn", counts([3, 1]))).toBeCloseTo(entropy(probabilities([0.75, 0.25])), 14);
  expect(estimate("information", "plugIn", counts([5, 0, 0, 5]))).toBeCloseTo(Math.LN2, 14);
  expect(estimate("entropy", "nsb", counts([0, 1]))).toBeGreaterThan(0);
  expect(ask(choose(shop, "nsb"), "information").estimator).toBe("plugIn");
});

describe("details", () => {
  test("of an entropy: intervals that hold their estimates, and how many draws would do", () => {
    const { intervals, wanted, pValue } = detailsOf(shop)!;
    expect(intervals.map(({ estimator }) => estimator)).toEqual(estimatorsOf.entropy);
    for (const { value, low, high } of intervals) {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    }
    expect([wanted!.isEnough, wanted!.draws >= 30, pValue]).toEqual([false, true, undefined]);
  });
  test("of an information: a p-value that finds nothing where there is nothing", () => {
    const { pValue, wanted } = detailsOf(dice)!;
    expect(pValue).toBeGreaterThan(0.05);
    expect(wanted).toBeUndefined();
  });
  test("nothing of fewer than five draws", () => expect(detailsOf(setDraws(shop, 4))).toBeUndefined());
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(states, (state) => {
      for (const link of [encodeSamples(state), encodeSamples(state).replaceAll("~", "%7E")])
        expect(decodeSamples(link)).toEqual({ state });
    }),
  );
  expect(encodeSamples(two)).toBe("1~a,b~.9,.1~h~plugIn~20~1");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1~a,b",
    "1~a~1~h~plugIn~20~1",
    "1~a,b~.9,.2~h~plugIn~20~1",
    "1~a,a~.9,.1~h~plugIn~20~1",
    "1~a,b~.9,.1~x~plugIn~20~1",
    "1~a,b~.9,.1~constructor~plugIn~20~1",
    "1~a,b~.9,.1~i~nsb~20~1",
    "1~a,b~.9,.1~h~best~20~1",
    "1~a,b~.9,.1~h~plugIn~1001~1",
    "1~a,b~.9,.1~h~plugIn~20~4294967296",
    "1~a,b~.9,.1~h~plugIn~20~1~1",
    "1~<b>,=~.9,.1~h~plugIn~20~1",
    `1~${"a".repeat(2000)}`,
  ])("%s", (text) => expect(decodeSamples(text)).toEqual({ problem: "damaged" }));

  test("a later version is told apart, and nothing throws", () => {
    expect(decodeSamples("2~x")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeSamples(text)));
  });
});

test("the goal is a fifth of a bit that is not there", () => {
  expect(phantom(dice)).toBe("right");
  expect(phantom(setDraws(dice, 20))).toBe("few");
  expect(phantom(setDraws(dice, mostDraws))).toBe("small");
  expect(phantom(choose(dice, "chaoShen"))).toBe("corrected");
  expect(phantom(shop)).toBe("entropy");
});

test("lines go as far as the draws have come, and no further", () => {
  const same = Object.assign((value: number) => value, { invert: (value: number) => value });
  const values = stops.map((_, i) => i);
  expect(lineOf(values, 3, same, same).split("L")).toHaveLength(2);
  expect([placeOf(0), placeOf(2), placeOf(mostDraws)]).toEqual([0, 0, 1]);
  expect([valueAt(values, 2), valueAt(values, 3), valueAt(values, mostDraws)]).toEqual([
    0,
    1,
    stops.length - 1,
  ]);
  expect(valueAt([0, 2], Math.sqrt(6))).toBeCloseTo(1, 12);
  expect(rangeOf(even)[1]).toBeGreaterThan(3);
});

test("what is saved says its numbers, and cannot be broken by a name", () => {
  const palette = { paper: "#fff" } as never;
  const setting = { title: "Figure <b>", words, language: "en", unit: "bits", palette } as const;
  for (const state of [setDraws(two, 30), setDraws({ ...two, of: "information" }, 30)]) {
    const svg = pictureOf(state, setting);
    expect(svg).toContain("&lt;b&gt;");
    expect(svg).not.toMatch(/<b>|NaN|Infinity/);
    const data = JSON.parse(jsonOf(state, "bits", "https://example.org/"));
    expect(data.counts.reduce((a: number, b: number) => a + b, 0)).toBe(30);
    expect(data.estimates).toHaveLength(estimatorsOf[state.of].length);
    expect(csvOf(state, "bits").split("\r\n")).toHaveLength(stops.length + 2);
  }
  expect(commandOf(setDraws(two, 0), "nats")).toBe("surprisal entropy a=0.9,b=0.1 --unit nats");
  expect(commandOf(two, "bits")).toMatch(/^surprisal estimate a=\d+,b=\d+ --alphabet 2$/);
  expect(commandOf({ ...two, of: "information" }, "bits")).toMatch(/^surprisal kl a\.a=/);
  expect(firstOf(two).ensemble.runs).toBe(wantedRuns);
});
