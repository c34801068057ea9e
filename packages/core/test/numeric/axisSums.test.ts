import { expect, test } from "vitest";
import { axisSums, sumsOfOthers } from "../../src/numeric/axisSums.ts";

const cube = Array.from({ length: 24 }, (_, i) => 2 ** (i % 10) + i);
const at = (i: number, j: number, k: number) => cube[i * 12 + j * 4 + k]!;

test("axisSums sums out the axes that are not named, and orders those that are", () => {
  const { high } = axisSums(cube, [2, 3, 4], [2, 0]);
  const expected = [0, 1, 2, 3].flatMap((k) => [0, 1].map((i) => at(i, 0, k) + at(i, 1, k) + at(i, 2, k)));
  expect([...high]).toEqual(expected);
});

test("axisSums over no axis is the total; over all, reordered, the transpose", () => {
  expect([...axisSums(cube, [2, 3, 4], []).high]).toEqual([cube.reduce((sum, x) => sum + x)]);
  expect([...axisSums([1, 2, 3, 4, 5, 6], [2, 3], [1, 0]).high]).toEqual([1, 4, 2, 5, 3, 6]);
});

test("axisSums keeps what a sum of doubles drops", () => {
  const { high, low } = axisSums([1, 2 ** -60, 2 ** -80], [3], []);
  expect([high[0], low[0]]).toEqual([1, 2 ** -60 + 2 ** -80]);
});

test("sumsOfOthers leaves out the entry itself, along any axis", () => {
  const sums = axisSums(cube, [2, 3, 4], [0, 1, 2]);
  const alongLast = sumsOfOthers(sums, 4, 1).high;
  const alongMiddle = sumsOfOthers(sums, 3, 4).high;
  for (const [i, j, k] of [
    [0, 0, 0],
    [1, 2, 3],
    [1, 1, 0],
  ] as const) {
    const index = i * 12 + j * 4 + k;
    expect(alongLast[index]).toBe([0, 1, 2, 3].reduce((sum, other) => sum + at(i, j, other), -cube[index]!));
    expect(alongMiddle[index]).toBe([0, 1, 2].reduce((sum, other) => sum + at(i, other, k), -cube[index]!));
  }
});

test("sumsOfOthers sees 10⁻³⁰⁰ beside 1 and 10⁻¹⁰⁰", () => {
  const sums = axisSums([1, 1e-100, 1e-300], [3], [0]);
  expect(sumsOfOthers(sums, 3, 1).high[0]).toBe(1e-100);
  expect(sumsOfOthers(axisSums([1e-100, 1, 1e-300], [3], [0]), 3, 1).high[1]).toBe(1e-100);
  expect(sumsOfOthers(axisSums([0, 1, 1e-300], [3], [0]), 3, 1).high[1]).toBe(1e-300);
});
