import { expect, test } from "vitest";
import { leading, outcomeText } from "../src/outcomes.ts";

test("leading keeps the order of few, and ranks many by what they contribute", () => {
  expect(leading([0, -3, 1], 3)).toEqual([0, 1, 2]);
  expect(leading([0, -3, 1, 2, 0], 4)).toEqual([1, 3, 2]);
  expect(leading([1, 1, 2, 1], 2)).toEqual([2, 0]);
  expect(leading([1, 2], 0)).toEqual([]);
});

test("leading puts equal contributions, infinite ones too, in order of mass", () => {
  const mass = [0.1, 0.5, 0.2, 0.2];
  expect(leading([Infinity, Infinity, 1, Infinity], 3, (i) => mass[i]!)).toEqual([1, 3, 0]);
});

test.each([
  [0, "[0]"],
  ["heads", "heads"],
  ["New York", "New York"],
  ["", '""'],
  [" a", '" a"'],
  ["a\nb", '"a\\nb"'],
  ["\u202eabc", '"\\u{202e}abc"'],
  ["é 👍🏽", "é 👍🏽"],
  ["می‌خواهم 👩‍🚀", "می‌خواهم 👩‍🚀"],
])("outcomeText(%j) is %s", (outcome, text) => expect(outcomeText(outcome)).toBe(text));
