import fc from "fast-check";
import { expect, test } from "vitest";
import { commit, historyOf, redo, undo } from "../../src/figure/history.ts";

const states = fc.array(fc.integer(), { minLength: 1, maxLength: 30 });

test("undo inverts commit, and redo inverts undo", () => {
  fc.assert(
    fc.property(states, fc.integer(), (values, next) => {
      const before = values.reduce(commit<number>, historyOf(-1));
      fc.pre(next !== before.present);
      const after = commit(before, next);
      expect(undo(after).present).toBe(before.present);
      expect(redo(undo(after))).toEqual(after);
    }),
  );
});

test("nothing to undo or redo leaves things as they are", () => {
  expect(undo(historyOf("a"))).toEqual(historyOf("a"));
  expect(redo(historyOf("a"))).toEqual(historyOf("a"));
});

test("committing the same state is no step", () => {
  expect(commit(historyOf("a"), "a").past).toEqual([]);
});

test("at most 200 steps are kept", () => {
  let history = historyOf(0);
  for (let i = 1; i <= 1000; i++) history = commit(history, i);
  expect(history.past.length).toBe(200);
});
