import { expect, test } from "vitest";
import { fixture, sequencesOf } from "../modelOutputs.ts";

const read = (name: string) => sequencesOf(fixture(name));
const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join("\n");
const recordsOf = (name: string): Record<string, unknown>[] =>
  new TextDecoder()
    .decode(fixture(name))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const told = (sequences: Awaited<ReturnType<typeof sequencesOf>>) =>
  sequences.map(({ name, line, scores }) => [name, line, ...scores.map(({ text }) => text)]);

test("chunks of one id and choice are one sequence, however they alternate; the first and the last have no log-probabilities", async () => {
  const sequences = await read("openai-stream.jsonl");
  expect(told(sequences)).toEqual([
    ["chatcmpl-7, choice 1", 2, "No", "."],
    ["chatcmpl-7", 1, "un", "believ", "able", " things"],
  ]);
  expect(sequences[1]).toMatchObject({
    format: "OpenAI chat",
    model: "gpt-4o-mini-2024-07-18",
    unit: "token",
  });
  expect(sequences[1]!.scores.map(({ logProbability }) => logProbability)).toEqual([
    -1.25, -0.75, -0.0625, -2.125,
  ]);
});

test("a stream is read as the same answer whole is, quirks and all", async () => {
  const values = [-0.12, -1.5, 1e-7, -9999, -0.4, -0.07, -9.12, -0.33, -2.25, -3.01];
  const content = values.map((logprob, i) => ({ token: `t${i}`, logprob, top_logprobs: [] }));
  const chunk = (logprobs: object | null, finish_reason: string | null = null) => ({
    ...{ id: "a", object: "chat.completion.chunk" },
    choices: [{ index: 0, delta: { content: "t" }, logprobs, finish_reason }],
  });
  const chunks = [chunk(null), ...content.map((token) => chunk({ content: [token] })), chunk(null, "stop")];
  const [streamed, ...others] = await sequencesOf(lines(chunks));
  const [whole] = await sequencesOf(JSON.stringify({ id: "a", choices: [{ logprobs: { content } }] }));
  expect(others).toEqual([]);
  expect(streamed).toEqual(whole);
  expect(streamed!.quirks.map(({ code }) => code)).toEqual(["aboveZero", "sentinel", "rounded"]);
  expect((await sequencesOf(JSON.stringify(chunks)))[0]!.scores).toEqual(whole!.scores);
});

test("pieces of completions are told from wholes by their open end", async () => {
  const pieces = recordsOf("openai-completions-stream.jsonl");
  expect(told(await sequencesOf(lines(pieces)))).toEqual([["cmpl-3", 1, " sat", " on", " it"]]);
  const whole = pieces.at(-1)!;
  expect(told(await sequencesOf(lines([whole, whole])))).toEqual([
    ["cmpl-3", 1, " it"],
    ["cmpl-3", 2, " it"],
  ]);
});

test("answers that follow one another, one cut off: it comes last, and in between what a filter says", async () => {
  const [first, second, last] = recordsOf("openai-completions-stream.jsonl");
  const others = [first, second, last].map((record) => ({ ...record, id: "cmpl-4" }));
  const filtered = { id: "", object: "", choices: [], prompt_filter_results: [] };
  expect(told(await sequencesOf(lines([filtered, first!, second!, ...others])))).toEqual([
    ["cmpl-4", 4, " sat", " on", " it"],
    ["cmpl-3", 2, " sat", " on"],
  ]);
});

test("llama.cpp's server: pieces of a slot until it stops, or begins to count anew", async () => {
  const pieces = recordsOf("llama-server-stream.jsonl");
  expect(told(await sequencesOf(lines([...pieces, ...pieces])))).toEqual([
    ["line 1", 1, " blue", "."],
    ["line 4", 4, " blue", "."],
  ]);
  const cut = pieces.slice(0, 2);
  const other = pieces.map((piece) => ({ ...piece, id_slot: 1 }));
  const [one, two] = [cut[0]!, cut[1]!];
  expect(told(await sequencesOf(lines([one, other[0]!, two, other[1]!, other[2]!, ...cut])))).toEqual([
    ["line 2", 2, " blue", "."],
    ["line 1", 1, " blue", "."],
    ["line 6", 6, " blue", "."],
  ]);
});

test("a count of tokens that cannot be is no other answer", async () => {
  const [first, ...others] = recordsOf("llama-server-stream.jsonl");
  const strange = { ...first, tokens_predicted: -1 };
  expect(told(await sequencesOf(lines([strange, ...others])))).toEqual([["line 1", 1, " blue", "."]]);
});

test("in 2024 its last piece had all tokens once more", async () => {
  const piece = (content: string, stop: boolean, ...texts: string[]) => ({
    ...{ content, stop, id_slot: 0 },
    completion_probabilities: texts.map((text) => ({
      content: text,
      probs: [{ tok_str: text, prob: 0.5 }],
    })),
  });
  const pieces = [piece("a", false, "a"), piece("b", false, "b"), piece("", true, "a", "b")];
  expect(told(await sequencesOf(lines(pieces)))).toEqual([["line 1", 1, "a", "b"]]);
});

test.each([
  [
    "OpenAI",
    {
      id: "a",
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta: { content: "x" }, logprobs: null }],
    },
    "x:2:101: choices[0].logprobs is null, expected log-probabilities as OpenAI",
  ],
  [
    "llama.cpp",
    { content: "x", stop: false },
    "x:2:1: completion_probabilities is missing, expected log-pro",
  ],
])("text without log-probabilities is refused where it stands: %s", async (_, piece, message) => {
  const empty = JSON.parse(JSON.stringify(piece).replace('"x"', '""'));
  await expect(sequencesOf(lines([empty, piece]))).rejects.toThrow(message);
  expect(told(await sequencesOf(lines([empty])))).toEqual([[expect.any(String), 1]]);
});
