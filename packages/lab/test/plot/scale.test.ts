import fc from "fast-check";
import { expect, test } from "vitest";
import { linearScale } from "../../src/plot/scale.ts";

test("linearScale takes the ends of the domain to the ends of the range", () => {
  const y = linearScale([0, 1], [272, 30]);
  expect(y(0)).toBe(272);
  expect(y(1)).toBe(30);
  expect(y(0.5)).toBe(151);
});

test("invert is the inverse, inside the domain and outside it", () => {
  const ends = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }));
  fc.assert(
    fc.property(ends, ends, fc.double({ min: -2, max: 2, noNaN: true }), ([a, w], [b, v], t) => {
      const scale = linearScale([a, a + w], [b, b + v]);
      const value = a + t * w;
      // Four roundings on numbers of size up to |a|+2w and |b|+2v, brought back by the slope w/v.
      const size = Math.abs(a) + 2 * w + ((Math.abs(b) + 2 * v) * w) / v;
      expect(Math.abs(scale.invert(scale(value)) - value)).toBeLessThanOrEqual(8 * 2 ** -53 * size);
    }),
  );
});

test("linearScale refuses an empty domain, by name", () => {
  expect(() => linearScale([1, 1], [0, 10])).toThrow(
    new RangeError("linearScale: domain is [1, 1], expected two different finite numbers"),
  );
});
