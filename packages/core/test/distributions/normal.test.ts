import { normal } from "@surprisal/core";
import { expect, test } from "vitest";
import { expectConsistent } from "./momentsOf.ts";

test("normal: mass, moments and samples agree", () => {
  expectConsistent(normal(0, 1));
  expectConsistent(normal(-300, 0.01));
});

test("normal: log-density is right far beyond where the density underflows", () => {
  expect(normal(0, 1).logDensity(1e100)).toBe(-5e199);
  expect(normal(2, 0.5).logDensity(2)).toBeCloseTo(-Math.log(0.5 * Math.sqrt(2 * Math.PI)), 15);
});

test("normal refuses what is no mean or no sd", () => {
  expect(() => normal(NaN, 1)).toThrow("normal: mean is NaN, expected a finite number");
  expect(() => normal(0, -1)).toThrow("normal: sd is -1, expected a number above 0");
  expect(() => normal("0" as never, 1)).toThrow(new TypeError("normal: mean is string, expected a number"));
});
