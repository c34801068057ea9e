import { besideCandidate, scoreTable } from "@surprisal/core";
import { expect, test } from "vitest";

const of = (texts: string[], logProbability = -1) =>
  scoreTable([{ name: "a", scores: texts.map((text) => ({ text, logProbability, top: [] })) }]);

test("the second model of two over the same tokens is the candidate", () => {
  const { text, p, q } = besideCandidate(of(["a", "b"], -1), of(["a", "b"], -2));
  expect(text).toEqual(["a", "b"]);
  expect([p.surprise![1], q!.surprise![1]]).toEqual([1, 2]);
});

test("other tokens are refused, the first of them by its place", () => {
  expect(() => besideCandidate(of(["a"]), of(["a", "b"]))).toThrow(
    "besideCandidate: candidate has 2 tokens, expected 1 as in base",
  );
  expect(() => besideCandidate(of(["a", "b"]), of(["a", "c"]))).toThrow(
    'besideCandidate: text[1] of candidate is "c", expected "b"',
  );
});
