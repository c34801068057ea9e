import { expect, test } from "vitest";
import { numberText, percentText } from "../../src/report/number.ts";

test("numbers have the decimal mark of the language, a true minus sign, and so many digits that count", () => {
  expect(numberText(-1234.5678, "en")).toBe("−1,235");
  expect(numberText(0.012345, "es", 3)).toBe("0,0123");
  expect(percentText(0.96529, "es", 3)).toBe("96,5 %");
});

test("counts and places are written to the last digit", () => {
  expect(numberText(104_001, "en")).toBe("104,001");
  expect(numberText(3_000_123, "es")).toBe("3.000.123");
  expect(numberText(104_001, "en", 3)).toBe("104,000");
});

test("far from 1 there are powers of ten; infinities and what is not known have signs", () => {
  expect(numberText(0.00001234, "en", 2)).toBe("1.2·10⁻⁵");
  expect(numberText(2.5e12, "es", 2)).toBe("2,5·10¹²");
  expect([-Infinity, Number.NaN, 0, -0].map((x) => numberText(x, "en"))).toEqual(["−∞", "–", "0", "0"]);
});
