import fc from "fast-check";
import { expect, test } from "vitest";
import { axisOf } from "../src/experiments/chartAxis.ts";

test("an axis holds all of its values, between few ticks, in their order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      (values, log) => {
        const { place, ticks } = axisOf(values, log, 0, 1000);
        const places = values.toSorted((a, b) => a - b).map(place);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        // Places are rounded to a tenth.
        for (const at of places) expect(at).toBeGreaterThanOrEqual(-0.1);
        for (const at of places) expect(at).toBeLessThanOrEqual(1000.1);
        expect(ticks.length).toBeLessThanOrEqual(10);
      },
    ),
  );
});

test("ticks are round numbers, or powers of ten", () => {
  const texts = (values: number[], log: boolean) => axisOf(values, log, 0, 1).ticks.map(({ text }) => text);
  expect(texts([0.02, 0.46], false)).toEqual(["0", "0.1", "0.2", "0.3", "0.4", "0.5"]);
  expect(texts([-5, 5], false)).toEqual(["−6", "−4", "−2", "0", "2", "4", "6"]);
  expect(texts([0.1, 10], true)).toEqual(["0.1", "1", "10"]);
  expect(texts([1e-8, 2], true)).toEqual(["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1", "10²"]);
});
