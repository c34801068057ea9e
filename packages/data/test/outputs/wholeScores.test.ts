import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { textSource } from "../../src/byteSource.ts";
import { openModelOutput } from "../../src/openModelOutput.ts";
import { scoredUnit, type WholeScores, wholeScores } from "../../src/outputs/wholeScores.ts";

/** As lm-evaluation-harness itself writes them, and its metrics: reference/harness.py. */
const folder = join(import.meta.dirname, "../../../../reference/harness");
const { low } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));

async function wholesIn(text: string): Promise<WholeScores> {
  const output = await openModelOutput("x", () => textSource(text));
  if (output.kind !== "scores") throw new Error("expected scores");
  return wholeScores("x", output);
}

const written = (name: string) => readFileSync(join(folder, name), "utf8");
const samplesOf = (name: string) =>
  written(name)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

describe("samples as the harness writes them", () => {
  test("documents, divided by the words and bytes that the harness counts", async () => {
    const { unit, hasChoices, wholes } = await wholesIn(written("rolling-low.jsonl"));
    expect([unit, hasChoices, wholes.length]).toEqual(["document", false, 32]);
    const surprise = sum(wholes.map((whole) => whole.surprise));
    // A sum of 32 doubles is within 32·2⁻⁵³ of itself; e to it, below 3, is as much off three times, of a value below 10: 1.1e-13.
    expect(Math.exp(surprise / sum(wholes.map(({ words }) => words!)))).toBeCloseTo(
      low.rolling.word_perplexity,
      12,
    );
    expect(surprise / sum(wholes.map(({ bytes }) => bytes!)) / Math.LN2).toBeCloseTo(
      low.rolling.bits_per_byte,
      13,
    );
  });

  test("the right one of several continuations, with its bytes in UTF-8", async () => {
    const { unit, hasChoices, wholes } = await wholesIn(written("choices-low.jsonl"));
    expect([unit, hasChoices]).toEqual(["continuation", true]);
    expect(wholes.map(({ isRight }) => isRight)).toEqual(
      samplesOf("choices-low.jsonl").map(({ acc }) => acc === 1),
    );
    expect(sum(wholes.map(({ isGreedy }) => Number(isGreedy))) / 32).toBe(low.choices.exact_match);
    expect(wholes.find(({ text }) => text === " café")).toMatchObject({ bytes: 6 });
  });

  test("single continuations are right if they are greedy", async () => {
    const { hasChoices, wholes } = await wholesIn(written("last_word-low.jsonl"));
    expect(hasChoices).toBe(false);
    expect(sum(wholes.map(({ isRight }) => Number(isRight))) / 32).toBe(low.last_word.acc);
  });

  test("older versions wrote one list, with numbers as numbers and no hashes", async () => {
    const numbered = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(numbered);
      return value === "True" || value === "False" ? value === "True" : Number(value);
    };
    for (const name of ["choices-low.jsonl", "rolling-low.jsonl"]) {
      const older = samplesOf(name).map(({ doc_hash, prompt_hash, target_hash, ...sample }) => ({
        ...sample,
        target: name.startsWith("choices") ? Number(sample.target) : sample.target,
        arguments: Object.values(sample.arguments).map((one) => Object.values(one as object)),
        resps: numbered(sample.resps),
        filtered_resps: numbered(sample.filtered_resps),
      }));
      const bare = ({ wholes }: WholeScores) =>
        wholes.map(({ line, documentHash, promptHash, ...whole }) => whole);
      expect(bare(await wholesIn(JSON.stringify(older, undefined, 2)))).toEqual(
        bare(await wholesIn(written(name))),
      );
    }
  });
});

const choice = (target: unknown, more: object = {}) => ({
  doc_id: 7,
  target,
  arguments: [
    ["Ice is", " hot"],
    ["Ice is", " cold"],
  ],
  filtered_resps: [
    [-1, true],
    [-2, false],
  ],
  ...more,
});
const oneOf = async (...samples: object[]) =>
  wholesIn(samples.map((sample) => JSON.stringify(sample)).join("\n"));

test.each([
  ["an index", choice("1"), " cold"],
  ["an index in a list", choice("[1]"), " cold"],
  ["its text", choice("cold"), " cold"],
  ["an index, where acc agrees", choice(0, { acc: 1 }), " hot"],
  [
    "an index, where each is asked again without the question",
    choice("1", {
      arguments: [...choice("1").arguments, ["", " hot"], ["", " cold"]],
      filtered_resps: [
        [-1, false],
        [-2, false],
        [-0.5, false],
        [-0.25, false],
      ],
      acc: 0,
      acc_mutual_info: 1,
    }),
    " cold",
  ],
])("which continuation is right is told by %s", async (_, sample, text) => {
  expect((await oneOf(sample)).wholes).toEqual([expect.objectContaining({ text, isRight: text === " hot" })]);
});

const untold = "expected a task with one right answer, told by its number or its text";

test.each([
  [
    [choice("[0, 1]")],
    `x:1: does not tell which continuation of document 7 is right (target "[0, 1]"), ${untold}`,
  ],
  [[choice("2")], `x:1: does not tell which continuation of document 7 is right (target "2"), ${untold}`],
  [
    [choice("0", { acc: 0.25 })],
    `x:1: does not tell which continuation of document 7 is right (target "0", acc 0.25), ${untold}`,
  ],
  [
    [
      choice("it", {
        arguments: [
          ["hot", " it"],
          ["cold", " it"],
        ],
      }),
    ],
    `x:1: does not tell which continuation of document 7 is right (target "it"), ${untold}`,
  ],
  [[choice("0"), choice("0")], "x:2: has document 7 twice, expected the samples of one task and one filter"],
  [
    [choice("0"), { doc_id: 8, filtered_resps: [-3] }],
    "x:2: scores whole documents (document 8), expected choices between continuations",
  ],
  [
    [choice("0"), { tokens: [{ text: "a", logprob: -1 }] }],
    "x:2: scores tokens (line 2), expected choices between continuations",
  ],
  [
    [choice("0"), { doc_id: 8, filtered_resps: [[-3, true]] }],
    "x:2: scores single continuations (document 8), expected choices between continuations",
  ],
  [[{ doc_id: 8, filtered_resps: [-3, -4] }], "x:1: has 2 log-likelihoods of document 8, expected one"],
])("what is not one score a document is refused: %#", async (samples, message) => {
  await expect(oneOf(...samples)).rejects.toThrow(message);
});

test("what the harness divides by may be of another text than what was scored, as in wikitext", async () => {
  const scored = { doc_id: 0, arguments: [["né"]], filtered_resps: [-2] };
  const counted = { ...scored, doc_id: 1, word_perplexity: [-2, 5], byte_perplexity: [-2, 9] };
  const { wholes } = await oneOf(scored, counted);
  expect(wholes.map(({ words, bytes }) => [words, bytes])).toEqual([
    [undefined, 3],
    [5, 9],
  ]);
});

test("the unit is told by the first sequence, which is given out again", async () => {
  const output = await openModelOutput("x", () => textSource(written("rolling-low.jsonl")));
  if (output.kind !== "scores") throw new Error("expected scores");
  const { unit, output: again } = await scoredUnit(output);
  expect([unit, (await wholeScores("x", again)).wholes.length]).toEqual(["document", 32]);
});
