import { exponential } from "@surprisal/core";
import { expect, test } from "vitest";
import { expectConsistent } from "./momentsOf.ts";

test("exponential: mass, moments and samples agree", () => {
  expectConsistent(exponential(0.2));
});

test("exponential has no memory: ln p(x + y) − ln p(y) = −rate·x", () => {
  const { logDensity } = exponential(2);
  expect(logDensity(7) - logDensity(4)).toBe(-6);
  expect(logDensity(-1e-9)).toBe(-Infinity);
});

test("exponential refuses rates that are not above 0, or whose mean is no number", () => {
  expect(() => exponential(0)).toThrow("exponential: rate is 0, expected a number above 0");
  expect(() => exponential(1e-308)).toThrow(
    "exponential: rate is 1e-308, expected one whose mean is a number",
  );
});
