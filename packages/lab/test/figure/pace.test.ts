import fc from "fast-check";
import { expect, test } from "vitest";
import { stepsDue } from "../../src/figure/pace.ts";

test("a figure keeps its pace whatever the frames are", () => {
  const frames = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(frames, fc.double({ min: 0.1, max: 240, noNaN: true }), (elapsed, pace) => {
      let total = 0;
      let rest = 0;
      for (const milliseconds of elapsed) {
        const due = stepsDue(rest, milliseconds, pace);
        total += due.steps;
        rest = due.rest;
        expect(rest).toBeGreaterThanOrEqual(0);
        expect(rest).toBeLessThan(1);
      }
      const exact = (elapsed.reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000) * pace;
      // At most 100 frames of at most 24 steps each: rounding stays far below a millionth of a step.
      expect(total + rest).toBeCloseTo(exact, 6);
    }),
  );
});

test("time spent away is not caught up with", () => {
  expect(stepsDue(0, 3_600_000, 60).steps).toBe(15);
  expect(stepsDue(0.5, -5, 60)).toEqual({ steps: 0, rest: 0.5 });
});
