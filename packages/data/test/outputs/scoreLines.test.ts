import { expect, test } from "vitest";
import { textSource } from "../../src/byteSource.ts";
import { openModelOutput } from "../../src/openModelOutput.ts";
import { tokenBytes, tokenSequences } from "../../src/outputs/scoredTokens.ts";
import { scoreLines } from "../../src/outputs/scoreLines.ts";
import type { ScoredSequence } from "../../src/scores/scoredSequence.ts";
import { expected, read } from "../vocabulary/vocabularies.ts";

/** The lines of one or more sequences of as many rows, as diff and perplexity read them. */
async function readBack(lines: Iterable<string>) {
  const output = await openModelOutput("scores.jsonl", () => textSource([...lines].join("\n")));
  if (output.kind !== "scores") throw new Error("expected scores");
  const sequences: ScoredSequence[] = [];
  for await (const sequence of tokenSequences("scores.jsonl", output)) sequences.push(sequence);
  return sequences;
}

const rowsOf = (rows: number, rowsPerSequence = rows) => ({ file: "base.npy", rows, rowsPerSequence });

test.each(["byte-level.json", "byte-fallback.json"])(
  "%s: the bytes and the scores of every token survive, those of parts of characters too",
  async (name) => {
    const vocabulary = await read(name);
    for (const { ids } of expected[name]!.texts) {
      const targets = Int32Array.from(ids);
      const surprise = Float64Array.from(ids, (_, row) => row / 7);
      const [sequence] = await readBack(scoreLines({ ...rowsOf(ids.length), targets }, surprise, vocabulary));
      expect(sequence!.name).toBe("sequence 0");
      expect(sequence!.scores.map(({ id }) => id)).toEqual(ids);
      expect(sequence!.scores.map(({ logProbability }) => 0 - logProbability!)).toEqual([...surprise]);
      expect(tokenBytes(sequence!)).toEqual(
        ids.map((id) => (vocabulary.isSpecial(id) ? new Uint8Array() : vocabulary.bytesOf(id))),
      );
    }
  },
);

test("the first token put in stands before what is scored; padding is left out, and special tokens without a score", async () => {
  const vocabulary = await read("byte-level.json");
  const special = vocabulary.size;
  const [a, b] = [65, 66];
  const rows = {
    ...rowsOf(6, 3),
    targets: Int32Array.of(a, special, -1, /**/ b, -2, -2),
    first: Int32Array.of(b, special),
  };
  const none = Number.NaN;
  const [one, other] = await readBack(
    scoreLines(rows, Float64Array.of(1, Infinity, none, /**/ none, none, none), vocabulary),
  );
  const found = (sequence: typeof one) =>
    sequence!.scores.map(({ id, logProbability }) => [id, logProbability]);
  expect(found(one)).toEqual([
    [b, undefined],
    [a, -1],
    [special, -Infinity],
  ]);
  expect([other!.name, found(other)]).toEqual(["sequence 1", [[b, undefined]]]);
});

test("a token that the vocabulary does not name is refused", async () => {
  const vocabulary = await read("byte-level.json");
  const lines = scoreLines({ ...rowsOf(1), targets: Int32Array.of(999) }, [1], vocabulary);
  expect(() => [...lines]).toThrow("base.npy: has a token 999 that the vocabulary does not name");
});
