import { expect, test } from "vitest";
import { followPublished, publish, published } from "../../src/figure/published.ts";

test("what a figure shows is told to whoever asks, and to whoever follows until they stop", () => {
  const seen: number[] = [];
  expect(published("films")).toBeUndefined();
  const stop = followPublished<number>("films", (state) => seen.push(state));
  publish("films", 1);
  publish("other", 9);
  publish("films", 2);
  expect(published("films")).toBe(2);
  expect(seen).toEqual([1, 2]);
  const late: number[] = [];
  followPublished<number>("films", (state) => late.push(state));
  stop();
  publish("films", 3);
  expect([seen, late]).toEqual([
    [1, 2],
    [2, 3],
  ]);
});
