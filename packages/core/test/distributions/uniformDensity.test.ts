import { uniformDensity } from "@surprisal/core";
import { expect, test } from "vitest";
import { expectConsistent } from "./momentsOf.ts";

test("uniformDensity: mass, moments and samples agree", () => {
  expectConsistent(uniformDensity(-3, 5));
});

test("uniformDensity is constant inside, ends included, and zero outside", () => {
  const d = uniformDensity(1, 5);
  expect([1, 3, 5].map(d.logDensity)).toEqual([-Math.log(4), -Math.log(4), -Math.log(4)]);
  expect([0.999, 5.001].map(d.logDensity)).toEqual([-Infinity, -Infinity]);
});

test("uniformDensity refuses ends in the wrong order, or too far apart", () => {
  expect(() => uniformDensity(1, 1)).toThrow(
    "uniformDensity: to is 1, expected a number above 1, at a finite distance",
  );
  expect(() => uniformDensity(-1e308, 1e308)).toThrow(RangeError);
});
