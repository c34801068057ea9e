import { expect, test } from "vitest";
import { pairWholes } from "../../src/outputs/pairWholes.ts";
import type { Whole, WholeScores } from "../../src/outputs/wholeScores.ts";

const whole = (id: number, more: Partial<Whole> = {}): Whole => ({
  id: `document ${id}`,
  line: id + 1,
  text: `text ${id}`,
  surprise: id,
  bytes: 6,
  ...more,
});
const scores = (source: string, ...wholes: Whole[]): WholeScores => ({
  ...{ source, unit: "document", hasChoices: false, wholes },
});

test("documents are paired by what they are called, in the order of the base", () => {
  const base = scores("p", whole(0), whole(1), whole(2));
  const { base: ofBase, candidate } = pairWholes(base, scores("q", whole(2), whole(0), whole(1)));
  expect(candidate).toEqual(ofBase);
});

test("prompts may differ, and are counted; older files do not say", () => {
  const base = scores("p", whole(0, { promptHash: "a" }), whole(1, { promptHash: "b" }), whole(2));
  const other = scores(
    "q",
    whole(0, { promptHash: "a" }),
    whole(1, { promptHash: "c" }),
    whole(2, { promptHash: "d" }),
  );
  expect(pairWholes(base, other).otherPrompts).toBe(1);
});

test.each([
  [scores("q", whole(0)), "q: has 1 document, expected 2 documents, as p has"],
  [scores("q", whole(0), whole(5)), "q: lacks document 1, expected the documents of p"],
  [scores("q", whole(0), whole(1, { text: "else" })), "q:2: has another document 1, expected that of p"],
  [scores("q", whole(0), whole(1, { bytes: 7 })), "q:2: has another document 1, expected that of p"],
  [scores("q", whole(0), whole(1, { documentHash: "b" })), "q:2: has another document 1, expected that of p"],
  [
    { ...scores("q", whole(0), whole(1)), unit: "continuation" as const },
    "q: scores single continuations, expected whole documents, as p does",
  ],
])("what is not of the same documents is refused by name: %#", (candidate, message) => {
  const base = scores("p", whole(0), whole(1, { documentHash: "a" }));
  expect(() => pairWholes(base, candidate)).toThrow(message);
});
