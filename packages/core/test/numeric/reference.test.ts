import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digamma, trigammaExcess } from "../../src/numeric/digamma.ts";
import { expm1MinusX } from "../../src/numeric/expm1MinusX.ts";
import { log1pMinusX } from "../../src/numeric/log1pMinusX.ts";
import { logRatio } from "../../src/numeric/logRatio.ts";
import { logRisingFactorial } from "../../src/numeric/logRisingFactorial.ts";
import { logSumExp } from "../../src/numeric/logSumExp.ts";

const file = join(import.meta.dirname, "../../../../reference/numeric.json");
const reference = JSON.parse(readFileSync(file, "utf8"));

function expectRelative(value: number, truth: number, roundings: number): void {
  // Below 2⁻¹⁰²² doubles have a fixed grid, and a relative error no bound.
  const tolerance = roundings * 2 ** -53 * Math.abs(truth) + 5e-324;
  expect(Math.abs(value - truth), `${value} against ${truth}`).toBeLessThanOrEqual(tolerance);
}

test.each<[number, number]>(reference.log1pMinusX)("log1pMinusX(%d)", (x, truth) => {
  expectRelative(log1pMinusX(x), truth, 10);
});

test.each<[number, number]>(reference.expm1MinusX)("expm1MinusX(%d)", (x, truth) => {
  expectRelative(expm1MinusX(x), truth, 10);
});

test.each<[number, number, number]>(reference.logRatio)("logRatio(%d, %d)", (a, b, truth) => {
  // 0.30000000000000004/0.3 rounds to 1 + 2⁻⁵², a whole part of its logarithm; klTerm takes such pairs by their difference.
  if (Math.abs(truth) > 0.1) expectRelative(logRatio(a, b), truth, 4);
  else expect(Math.abs(logRatio(a, b) - truth)).toBeLessThanOrEqual(2 ** -53);
});

test.each<[number[], number]>(reference.logSumExp)("logSumExp(%j)", (x, truth) => {
  const tolerance = 4 * 2 ** -53 * Math.max(1, Math.abs(Math.max(...x)));
  expect(Math.abs(logSumExp(x) - truth)).toBeLessThanOrEqual(tolerance);
});

const within = (value: number, truth: number, roundings: number, scale: number) =>
  expect(Math.abs(value - truth), `${value} against ${truth}`).toBeLessThanOrEqual(
    roundings * 2 ** -53 * scale,
  );

test.each<[number, number]>(reference.digamma)("digamma(%d)", (x, truth) => {
  // A dozen terms 1/x and the logarithm, each rounded.
  within(digamma(x), truth, 16, Math.max(1, Math.abs(truth)));
});

test.each<[number, number]>(reference.trigammaExcess)("trigammaExcess(%d)", (x, truth) => {
  within(trigammaExcess(x), truth, 16, x < 12 ? 1 + truth : truth);
});

test.each<[number, number, number]>(reference.logRisingFactorial)(
  "logRisingFactorial(%d, %d)",
  (x, n, truth) => {
    within(logRisingFactorial(x, n), truth, 16, Math.max(1, Math.abs(truth)));
  },
);

test("the ends", () => {
  expect(log1pMinusX(-1)).toBe(-Infinity);
  expect(log1pMinusX(0)).toBeCloseTo(0, 300);
  expect(expm1MinusX(0)).toBe(0);
  expect(expm1MinusX(1000)).toBe(Infinity);
  expect(logRatio(1, 0)).toBe(Infinity);
  expect(logSumExp([])).toBe(-Infinity);
  expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
  expect(logSumExp([0, Infinity])).toBe(Infinity);
  expect(logSumExp([-Infinity, 3])).toBe(3);
});
