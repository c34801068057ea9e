import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ghostOf,
  previewed,
  redone,
  released,
  replaced,
  settled,
  shown,
  timelineOf,
  undone,
} from "../../src/figure/timeline.ts";

const alone = (at: number) => ({ kind: "", at });
const arrow = (at: number) => ({ kind: "arrow", at });

test("a preview shows on the figure over what it was, and is not remembered", () => {
  const dragged = previewed(timelineOf(1), 5);
  expect([shown(dragged), ghostOf(dragged), dragged.history.present]).toEqual([5, 1, 1]);
  expect(shown(released(dragged))).toBe(1);
  const done = settled(dragged, 6, alone(0));
  expect([shown(done), ghostOf(done), shown(undone(done))]).toEqual([6, 1, 1]);
});

test("quick changes of one kind are undone together, and compared with what was before them", () => {
  const quick = [2, 3, 4].reduce((time, state, i) => settled(time, state, arrow(500 * i)), timelineOf(1));
  expect(ghostOf(quick)).toBe(1);
  expect(shown(undone(quick))).toBe(1);
  expect(shown(redone(undone(quick)))).toBe(4);
});

test("slow changes, other kinds and changes without a kind are undone one by one", () => {
  for (const [first, second] of [
    [arrow(0), arrow(1000)],
    [arrow(0), { kind: "smooth", at: 1 }],
    [alone(0), alone(1)],
  ] as const) {
    const twice = settled(settled(timelineOf(1), 2, first), 3, second);
    expect([shown(undone(twice)), ghostOf(twice)]).toEqual([2, 2]);
  }
});

test("undo after any change shows what was shown before it, with nothing to compare with", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer(), (states, next) => {
      const before = states.reduce((time, state) => settled(time, state, alone(0)), timelineOf(0));
      fc.pre(next !== shown(before));
      const back = undone(settled(before, next, alone(0)));
      expect([shown(back), ghostOf(back)]).toEqual([shown(before), undefined]);
    }),
  );
});

test("what takes the place of the present is never led back from, and what was before still is", () => {
  const told = [3, 4].reduce((time, state) => replaced(time, state), settled(timelineOf(1), 2, alone(0)));
  expect([shown(told), ghostOf(told), shown(undone(told))]).toEqual([4, 3, 1]);
  expect(shown(redone(undone(told)))).toBe(4);
  expect(shown(undone(replaced(timelineOf(1), 2)))).toBe(2);
});
