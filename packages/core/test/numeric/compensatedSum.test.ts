import { expect, test } from "vitest";
import { compensatedSum } from "../../src/numeric/compensatedSum.ts";

const sum = (terms: number[]) => compensatedSum(terms.length, (i) => terms[i]!);

test("keeps what a plain sum loses", () => {
  expect(sum([1, 2 ** -60, -1])).toBe(2 ** -60);
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
});

test("a million tenths are 100000 to the last bit; the plain sum is off by 1.3e-6", () => {
  expect(compensatedSum(1e6, () => 0.1)).toBe(1e5);
});

test("nothing sums to 0, and an infinite term wins", () => {
  expect(sum([])).toBe(0);
  expect(sum([1, Infinity, 2])).toBe(Infinity);
  expect(sum([-Infinity, 2])).toBe(-Infinity);
});
