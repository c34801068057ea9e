import { probabilities } from "@surprisal/core";
import { expect, test } from "vitest";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../src/figure/probabilityText.ts";

test("probabilities go into a link and come back", () => {
  const p = probabilities([0.5, 0.333333333, 0.166666667, 0]);
  expect(encodeProbabilities(p)).toBe(".5,.333333333,.166666667,0");
  expect([...decodeProbabilities(encodeProbabilities(p), 4)!]).toEqual([...p]);
});

test("what is not so many probabilities that sum to one is refused", () => {
  for (const text of ["", ".5", ".5,.4", ".5,.5,0", "1.0,0", "1e0,0", "-1,2", ".1234567891,.8765432109"])
    expect(decodeProbabilities(text, 2), text).toBeUndefined();
});

test("broken escapes are nothing", () => {
  expect(decodeText("a%2Cb")).toBe("a,b");
  expect(decodeText("%E0%A4%A")).toBe("");
});
