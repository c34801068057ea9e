import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answeredIn,
  daysIn,
  empty,
  guessIn,
  merged,
  type Progress,
  readProgress,
  withAnswered,
  withGuess,
} from "../../src/questions/progress.ts";

const name = fc.oneof(
  fc.constantFrom("kl", "entropy", "gap", "constructor", "__proto__", "toString"),
  fc.string(),
);
const day = fc.constantFrom("", "2026-01-31", "2026-02-01", "2027-01-01");
const progress: fc.Arbitrary<Progress> = fc
  .array(fc.record({ lesson: name, item: name, day, guess: fc.option(fc.string()) }), { maxLength: 12 })
  .map((deeds) =>
    deeds.reduce<Progress>(
      (all, { lesson, item, day, guess }) =>
        guess === null ? withAnswered(all, lesson, item, day) : withGuess(all, lesson, item, guess),
      empty,
    ),
  );
/** What the first version of the Lab kept. */
const firstVersion = fc.record(
  {
    version: fc.constant(1),
    answered: fc.dictionary(name, fc.array(name)),
    guesses: fc.dictionary(name, fc.dictionary(name, fc.string())),
  },
  { requiredKeys: ["version", "answered"] },
);

test("an answered question is kept once, with the day it was last answered, and read back", () => {
  const once = withAnswered(empty, "kl", "gap", "2026-11-22");
  const kept = readProgress(JSON.stringify(withAnswered(once, "kl", "gap", "2026-11-23")))!;
  expect(answeredIn(kept, "kl")).toEqual(["gap"]);
  expect(daysIn(kept, "kl")).toEqual({ gap: "2026-11-23" });
  expect(daysIn(kept, "entropy")).toEqual({});
});

test("a guess is kept as it was first made, beside the answers", () => {
  const kept = withGuess(
    withGuess(withAnswered(empty, "kl", "gap", ""), "kl", "wall", "0,5"),
    "kl",
    "wall",
    "1",
  );
  const back = readProgress(JSON.stringify(kept))!;
  expect(guessIn(back, "kl", "wall")).toBe("0,5");
  expect(answeredIn(back, "kl")).toEqual(["gap"]);
  expect(guessIn(back, "kl", "toString")).toBeUndefined();
  expect(guessIn(back, "constructor", "name")).toBeUndefined();
});

test("what is written is read back, whatever its lessons and questions are called", () => {
  fc.assert(
    fc.property(progress, (kept) => {
      expect(readProgress(JSON.stringify(kept))).toEqual(kept);
    }),
  );
});

test("the first version is read, and nothing of it is lost", () => {
  fc.assert(
    fc.property(firstVersion, (old) => {
      const { answered, guesses = {} } = JSON.parse(JSON.stringify(old)) as typeof old;
      const kept = readProgress(JSON.stringify(old))!;
      expect(kept.version).toBe(2);
      for (const [lesson, questions] of Object.entries(answered))
        expect(new Set(answeredIn(kept, lesson))).toEqual(new Set(questions));
      for (const [lesson, made] of Object.entries(guesses))
        for (const [prediction, guess] of Object.entries(made))
          expect(guessIn(kept, lesson, prediction)).toBe(guess);
    }),
  );
});

test.each([
  "",
  "{",
  "null",
  "[]",
  "3",
  '{"version":3,"lessons":{}}',
  '{"version":2}',
  '{"version":2,"lessons":[]}',
  '{"version":2,"lessons":{"a":{}}}',
  '{"version":2,"lessons":{"a":{"answered":{"b":"yesterday"},"guesses":{}}}}',
  '{"version":1}',
  '{"version":1,"answered":{"a":[1]}}',
  '{"version":1,"answered":{},"guesses":{"a":{"b":1}}}',
])("readProgress refuses %s", (text) => expect(readProgress(text)).toBeUndefined());

test("readProgress never throws", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readProgress(text)));
});

test("two devices put together have everything of both, and of two days the later", () => {
  const here = withGuess(withAnswered(empty, "kl", "gap", "2026-11-22"), "kl", "wall", "1");
  const there = withGuess(withAnswered(empty, "kl", "gap", "2026-11-20"), "kl", "wall", "2");
  const both = merged(here, withAnswered(there, "entropy", "box", ""));
  expect(both.lessons).toEqual({
    kl: { answered: { gap: "2026-11-22" }, guesses: { wall: "1" } },
    entropy: { answered: { box: "" }, guesses: {} },
  });
});

test("putting together loses nothing, however often and in whatever order", () => {
  fc.assert(
    fc.property(progress, progress, progress, (a, b, c) => {
      const both = merged(a, b);
      for (const one of [a, b])
        for (const lesson of Object.keys(one.lessons))
          expect(answeredIn(both, lesson)).toEqual(expect.arrayContaining([...answeredIn(one, lesson)]));
      expect(merged(both, b)).toEqual(both);
      expect(merged(a, empty)).toEqual(a);
      expect(merged(empty, a)).toEqual(a);
      expect(merged(merged(a, b), c)).toEqual(merged(a, merged(b, c)));
      expect(days(merged(b, a))).toEqual(days(both));
      for (const [lesson, { guesses }] of Object.entries(a.lessons))
        for (const [prediction, guess] of Object.entries(guesses))
          expect(guessIn(both, lesson, prediction)).toBe(guess);
    }),
  );
});

function days({ lessons }: Progress) {
  return Object.fromEntries(Object.entries(lessons).map(([lesson, { answered }]) => [lesson, answered]));
}
