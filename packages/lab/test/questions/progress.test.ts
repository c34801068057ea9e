import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answeredIn,
  empty,
  guessIn,
  parseProgress,
  withAnswered,
  withGuess,
} from "../../src/questions/progress.ts";

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
  '{"version":1,"answered":{},"guesses":{"a":{"b":1}}}',
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

test("a guess is kept as it was first made, beside the answers", () => {
  const kept = withGuess(withGuess(withAnswered(empty, "kl", "gap"), "kl", "wall", "0,5"), "kl", "wall", "1");
  const back = parseProgress(JSON.stringify(kept));
  expect(guessIn(back, "kl", "wall")).toBe("0,5");
  expect(answeredIn(back, "kl")).toEqual(["gap"]);
  expect(guessIn(back, "kl", "toString")).toBeUndefined();
  expect(guessIn(back, "constructor", "name")).toBeUndefined();
});
