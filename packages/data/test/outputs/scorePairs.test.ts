import { expect, test } from "vitest";
import { textSource } from "../../src/byteSource.ts";
import { openModelOutput } from "../../src/openModelOutput.ts";
import { type ScorePairs, scoredFile, scorePairs } from "../../src/outputs/scorePairs.ts";

async function fileOf(path: string, ...lines: object[]) {
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  const output = await openModelOutput(path, () => textSource(text));
  if (output.kind !== "scores") throw new Error("expected scores");
  return scoredFile(path, output);
}

const tokens = (...pairs: [text: string, logprob: number | null][]) => ({
  tokens: pairs.map(([text, logprob]) => ({ text, logprob })),
});
const columns = (pairs: ScorePairs) =>
  pairs.by === "tokens"
    ? [[...pairs.sequence], [...pairs.base], [...pairs.candidate]]
    : [[...pairs.sequence], ...Object.values(pairs.spans).map((column) => [...column])];

test("the same tokens stand side by side, sequence after sequence", async () => {
  const base = await fileOf("p", tokens(["a", null], ["b", -1]), tokens(["c", -2]));
  const candidate = await fileOf("q", tokens(["a", -3], ["b", -1.5]), tokens(["c", -2.5]));
  const found = scorePairs(base, candidate);
  expect(found.by).toBe("tokens");
  expect(columns(found)).toEqual([
    [0, 0, 1],
    [Number.NaN, 1, 2],
    [3, 1.5, 2.5],
  ]);
});

test("other tokens of the same bytes are stretches that both cut, numbered by sequence", async () => {
  const base = await fileOf("p", tokens(["a", -1], ["bc", -2]), tokens(["ñ", -4], ["d", -8]));
  const candidate = await fileOf("q", tokens(["ab", -1], ["c", -1]), tokens(["ñ", -5], ["d", -9]));
  const found = scorePairs(base, candidate);
  expect(found.by).toBe("bytes");
  // from, to, one, other
  expect(columns(found)).toEqual([
    [0, 1, 1],
    [0, 0, 2],
    [3, 2, 3],
    [3, 4, 8],
    [2, 5, 9],
  ]);
});

test("a blank that one tokeniser puts before the text is none of it; more than one is", async () => {
  const base = await fileOf("p", tokens(["ab", -1], ["c", -2]));
  for (const [before, ...rest] of [
    [" a", "b", "c"],
    [" ", "a", "b", "c"],
  ] as const) {
    const blank = await fileOf(
      "q",
      tokens([before, -4], ...rest.map((text) => [text, -8] as [string, number])),
    );
    const first = 4 + 8 * (rest.length - 1);
    // sequence, from, to, one, other
    expect(columns(scorePairs(base, blank))).toEqual([
      [0, 0],
      [0, 2],
      [2, 3],
      [1, 2],
      [first, 8],
    ]);
    expect(columns(scorePairs(blank, base))).toEqual([
      [0, 0],
      [0, 2],
      [2, 3],
      [first, 8],
      [1, 2],
    ]);
  }
  const two = await fileOf("q", tokens(["  a", -1], ["bc", -2]));
  expect(() => scorePairs(base, two)).toThrow("is of another text in line 1, from byte 0 on");
});

test("another text, another number of texts and lost bytes are named", async () => {
  const base = await fileOf("p", tokens(["a", -1], ["bc", -2]));
  const other = await fileOf("q", tokens(["a", -1], ["bd", -2]));
  expect(() => scorePairs(base, other)).toThrow(
    "q:1: is of another text in line 1, from byte 2 on, expected that of line 1 in p",
  );
  const longer = await fileOf("q", tokens(["a", -1], ["bcd", -2]));
  expect(() => scorePairs(base, longer)).toThrow("from byte 3 on");
  const two = await fileOf("q", tokens(["a", -1]), tokens(["b", -1]));
  expect(() => scorePairs(base, two)).toThrow("q: has 2 sequences, expected 1, as p has");
  const lossy = await fileOf("q", tokens(["a", -1], ["\ufffd", -2]));
  expect(() => scorePairs(base, lossy)).toThrow("q:1: does not say which bytes the tokens of line 1 are");
});
