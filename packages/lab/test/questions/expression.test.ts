import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, lacksBase } from "../../src/questions/expression.ts";

describe("evaluate reads what people write", () => {
  test.each([
    ["0.737", 0.737],
    ["0,737", 0.737],
    [" ,5 ", 0.5],
    ["3/4", 0.75],
    ["1/3", 1 / 3],
    ["-2", -2],
    ["−0,5", -0.5],
    ["50%", 0.5],
    ["50 %", 0.5],
    ["log2(5)", Math.log2(5)],
    ["log₂(5)", Math.log2(5)],
    ["log_2 5", Math.log2(5)],
    ["ln 2", Math.LN2],
    ["log10(1/2)", Math.log10(0.5)],
    ["-0,5·log2(0,9) - 0,5·log2(0,1)", 1.736965594166206],
    ["1/2 * log2(5/9) + 1/2 * log2(5)", 0.7369655941662062],
    ["2^-3", 0.125],
    ["-2^2", -4],
    ["2^3^2", 512],
    ["8 : 2", 4],
    ["∞", Infinity],
    ["-inf", -Infinity],
    ["infinito", Infinity],
    ["Infinity", Infinity],
    ["e", Math.E],
    ["1e-3", 0.001],
    ["(1 + 2) × 3", 9],
    ["sqrt 9", 3],
  ])("%s", (text, value) => expect(evaluate(text)).toBeCloseTo(value, 14));
});

test.each([
  "",
  "   ",
  "abc",
  "1..2",
  "1,2,3",
  "log(5)",
  "0/0",
  "2 +",
  "(1",
  "1)",
  "1 2",
  "%",
  "--",
  "constructor",
  "1e",
  "2*",
])("evaluate has no value for “%s”", (text) => expect(evaluate(text)).toBeUndefined());

test("evaluate reads back every number it is given, with a point or a comma", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      fc.pre(!Object.is(x, -0)); // String(-0) is "0"
      expect(evaluate(String(x))).toBe(x);
      expect(evaluate(String(x).replace(".", ","))).toBe(x);
    }),
  );
});

test("thousands parted twice are parted, once they are a decimal", () => {
  for (const million of ["1,000,000", "1.000.000", "1 000 000", "1000000"])
    expect(evaluate(`log10(${million})`), million).toBe(Math.log10(1e6));
  expect(evaluate("1,000")).toBe(1);
  expect(evaluate("1,000.000")).toBeUndefined();
  expect(evaluate("1,00,000")).toBeUndefined();
});

test("evaluate never throws, and never gives NaN", () => {
  const tokens = fc.array(
    fc.constantFrom("1", ".", ",", "(", ")", "log2", "e", "^", "-", "/", "%", " ", "∞", "0"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        tokens.map((t) => t.join("")),
      ),
      (text) => {
        expect(evaluate(text)).not.toBeNaN();
      },
    ),
  );
});

test("a formula copied from the page means what it means on the page", () => {
  expect(evaluate("0.50 · log₂ 0.50/0.90 + 0.50 · log₂ 0.50/0.10")).toBeCloseTo(0.7369655941662062, 14);
  expect(evaluate("½·log2(10/9)+½·log2(10)")).toBeCloseTo(1.736965594166206, 14);
  expect(evaluate("0.5 log2(10/9) + 0.5 log2(10)")).toBeCloseTo(1.736965594166206, 14);
  expect(evaluate("2(3)")).toBe(6);
  expect(evaluate("1 737")).toBeUndefined();
});

test("a logarithm without a base is noticed, not guessed", () => {
  for (const text of ["log(10/3)", "lg(10)", "0.5 log 10"]) expect(lacksBase(text), text).toBe(true);
  for (const text of ["log2(10)", "log₂(10)", "log10(2)", "ln 2"]) expect(lacksBase(text), text).toBe(false);
});
