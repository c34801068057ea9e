import fc from "fast-check";
import { expect, test } from "vitest";
import { refit } from "../../src/figure/frozenScale.ts";

test("a scale stays while what it shows fits and is not small", () => {
  expect(refit(3, 3)).toBe(3);
  expect(refit(3, 1)).toBe(3);
  expect(refit(3, 3.01)).toBe(4);
  expect(refit(3, 0.9)).toBe(1);
});

test("a new scale always holds the value, and then stays", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      (end, value) => {
        const next = refit(end, value);
        expect(next).toBeGreaterThanOrEqual(value);
        if (value >= 0.25) expect(refit(next, value)).toBe(next);
      },
    ),
  );
});
