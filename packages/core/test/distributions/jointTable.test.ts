import {
  entropy,
  jointEntropy,
  jointTable,
  mutualInformation,
  normalize,
  probabilities,
} from "@surprisal/core";
import { expect, test } from "vitest";

test("jointTable copies numbers, and takes probabilities as they are", () => {
  const values = [0.1, 0.2, 0.3, 0.4];
  const t = jointTable(values, [2, 2]);
  values[0] = 9;
  expect([...t.p]).toEqual([0.1, 0.2, 0.3, 0.4]);
  const p = normalize(Float32Array.of(1, 2, 3));
  expect(jointTable(p, [3, 1]).p).toBe(p);
});

test("jointTable takes probabilities whose sum was accepted for single precision", () => {
  const p = probabilities(Float32Array.of(0.1, 0.2, 0.3, 0.4));
  expect(jointTable(p, [2, 2]).p).toBe(p);
});

test("jointTable of any number of axes", () => {
  expect(jointEntropy(jointTable(normalize(new Float64Array(32).fill(1)), [2, 2, 2, 2, 2]))).toBeCloseTo(
    5 * Math.LN2,
    14,
  );
  const p = probabilities([0.2, 0.8]);
  expect(jointEntropy(jointTable(p, [2]))).toBe(entropy(p));
});

test.each([
  [[0.5, 0.5], [2, 2], "jointTable: values has 2 entries, expected 2×2 = 4"],
  [[0.5, 0.5], [2, 0], "jointTable: shape[1] is 0, expected a positive integer"],
  [[0.5, 0.5], [1.5, 2], "jointTable: shape[0] is 1.5, expected a positive integer"],
  [[1.5, -0.5], [1, 2], "probabilities: values[0] is 1.5, expected a probability in [0, 1]"],
])("jointTable(%j, %j) throws", (values, shape, message) => {
  expect(() => jointTable(values, shape)).toThrow(new RangeError(message));
});

test("measures of a joint table refuse what is none", () => {
  // @ts-expect-error an array is not a joint table
  expect(() => mutualInformation([0.5, 0.5])).toThrow(
    "mutualInformation: t is a plain array, expected jointTable(…)",
  );
  // @ts-expect-error nor is nothing
  expect(() => jointEntropy()).toThrow("jointEntropy: t is undefined, expected jointTable(…)");
});

test("jointTable without a shape says what one is", () => {
  const rows = [
    [0.25, 0.25],
    [0.25, 0.25],
  ];
  // @ts-expect-error rows are no probabilities, and the shape is missing
  expect(() => jointTable(rows)).toThrow(
    new TypeError("jointTable: shape is undefined, expected one length for each variable, such as [2, 2]"),
  );
});
