import { expect, test } from "vitest";
import { areaPath, linePath } from "../../src/plot/linePath.ts";

test("a line goes through its points, to a tenth", () => {
  expect(
    linePath([
      [0, 0.04],
      [1.26, -2],
      [3, 4],
    ]),
  ).toBe("M0 0L1.3 -2L3 4");
  expect(linePath([])).toBe("");
});

test("an area closes on its level", () => {
  expect(
    areaPath(
      [
        [0, 1],
        [2, 3],
      ],
      10,
    ),
  ).toBe("M0 1L2 3L2 10L0 10Z");
  expect(areaPath([], 0)).toBe("");
});
