import fc from "fast-check";
import { expect, test } from "vitest";
import { groupedBars } from "../../src/plot/groupedBars.ts";

test("bars stay inside the room they are given and never overlap", () => {
  const outcomes = fc.integer({ min: 1, max: 8 });
  const series = fc.integer({ min: 1, max: 2 });
  fc.assert(
    fc.property(outcomes, series, fc.integer({ min: 200, max: 900 }), (n, s, width) => {
      const { groups, barWidth } = groupedBars(n, s, 34, width);
      const edges = groups.flatMap(({ left }) => left.flatMap((x) => [x, x + barWidth]));
      expect(barWidth).toBeGreaterThan(0);
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      expect(edges[0]).toBeGreaterThanOrEqual(34);
      expect(edges.at(-1)).toBeLessThanOrEqual(34 + width);
    }),
  );
});

test("a group is centred on its outcome", () => {
  const { groups, barWidth } = groupedBars(3, 2, 0, 300);
  const [first] = groups;
  expect(first?.middle).toBe(50);
  expect((first!.left[0]! + first!.left[1]! + barWidth) / 2).toBeCloseTo(50, 12);
});
