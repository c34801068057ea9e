import { laplace } from "@surprisal/core";
import { expect, test } from "vitest";
import { expectConsistent } from "./momentsOf.ts";

test("laplace: mass, moments and samples agree", () => {
  expectConsistent(laplace(4, 0.3));
});

test("laplace is the same on both sides", () => {
  const { logDensity } = laplace(1, 2);
  expect(logDensity(4)).toBe(logDensity(-2));
  expect(logDensity(1)).toBe(-Math.log(4));
});

test("laplace refuses a scale that is not above 0", () => {
  expect(() => laplace(0, 0)).toThrow("laplace: scale is 0, expected a number above 0");
});
