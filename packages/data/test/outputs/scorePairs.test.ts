import { klBounds, listedMeasures } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textSource } from "../../src/byteSource.ts";
import { openModelOutput } from "../../src/openModelOutput.ts";
import { spansOf } from "../../src/outputs/bytePairs.ts";
import { tokenSequences } from "../../src/outputs/scoredTokens.ts";
import { ScorePairing, type ScorePairs } from "../../src/outputs/scorePairs.ts";
import { listedPair } from "../../src/scores/listedPair.ts";
import type { ScoredSequence } from "../../src/scores/scoredSequence.ts";

interface ScoredFile {
  path: string;
  sequences: ScoredSequence[];
}

async function fileOf(path: string, ...lines: object[]): Promise<ScoredFile> {
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  const output = await openModelOutput(path, () => textSource(text));
  if (output.kind !== "scores") throw new Error("expected scores");
  const sequences: ScoredSequence[] = [];
  for await (const sequence of tokenSequences(path, output)) sequences.push(sequence);
  return { path, sequences };
}

function scorePairs(base: ScoredFile, candidate: ScoredFile, floor?: number) {
  const questions = { measures: listedMeasures, ...(floor !== undefined && { floor }) };
  const pairing = new ScorePairing(base.path, candidate.path, questions);
  const longest = Math.max(base.sequences.length, candidate.sequences.length);
  for (let i = 0; i < longest; i++) pairing.take(base.sequences[i], candidate.sequences[i]);
  return pairing.whole();
}

const tokens = (...pairs: [text: string, logprob: number | null][]) => ({
  tokens: pairs.map(([text, logprob]) => ({ text, logprob })),
});
const columns = (pairs: ScorePairs<never>) =>
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

test("sequences of the same tokens before one of other tokens are the stretches that their bytes make", () => {
  const texts = fc.array(fc.constantFrom("a", "ñ", "", " b", "cd"), { minLength: 1, maxLength: 6 });
  const surprise = fc.option(fc.double({ min: -9, max: 0, noNaN: true }));
  const scored = texts.chain((pieces) =>
    fc
      .array(fc.tuple(surprise, surprise), { minLength: pieces.length, maxLength: pieces.length })
      .map((nats) => ({
        one: pieces.map((text, i): [string, number | null] => [text, nats[i]![0]]),
        other: pieces.map((text, i): [string, number | null] => [text, nats[i]![1]]),
      })),
  );
  return fc.assert(
    fc.asyncProperty(fc.array(scored, { maxLength: 4 }), async (same) => {
      const base = await fileOf("p", ...same.map(({ one }) => tokens(...one)), tokens(["xy", -1]));
      const candidate = await fileOf(
        "q",
        ...same.map(({ other }) => tokens(...other)),
        tokens(["x", -1], ["y", -2]),
      );
      const found = scorePairs(base, candidate);
      const each = base.sequences.map((one, i) => spansOf(["p", one], ["q", candidate.sequences[i]!]));
      const joined = (name: "from" | "to" | "one" | "other") => each.flatMap((spans) => [...spans[name]]);
      expect([found.by, ...columns(found)]).toEqual([
        "bytes",
        each.flatMap(({ from }, i) => Array.from(from, () => i)),
        ...[joined("from"), joined("to"), joined("one"), joined("other")],
      ]);
    }),
    { numRuns: 50 },
  );
});

test("bytes that are lost matter once another sequence is of other tokens", async () => {
  const lossy = tokens(["\ufffd", -1]);
  const base = await fileOf("p", lossy, tokens(["ab", -1]));
  expect(scorePairs(base, await fileOf("q", lossy, tokens(["ab", -2]))).by).toBe("tokens");
  const cut = await fileOf("q", lossy, tokens(["a", -2], ["b", -2]));
  expect(() => scorePairs(base, cut)).toThrow("p:1: does not say which bytes the tokens of line 1 are");
});

test("of lists the ends of each measure are kept, the least that is listed, and who agrees", async () => {
  const token = (text: string, ...top: [string, number][]) => ({
    ...{ text, logprob: null },
    top: top.map(([text, p]) => ({ text, logprob: Math.log(p) })),
  });
  const file = (path: string, ...second: [string, number][]) =>
    fileOf(path, { tokens: [{ text: "x", logprob: null }, token("a", ...second), token("b", ["b", 0.5])] });
  const base = await file("p", ["a", 0.5], ["b", 0.25]);
  const candidate = await file("q", ["b", 0.25], ["a", 0.125]);
  const pairs = scorePairs(base, candidate, 0.01);
  if (pairs.by !== "tokens") throw new Error("expected tokens");
  expect([...pairs.top1Agrees]).toEqual([-1, 0, 1]);
  expect(pairs.least).toBe(Math.log(0.125));
  const [, second, third] = base.sequences[0]!.scores.map((score, i) =>
    listedPair(score, candidate.sequences[0]!.scores[i]!, { p: 0, q: 0 }),
  );
  const ends = [second!, third!].map(({ p, q }) => klBounds(p, q, 0.01));
  expect(pairs.boundsOf("forwardKl")).toEqual({
    lower: Float64Array.of(Number.NaN, ...ends.map(({ lower }) => lower)),
    upper: Float64Array.of(Number.NaN, ...ends.map(({ upper }) => upper)),
  });
  // A floor above what is listed is for the caller to refuse.
  expect(scorePairs(base, candidate, 0.2)).toMatchObject({ by: "tokens", least: pairs.least });
});

test("they agree on what came where that is likelier than all that are listed beside it", async () => {
  const file = (path: string, other: string) =>
    fileOf(path, {
      tokens: [{ text: "x", logprob: Math.log(0.6), top: [{ text: other, logprob: Math.log(0.3) }] }],
    });
  const pairs = scorePairs(await file("p", "a"), await file("q", "b"), 0.01);
  expect(pairs.by === "tokens" && [...pairs.top1Agrees]).toEqual([1]);
});

test("a text of another length is named for its length, though what it says differs too", async () => {
  const base = await fileOf("p", tokens(["a", -1]), tokens(["b", -1]));
  const shorter = await fileOf("q", tokens(["z", -1]));
  expect(() => scorePairs(base, shorter)).toThrow("q: has 1 sequence, expected 2, as p has");
});
