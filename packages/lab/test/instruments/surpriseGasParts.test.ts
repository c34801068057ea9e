import { describe, expect, test } from "vitest";
import { isRefusal, match, move } from "../../src/instruments/duel/model.ts";
import { energyScale, placeOf } from "../../src/instruments/surpriseGas/energyScale.ts";
import { funnelOf } from "../../src/instruments/surpriseGas/funnel.ts";
import { actOnDuel, type Gas, measure, setDrawn } from "../../src/instruments/surpriseGas/model.ts";
import { pictureOf } from "../../src/instruments/surpriseGas/picture.ts";
import { presetGas } from "../../src/instruments/surpriseGas/presets.ts";
import { readoutsOf } from "../../src/instruments/surpriseGas/readouts.ts";
import { opening, rescale } from "../../src/instruments/surpriseGas/scales.ts";
import { csvOf, jsonOf } from "../../src/instruments/surpriseGas/table.ts";
import { verdictOf } from "../../src/instruments/surpriseGas/verdict.ts";
import { gasWords } from "../../src/instruments/surpriseGas/words/gasWords.ts";

const words = gasWords("en");
const films = presetGas("films", words.presetNames.films);
const never = presetGas("never", words.presetNames.never);
const palette = {
  paper: "#fff",
  ink: "#000",
  "ink-2": "#555",
  rule: "#ddd",
  p: "#c00",
  "p-tint": "#fcc",
  q: "#00c",
  "q-tint": "#ccf",
  gap: "#b70",
  "gap-ink": "#850",
  "gap-tint": "#fec",
};

function matched(gas: Gas): Gas {
  const result = actOnDuel(gas, match);
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

function sure(gas: Gas): Gas {
  const result = actOnDuel(gas, (duel) => move(duel, "p", 0, 1));
  if (isRefusal(result)) throw new Error(result.refused);
  return matched(result);
}

describe("what the figure says", () => {
  const say = (gas: Gas) => verdictOf(gas, measure(gas), words, "en");

  test("nothing while nothing is remarkable", () => expect(say(films)).toBe(""));

  test("the culprit of ∞, its mass, and how often it has come up", () => {
    expect(say(never)).toBe(
      "Infinite: Q calls “edge” impossible, and P draws it with probability 0.02. It has not come up yet, so the average is still finite and wrong.",
    );
    const all = setDrawn(never, 250);
    expect(say(all)).toContain(`It has come up ${measure(all).counts[2]} times`);
  });

  test("that both are equally warm, and that nothing moves where all is certain", () => {
    expect(say(matched(films))).toBe(words.matched);
    expect(say(sure(films))).toBe(words.certain);
  });

  test("its three numbers, with what has changed", () => {
    const items = readoutsOf(measure(films), measure(matched(films)), "bits", words, "es");
    expect(items.map(({ value, delta }) => [value, delta])).toEqual([
      ["1,361", undefined],
      ["2,237", "+0,876"],
      ["0,876", "+0,876"],
    ]);
  });
});

describe("scales", () => {
  test("hold what can be drawn, stay while it fits, and leave infinity out", () => {
    const at = rescale(opening, films, measure(films));
    expect(at.energy).toBeGreaterThan(Math.log2(20));
    expect(rescale(at, matched(films), measure(matched(films)))).toMatchObject({ energy: at.energy });
    const { energy, mean } = rescale(at, never, measure(never));
    expect([energy, mean].every(Number.isFinite)).toBe(true);
  });

  test("give infinity a place beyond their end, and what is too large the end", () => {
    const end = energyScale(5, 400)(5);
    expect(placeOf(Infinity, 5, 400)).toBeGreaterThan(end);
    expect(placeOf(9, 5, 400)).toBe(end);
    expect(placeOf(Math.LN2, 5, 400)).toBeCloseTo(end / 5, 12);
  });

  test("the bands are one standard error on either side, and none stands about infinity", () => {
    const { believes } = measure(films);
    const band = funnelOf(believes, 250);
    expect([band[0]!.draws, band.at(-1)!.draws]).toEqual([1, 250]);
    for (const { draws, low, high } of band) {
      const error = believes.spread / Math.sqrt(draws);
      expect(high - believes.expected).toBeCloseTo(error, 12);
      expect(low).toBeCloseTo(Math.max(0, believes.expected - error), 12);
    }
    for (const [i, { draws: from, high: start }] of band.slice(0, -1).entries()) {
      const { draws: to, high: end } = band[i + 1]!;
      for (let draws = from; draws <= to; draws++) {
        const error = believes.spread / Math.sqrt(draws);
        const straight = start + ((draws - from) / (to - from)) * (end - start) - believes.expected;
        expect(Math.abs(straight - error)).toBeLessThan((2 * error) / 400);
      }
    }
    expect(funnelOf(measure(never).believes, 250)).toEqual([]);
  });
});

describe("what can be saved", () => {
  test("a table with a row for each draw", () => {
    const lines = csvOf(films, "bits").trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + films.drawn);
    const [draw, outcome, , average] = lines.at(-1)!.split(",");
    expect([draw, films.duel.names.includes(outcome!)]).toEqual(["60", true]);
    expect(Number(average)).toBeCloseTo(measure(films).knows.average / Math.LN2, 12);
  });

  test("data with every number, infinity as a word", () => {
    const data = JSON.parse(jsonOf(never, "nats", "https://example.org/#edge=1"));
    expect(data).toMatchObject({ "H(P,Q)": "Infinity", seed: never.seed, draws: 60, unit: "nats" });
    expect(data["believes Q"].average).toBeCloseTo(measure(never).believes.average, 15);
    expect(data.culprits).toEqual([{ outcome: "edge", mass: 0.02 }]);
  });

  test.each([films, never, setDrawn(never, 250), sure(films)])(
    "a drawing that is whole and has no NaN",
    (gas) => {
      const svg = pictureOf(gas, { title: "A & B", words, language: "en", unit: "bits", palette });
      expect(svg).toMatch(/^<svg .*<\/svg>$/s);
      expect(svg).toContain("A &amp; B");
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    },
  );
});
