import { normal } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeInference, encodeInference } from "../../src/instruments/vi/codec.ts";
import { commandOf } from "../../src/instruments/vi/command.ts";
import { contourOf } from "../../src/instruments/vi/ellipse.ts";
import { nothingToLose, tightBound } from "../../src/instruments/vi/goals.ts";
import {
  before,
  best,
  correlationOf,
  errors,
  type Inference,
  isMended,
  knownOf,
  measure,
  mend,
  posteriorOf,
  ranges,
  setBelief,
  setMeans,
  setScale,
  withQ,
} from "../../src/instruments/vi/model.ts";
import { pictureOf } from "../../src/instruments/vi/picture.ts";
import { presetInference, presetNames } from "../../src/instruments/vi/presets.ts";
import { readoutsOf } from "../../src/instruments/vi/readouts.ts";
import { csvOf, jsonOf } from "../../src/instruments/vi/table.ts";
import { verdictOf } from "../../src/instruments/vi/verdict.ts";
import { viWords } from "../../src/instruments/vi/words/viWords.ts";

const prior = presetInference("prior");
const words = viWords("en");
const hundredths = ({ low, high }: { low: number; high: number }) =>
  fc.integer({ min: Math.round(low * 100), max: Math.round(high * 100) }).map((value) => value / 100);
const beliefs = fc.record({ mean: hundredths(ranges.mean), sd: hundredths(ranges.sd) });
const states: fc.Arbitrary<Inference> = fc.record({
  reading: fc.integer({ min: ranges.reading.low, max: ranges.reading.high }),
  error: fc.constantFrom(...errors),
  q: fc.tuple(beliefs, beliefs),
  turn: fc.constantFrom(0, 1),
});

describe("the bound", () => {
  test("is the same length both ways, and never below the surprise", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { surprise, gap, bound, miss, moved } = measure(state);
        // Sums of some hundred nats at most, and a posterior of condition number up to 200.
        expect(Math.abs(surprise + gap - (miss + moved)) / bound).toBeLessThan(1e-11);
        expect(bound).toBeGreaterThanOrEqual(surprise * (1 - 1e-11));
        expect(Math.min(gap, moved)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("has the mean over Q of what Q misses, by Monte Carlo's own lattice", () => {
    const state = {
      ...prior,
      q: [
        { mean: 21, sd: 2 },
        { mean: 24, sd: 1 },
      ],
    } as const;
    // An even lattice of quantiles of the sum's normal distribution; its error is that of a midpoint rule.
    const sum = normal(45, Math.sqrt(5));
    const scale = normal(state.reading, state.error);
    let miss = 0;
    const step = 0.001;
    for (let x = 45 - 25; x < 45 + 25; x += step)
      miss -= Math.exp(sum.logDensity(x)) * scale.logDensity(x) * step;
    expect(measure(state).miss).toBeCloseTo(miss, 6);
  });

  test("of what was known before is all miss: Q has not moved", () => {
    const { moved, miss, bound } = measure(prior);
    expect(moved).toBe(0);
    expect(miss).toBe(bound);
  });
});

describe("what is so", () => {
  test("is prior times likelihood, at any weights", () => {
    fc.assert(
      fc.property(states, fc.double({ min: 5, max: 35, noNaN: true }), (state, weight) => {
        const other = 40 - weight;
        const own = normal(before.mean, before.sd);
        const joint =
          own.logDensity(weight) +
          own.logDensity(other) +
          normal(weight + other, state.error).logDensity(state.reading);
        const posterior = posteriorOf(state).logDensity([weight, other]);
        expect(Math.abs(joint + measure(state).surprise - posterior)).toBeLessThan(1e-8);
      }),
    );
  });

  test("leaves one suitcase as uncertain as it was, nearly, and ties it to the other", () => {
    const exact = presetInference("exact");
    expect(correlationOf(exact)).toBeLessThan(-0.98);
    expect(knownOf(exact).sd).toBeCloseTo(5 / Math.SQRT2, 1);
    expect(best(exact, "reverse")[0].sd).toBeLessThan(0.5);
  });

  test("has contours on which its density does not change", () => {
    const posterior = posteriorOf(prior);
    const densities = contourOf(posterior, 2).map((place) => posterior.logDensity(place));
    for (const density of densities)
      expect(density - posterior.logDensity(posterior.mean)).toBeCloseTo(-2, 10);
  });
});

describe("mean field", () => {
  test("costs −½ ln(1 − ρ²) at least, and no belief does better", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { gap, least } = measure(state);
        const rho = correlationOf(state);
        expect(Math.abs(least + Math.log1p(-rho * rho) / 2)).toBeLessThan(1e-11);
        expect(gap).toBeGreaterThanOrEqual(least - 1e-11);
        // Q is kept in millionths.
        expect(measure(withQ(state, best(state, "reverse"))).gap - least).toBeLessThan(1e-9);
        expect(measure(withQ(state, best(state, "forward"))).forward - least).toBeLessThan(1e-9);
      }),
    );
  });

  test("is reached by mending one suitcase at a time, each time with a better bound", () => {
    for (const preset of presetNames) {
      let state: Inference = presetInference(preset);
      for (let i = 0; i < 4000 && !isMended(state); i++) {
        const next = mend(state);
        expect(measure(next).bound).toBeLessThanOrEqual(measure(state).bound + 1e-9);
        state = next;
      }
      expect(isMended(state)).toBe(true);
      expect(measure(state).gap - measure(state).least).toBeLessThan(1e-3);
    }
  });

  test("a sweep over both leaves ρ² of what the means were off", () => {
    const far = presetInference("far");
    const target = best(far, "reverse")[1].mean;
    const off = (state: Inference) => state.q[1].mean - target;
    const once = mend(mend(far));
    expect(off(mend(mend(once))) / off(once)).toBeCloseTo(correlationOf(far) ** 2, 5);
  });
});

test("hands move Q within its range, and the scale leaves it where it is", () => {
  expect(setBelief(prior, 1, { sd: 100 }).q).toEqual([before, { mean: 20, sd: ranges.sd.high }]);
  expect(setMeans(prior, [12.345, 0]).q.map(({ mean }) => mean)).toEqual([12.35, ranges.mean.low]);
  expect(setScale(prior, { error: 10 }).q).toBe(prior.q);
});

test("the goals want the best of two tied suitcases, and then untie them", () => {
  expect(tightBound(prior)).toBe("aside");
  expect(tightBound(withQ(prior, best(prior, "forward")))).toBe("wide");
  expect(tightBound(withQ(prior, best(prior, "reverse")))).toBe("right");
  const [a, b] = best(prior, "reverse");
  expect(tightBound(withQ(prior, [{ ...a, sd: a.sd / 2 }, b]))).toBe("narrow");
  const loose = setScale(prior, { error: 20 });
  expect(tightBound(withQ(loose, best(loose, "reverse")))).toBe("unrelated");
  expect(nothingToLose(prior)).toBe("correlated");
  expect(nothingToLose(setMeans(loose, [10, 10]))).toBe("notBest");
  expect(nothingToLose(withQ(loose, best(loose, "reverse")))).toBe("right");
});

test("the verdict knows where Q stands", () => {
  expect(verdictOf(prior, words, "en")).toBe(words.verdict.before);
  expect(verdictOf(withQ(prior, best(prior, "reverse")), words, "en")).toContain("±1.86 kg");
  expect(verdictOf(withQ(prior, best(prior, "forward")), words, "en")).toBe(words.verdict.forward);
  expect(verdictOf(presetInference("far"), words, "en")).toBe("");
});

test("a link restores the state, and what is not ours is refused", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(decodeInference(encodeInference(state)).state).toEqual(state);
      const mended = mend(state);
      expect(decodeInference(encodeInference(mended)).state).toEqual(mended);
    }),
  );
  expect(encodeInference(prior)).toBe("1~46~2~20,5~20,5~0");
  for (const link of [
    "",
    "1",
    "1~46~2~20,5~20,5",
    "1~46~2~20,5~20,5~2",
    "1~46~2.5~20,5~20,5~0",
    "1~51~2~20,5~20,5~0",
    "1~46~2~20~20,5~0",
    "1~46~2~20,5~20,-5~0",
    "1~46~2~20,5~20,0.1234567~0",
    "1~46~2~20,5~20,5~0~0",
    "%E0%A4%A",
    `1~46~2~20,5~20,5~${"0".repeat(100)}`,
  ])
    expect(decodeInference(link), link).toEqual({ problem: "damaged" });
  expect(decodeInference("9~46~2~20,5~20,5~0")).toEqual({ problem: "version" });
});

test("can be saved, with the numbers of the figure", () => {
  const palette = Object.fromEntries(
    ["paper", "ink", "ink-2", "rule", "p", "p-tint", "q", "q-tint", "gap", "gap-ink", "gap-tint"].map((c) => [
      c,
      c,
    ]),
  ) as Parameters<typeof pictureOf>[1]["palette"];
  const setting = { title: "Suitcases", words, language: "en", unit: "nats", palette } as const;
  const svg = pictureOf(prior, setting);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  for (const { value } of readoutsOf(measure(prior), undefined, setting))
    expect(svg.replace(/<[^>]*>/g, "")).toContain(`${value} nats`);
  expect(csvOf(prior, "nats").trim().split("\n")).toHaveLength(5);
  const json = JSON.parse(jsonOf(prior, "bits", "link"));
  expect(json["−ELBO"]).toBeCloseTo(json["−log P(x)"] + json["D(Q‖P(z|x))"], 10);
  expect(commandOf(prior, "nats")).toBe("surprisal gaussian 'N(22.777778,3.664141)' 'N(20,5)' --unit nats");
});
