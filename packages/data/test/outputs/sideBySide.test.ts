import { expect, test } from "vitest";
import { sideBySide } from "../../src/outputs/sideBySide.ts";

/** Numbers from 0, each of which has to be used before the next is asked for. */
async function* numbers(
  count: number,
  used: { upTo: number; ended?: boolean },
): AsyncGenerator<{ i: number; request?: string }> {
  try {
    for (let i = 0; i < count; i++) {
      if (used.upTo < i) throw new Error(`${i} was asked for before ${used.upTo} was used`);
      yield { i };
    }
  } finally {
    used.ended = true;
  }
}

test("one of each at a time, and none before the former is used; the longer goes on", async () => {
  const used = { upTo: 0 };
  const seen: ({ i: number } | undefined)[][] = [];
  for await (const next of sideBySide([numbers(2, used), numbers(3, used)])) {
    seen.push(next);
    used.upTo++;
  }
  expect(seen).toEqual([
    [{ i: 0 }, { i: 0 }],
    [{ i: 1 }, { i: 1 }],
    [undefined, { i: 2 }],
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

test("answers to requests stand beside those to the same, in the order of the first", async () => {
  const answers = async function* (...requests: string[]) {
    for (const request of requests) yield { request };
  };
  const paired = async (...files: string[]) => {
    const seen: string[] = [];
    const sources = files.map((requests) => answers(...requests));
    for await (const next of sideBySide(sources)) seen.push(next.map((one) => one?.request ?? "-").join(""));
    return seen;
  };
  expect(await paired("abcd", "dbca", "abdc")).toEqual(["aaa", "bbb", "ccc", "ddd"]);
  expect(await paired("ab", "abc")).toEqual(["aa", "bb", "-c"]);
  await expect(paired("abc", "abd")).rejects.toThrow(
    "c: is answered in one of two files only, expected once",
  );
  await expect(paired("ab", "cba")).rejects.toThrow("c: is answered in one of two files only");
  await expect(paired("ab", "bbc")).rejects.toThrow("b: is answered twice in one file");
});
