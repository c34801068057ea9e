import { expect, test } from "vitest";
import { formatExact, formatFactor, formatProbability, formatShort } from "../../src/figure/format.ts";

test("a probability looks like 0 or 1 only if it is", () => {
  const shown = {
    0: "0",
    1: "1",
    0.5: "0.50",
    0.05: "0.05",
    0.995: "0.995",
    0.003: "0.003",
    0.9996: "0.9996",
  };
  for (const [value, text] of Object.entries(shown))
    expect(formatProbability(Number(value), "en")).toBe(text);
  expect(formatProbability(1e-9, "en")).toBe("0.000000001");
  expect(formatProbability(0.5, "es")).toBe("0,50");
});

test("a factor of a formula has the digits a calculator needs", () => {
  expect(formatFactor(0.9 / 0.95, "en")).toBe("0.9474");
  expect(formatFactor(0.4, "es")).toBe("0,40");
  expect(formatFactor(0, "en")).toBe("0");
});

test("an exact probability keeps its digits", () => {
  expect(formatExact(0.333333333, "es")).toBe("0,333333333");
  expect(formatExact(0.9, "en")).toBe("0.9");
  expect(formatExact(1, "en")).toBe("1");
});

test("short probabilities tell the truth", () => {
  expect([0.125, 1 / 6, 2 ** -12, 0, 1].map((p) => formatShort(p, "es"))).toEqual([
    "0,125",
    "0,1667",
    "0,0002441",
    "0",
    "1",
  ]);
  expect(formatShort(0.999999, "en")).toBe("0.999999");
});
