import { expect, test } from "vitest";
import { sortedQuantile } from "../../src/numeric/sortedQuantile.ts";

// numpy.quantile([1, 2, 4, 8, 16], q)
test.each([
  [0, 1],
  [0.1, 1.4],
  [0.5, 4],
  [0.9, 12.8],
  [1, 16],
])("sortedQuantile at %d is %d", (share, expected) => {
  expect(sortedQuantile([1, 2, 4, 8, 16], share)).toBeCloseTo(expected, 14);
});

test("sortedQuantile takes infinities and never makes a NaN of them", () => {
  expect(sortedQuantile([1, Infinity], 0)).toBe(1);
  expect(sortedQuantile([1, Infinity], 0.01)).toBe(Infinity);
  expect(sortedQuantile([-Infinity, Infinity], 0.4)).toBe(-Infinity);
  expect(sortedQuantile([Infinity, Infinity], 0.4)).toBe(Infinity);
});
