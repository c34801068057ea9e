import fc from "fast-check";
import { expect, test } from "vitest";
import { answeredIn, empty, parseProgress, withAnswered } from "../../src/questions/progress.ts";

test("an answered question is kept once, and read back", () => {
  const kept = withAnswered(withAnswered(empty, "kl", "gap"), "kl", "gap");
  expect(answeredIn(parseProgress(JSON.stringify(kept)), "kl")).toEqual(["gap"]);
  expect(answeredIn(kept, "entropy")).toEqual([]);
});

test.each([
  null,
  "",
  "{",
  "null",
  "[]",
  "3",
  '{"version":2,"answered":{}}',
  '{"version":1,"answered":{"a":[1]}}',
  '{"version":1}',
])("parseProgress finds nothing in %s", (text) => expect(parseProgress(text)).toEqual(empty));

test("parseProgress never throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseProgress(text).version).toBe(1);
    }),
  );
});

test("a lesson named like a property of every object has no answers", () => {
  expect(answeredIn(empty, "constructor")).toEqual([]);
});
