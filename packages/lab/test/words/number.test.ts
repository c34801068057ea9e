import { expect, test } from "vitest";
import { formatNumber } from "../../src/words/number.ts";

test("numbers have a decimal comma in Spanish, a true minus sign, and a fixed number of digits", () => {
  expect(formatNumber(1.23456, "en")).toBe("1.235");
  expect(formatNumber(1.23456, "es")).toBe("1,235");
  expect(formatNumber(-0.424, "en")).toBe("−0.424");
  expect(formatNumber(0.5, "es", { digits: 2 })).toBe("0,50");
});

test("a sign is shown on request, and never on what rounds to zero", () => {
  expect(formatNumber(1.2, "en", { sign: true })).toBe("+1.200");
  expect(formatNumber(-0.0001, "en", { sign: true })).toBe("0.000");
  expect(formatNumber(-0, "es")).toBe("0,000");
});

test("infinity is a number that can be written", () => {
  expect(formatNumber(Infinity, "en")).toBe("∞");
  expect(formatNumber(-Infinity, "es")).toBe("−∞");
});
