import fc from "fast-check";
import { expect, test } from "vitest";
import { firstOutOfPlace, seedOf, shuffled } from "../../src/lesson/proof/order.ts";

test("a shuffled proof has all its lines, and is never in order already", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.string(), (count, name) => {
      const order = shuffled(count, seedOf(name));
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      expect(firstOutOfPlace(order)).toBeDefined();
      expect(shuffled(count, seedOf(name))).toEqual(order);
    }),
  );
});

test("the first line out of place is found by its place", () => {
  expect(firstOutOfPlace([0, 1, 2])).toBeUndefined();
  expect(firstOutOfPlace([0, 2, 1])).toBe(1);
  expect(firstOutOfPlace([2, 0, 1])).toBe(0);
});
