import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber, parseNumbers, written } from "../src/number.ts";

test.each([
  ["3", 3],
  ["-3", -3],
  ["+.5", 0.5],
  ["1e-6", 1e-6],
  ["2.", 2],
  ["inf", Infinity],
  ["-Infinity", -Infinity],
  ["∞", Infinity],
])("parseNumber(%j) is %d", (text, value) => expect(parseNumber(text)).toBe(value));

test.each(["", " ", "three", "1,2", "0x10", "1e", "--1", "NaN", ".", "1_000"])(
  "parseNumber refuses %j",
  (text) => expect(parseNumber(text)).toBeUndefined(),
);

test("parseNumbers takes a list only when all of it is allowed", () => {
  expect(parseNumbers("0,0.5,inf", (value) => value >= 0)).toEqual([0, 0.5, Infinity]);
  expect(parseNumbers("0,-1", (value) => value >= 0)).toBeUndefined();
  expect(parseNumbers("1,,2", () => true)).toBeUndefined();
});

test.each([
  [0.7369655941662062, undefined, "0.7369655942"],
  [2.236965594166206, undefined, "2.2369655942"],
  [1, undefined, "1"],
  [1.2345678901234e-17, undefined, "1.23456789e-17"],
  [0, undefined, "0"],
  [-0, undefined, "0"],
  [Infinity, undefined, "∞"],
  [-Infinity, 4, "-∞"],
  [0.33333, 4, "0.3333"],
  [123456, 4, "123500"],
])("written(%d, %s) is %s", (value, digits, text) => expect(written(value, digits)).toBe(text));

// Ten decimals from 1e-3 on, ten significant digits below: at worst half a unit of the tenth decimal, or 5e-10 relatively.
test("what is written reads back as the number, to its digits", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), (value) => {
      const error = Math.abs(parseNumber(written(value))! - value);
      expect(error).toBeLessThanOrEqual(
        Math.max(0.51e-10 * (Math.abs(value) < 1e-3 ? 0 : 1), 5.1e-10 * Math.abs(value)),
      );
    }),
  );
});
