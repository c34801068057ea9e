import { expect, test } from "vitest";
import { boundText } from "../../src/instruments/fit/bound.ts";
import { curvesOf } from "../../src/instruments/fit/curves.ts";
import { measure, optimaOf, placeOf, setModel } from "../../src/instruments/fit/model.ts";
import { presetFit } from "../../src/instruments/fit/presets.ts";
import { handReadouts } from "../../src/instruments/fit/readouts.ts";
import { opening, rescale } from "../../src/instruments/fit/scales.ts";
import { csvOf, jsonOf } from "../../src/instruments/fit/table.ts";
import { verdictOf } from "../../src/instruments/fit/verdict.ts";
import { fitWords } from "../../src/instruments/fit/words/fitWords.ts";

const between = presetFit("between");
const optima = optimaOf(between);
const words = fitWords("es");

test("a bound is the power of ten that is no less, and never below rounding", () => {
  expect([3e-10, 1e-9, 0, 0.5, 20].map(boundText)).toEqual(["10⁻⁹", "10⁻⁹", "10⁻¹²", "10⁰", "10²"]);
});

test("readouts are in the unit and the language asked for, with what changed", () => {
  const before = placeOf(setModel(between, optima.forward));
  const [forward, reverse, least] = handReadouts(measure(between), before, optima, {
    unit: "bits",
    words,
    language: "es",
  });
  expect([forward!.value, forward!.delta, reverse!.value, least!.value]).toEqual([
    "1,090",
    "+0,365",
    "1,794",
    "0,725",
  ]);
});

test("the figure says at which optimum Q stands", () => {
  const said = (mean: number, sd: number) =>
    verdictOf(setModel(between, { mean, sd }), optima, fitWords("en"), "en");
  expect(said(0, 2.31)).toContain("covers both");
  expect(said(2.19, 0.71)).toContain("settled on one bump");
  expect(said(0, 1.99)).toContain("not the deepest");
  expect(said(1, 1)).toBe("");
});

test("scales stay where they are while what they show fits, and the plane never shrinks", () => {
  const of = (mean: number, sd: number) => {
    const fit = setModel(between, { mean, sd });
    return [curvesOf(fit), measure(fit)] as const;
  };
  const start = rescale(opening, ...of(0, 1.5));
  expect(rescale(start, ...of(0, 1.6))).toEqual(start);
  const far = rescale(start, ...of(5, 0.2));
  expect(far.forward[1]).toBeGreaterThan(measure(setModel(between, { mean: 5, sd: 0.2 })).forward);
  expect(rescale(far, ...of(0, 1.5)).forward).toEqual(far.forward);
});

test("the table has a row for each point, and the data all optima with their gradients", () => {
  expect(csvOf(between, "nats").split("\r\n")).toHaveLength(curvesOf(between).x.length + 2);
  const data = JSON.parse(jsonOf(between, "nats", "https://example.org/#lamp=1"));
  expect(data["D(P‖Q)"]).toBeCloseTo(0.7558382938, 10);
  expect(data.optima.map(({ of }: { of: string }) => of)).toEqual(["D(P‖Q)", "D(Q‖P)", "D(Q‖P)", "D(Q‖P)"]);
});
