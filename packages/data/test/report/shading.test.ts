import fc from "fast-check";
import { expect, test } from "vitest";
import { legendOf, shadeOf, shadings } from "../../src/report/shading.ts";
import { striking } from "../../src/report/striking.ts";
import { tableOf } from "./tables.ts";

const surprises = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 300 });

test("at most half of the tokens are shaded, and a darker one never has less", () => {
  fc.assert(
    fc.property(surprises, (values) => {
      const [shading] = shadings(tableOf({ surprise: values }));
      const levels = values.map((_, row) => Number(shadeOf(shading!, row)?.slice(1) ?? 0));
      expect(levels.filter((level) => level > 0).length).toBeLessThanOrEqual(values.length / 2);
      for (const [i, one] of values.entries())
        for (const [j, other] of values.entries())
          if (one > other) expect(levels[i]).toBeGreaterThanOrEqual(levels[j]!);
    }),
    { numRuns: 30 },
  );
});

test("what is infinite has the darkest shade, which the legend has, however many are", () => {
  for (const values of [
    [Infinity, Infinity, Infinity],
    [1, 2, 3, Infinity],
  ]) {
    const [shading] = shadings(tableOf({ surprise: values }));
    const darkest = shadeOf(shading!, values.length - 1);
    expect(darkest).toBe("p6");
    expect(legendOf(shading!).at(-1)!.shade).toBe(darkest);
  }
});

test("a change has Q's colour above 0 and P's below, and a column of nothing is not offered", () => {
  const table = tableOf(
    { entropy: [1, 1, 1, 1, 1], surprise: [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN] },
    { entropy: [1, 1, 1, 3, 0] },
  );
  const found = shadings(table);
  expect(found.map(({ measure }) => measure)).toEqual(["entropyChange"]);
  expect([3, 4].map((row) => shadeOf(found[0]!, row)?.slice(0, 4))).toEqual(["more", "less"]);
});

test("the most striking come first, infinite ones before all, equals as they stand, unknown ones never", () => {
  expect(striking([1, Infinity, Number.NaN, -7, 1, Infinity], 4)).toEqual([1, 5, 3, 0]);
});
