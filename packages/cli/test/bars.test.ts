import fc from "fast-check";
import { expect, test } from "vitest";
import { bars } from "../src/bars.ts";

test("without a negative term, bars begin at the left and the longest is as wide as it may be", () => {
  expect(bars([1, 0.5, 1 / 32, 0], 4)).toEqual(["████", "██", "▏", ""]);
  expect(bars([0, 0], 4)).toEqual(["", ""]);
});

test("negative terms grow to the left of an axis, on the same scale", () => {
  expect(bars([-2, 2, 1, 0, -1], 9)).toEqual(["████│", "    │████", "    │██", "    │", "  ██│"]);
  expect(bars([-1], 9)[0]).toMatch(/^█+│$/);
});

test("an infinite term is the longest, and finite ones are nothing beside it", () => {
  expect(bars([Infinity, -1, 2], 9)).toEqual([" │███████", " │", " │"]);
});

test("whatever the terms, no bar is wider than it may be, and its side is its sign", () => {
  const term = fc.double({ noNaN: true });
  fc.assert(
    fc.property(fc.array(term, { minLength: 1 }), fc.integer({ min: 6, max: 20 }), (terms, width) => {
      const drawn = bars(terms, width);
      for (const [i, text] of drawn.entries()) {
        expect(text.length).toBeLessThanOrEqual(width);
        const [left = "", right] = text.split("│");
        if (right !== undefined && terms[i]! < 0) expect(right).toBe("");
        if (right !== undefined && terms[i]! >= 0) expect(left.trim()).toBe("");
      }
    }),
  );
});
