import { expect, test } from "vitest";
import { decimalOf, shellWord } from "../../src/figure/shellWord.ts";

test("a billionth keeps its digits and needs no exponent", () => {
  expect([0, 1, 0.25, 1e-9, 2.5e-7].map(decimalOf)).toEqual(["0", "1", "0.25", "0.000000001", "0.00000025"]);
});

test("an operand is quoted only where the shell would take it apart", () => {
  expect(shellWord("red=0.9,blue=0.1")).toBe("red=0.9,blue=0.1");
  expect(shellWord("so so=1,#1=0")).toBe("'so so=1,#1=0'");
});
