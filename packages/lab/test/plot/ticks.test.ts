import fc from "fast-check";
import { expect, test } from "vitest";
import { ticks } from "../../src/plot/ticks.ts";

test("ticks are the round numbers one would write", () => {
  expect(ticks(0, 1, 5)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(ticks(0, 1, 11)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(ticks(-0.42, 1.2, 5)).toEqual([0, 0.5, 1]);
  expect(ticks(0, 10_000, 3)).toEqual([0, 5000, 10_000]);
});

test("ticks lie inside the interval, evenly apart, and are no more than asked for", () => {
  const low = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const width = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(low, width, fc.integer({ min: 2, max: 20 }), (from, span, count) => {
      const marks = ticks(from, from + span, count);
      const slack = 1e-8 * span + 1e-9 * Math.abs(from);
      expect(marks.length).toBeLessThanOrEqual(count);
      for (const mark of marks) {
        expect(mark).toBeGreaterThanOrEqual(from - slack);
        expect(mark).toBeLessThanOrEqual(from + span + slack);
      }
    }),
  );
});

test("ticks refuses an interval or a count it cannot serve, by name", () => {
  expect(() => ticks(1, 1, 5)).toThrow(
    new RangeError("ticks: interval is [1, 1], expected low < high, both finite"),
  );
  expect(() => ticks(0, 1, 1)).toThrow(new RangeError("ticks: count is 1, expected at least 2"));
});
