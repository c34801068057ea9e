import { expect, test } from "vitest";
import { sideBySide } from "../../src/outputs/sideBySide.ts";

/** Numbers from 0, each of which has to be used before the next is asked for. */
async function* numbers(count: number, used: { upTo: number; ended?: boolean }) {
  try {
    for (let i = 0; i < count; i++) {
      if (used.upTo < i) throw new Error(`${i} was asked for before ${used.upTo} was used`);
      yield i;
    }
  } finally {
    used.ended = true;
  }
}

test("one of each at a time, and none before the former is used; the longer goes on", async () => {
  const used = { upTo: 0 };
  const seen: (number | undefined)[][] = [];
  for await (const next of sideBySide([numbers(2, used), numbers(3, used)])) {
    seen.push(next);
    used.upTo++;
  }
  expect(seen).toEqual([
    [0, 0],
    [1, 1],
    [undefined, 2],
  ]);
});

test("who stops, or fails, ends all", async () => {
  const [one, other] = [{ upTo: 9 }, { upTo: 0 }] as { upTo: number; ended?: boolean }[];
  for await (const _ of sideBySide([numbers(5, one!), numbers(5, other!)])) break;
  expect([one!.ended, other!.ended]).toEqual([true, true]);
  const [first, late] = [{ upTo: 9 }, { upTo: 0 }] as { upTo: number; ended?: boolean }[];
  await expect(async () => {
    for await (const _ of sideBySide([numbers(5, first!), numbers(5, late!)]));
  }).rejects.toThrow("1 was asked for before 0 was used");
  expect(first!.ended).toBe(true);
});
