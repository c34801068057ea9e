import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { inFolder, surprisal } from "./surprisal.ts";

/** Written by NumPy, safetensors, and after the layouts of the others: reference/modelOutputs.py. */
const cwd = join(import.meta.dirname, "../../../reference/modelOutputs");

const inspect = (...words: string[]) => surprisal(["inspect", ...words], { cwd });
const inspected = async (file: string) => JSON.parse((await inspect(file, "--json")).stdout);

test("arrays: names, types, shapes, and rows that are no distribution", async () => {
  expect(await inspect("stored.npz")).toEqual({
    code: 0,
    stderr: "",
    stdout: `stored.npz: arrays of NumPy, 210 bytes of numbers

  array    type  shape   bytes
  logits   f16   7 × 11    154  7 rows over 11, logits
  targets  i64   7          56
Note: logits: row 0 is no distribution: +∞
`,
  });
});

test("compressed rows are read from the front until one can be measured", async () => {
  const { stdout } = await inspect("deflated.npz");
  expect(stdout).toMatch(/7 rows over 11, logits, compressed\n/);
  expect(stdout).toMatch(
    /Note: logits: row 0 is no distribution: \+∞\nNote: logits: row 1 is no distribution: NaN\n$/,
  );
});

test("a base file of llama.cpp: windows, rows, and how fine it is", async () => {
  const { stdout } = await inspect("base.kld");
  expect(stdout).toMatch(/^base.kld: a base file of llama.cpp, 1304 bytes\n/);
  expect(stdout).toMatch(/windows +3, of 12 tokens\n/);
  expect(stdout).toMatch(/rows +15: of each window, the 5 behind token 7\n/);
  // 16/65535 nats, and 16/ln 2 bits.
  expect(stdout).toMatch(/step +0.000244 nats \(0.000352 bits\) at most/);
  expect(stdout).toMatch(/cut +16 nats \(23.1 bits\) below the likeliest/);
});

describe("--json", () => {
  test("of arrays", async () => {
    const { file, kind, format, arrays } = await inspected("tensors.safetensors");
    expect({ file, kind, format }).toEqual({
      file: "tensors.safetensors",
      kind: "arrays",
      format: "safetensors",
    });
    expect(arrays.find(({ name }: { name: string }) => name === "logits.bf16")).toEqual({
      name: "logits.bf16",
      source: "tensors.safetensors",
      type: "bf16",
      bigEndian: false,
      shape: [7, 11],
      bytes: 154,
      compressed: false,
      rows: 7,
      vocabulary: 11,
      sample: { rows: 3, are: "logits", faults: [{ row: 0, fault: "+∞" }] },
    });
  });

  test("of an index, over its shards", async () => {
    const { arrays } = await inspected("logits.safetensors.index.json");
    expect(
      arrays.map(({ name, source }: { name: string; source: string }) => [name, source.slice(7, 12)]),
    ).toEqual([
      ["first", "00001"],
      ["second", "00002"],
      ["third", "00002"],
    ]);
  });

  test("of answers in pieces, which are put together", async () => {
    expect(await inspected("openai-stream.jsonl")).toMatchObject({ sequences: 2, scores: 6 });
    expect(await inspected("openai-completions-stream.jsonl")).toMatchObject({ sequences: 1, scores: 3 });
    expect(await inspected("llama-server-stream.jsonl")).toMatchObject({ sequences: 1, scores: 2 });
  });

  test("of log-probabilities", async () => {
    expect(await inspected("openai-chat.json")).toMatchObject({
      kind: "scores",
      formats: { "OpenAI chat": 1 },
      models: ["gpt-4o-mini-2024-07-18"],
      sequences: 1,
      scores: 5,
      scored: 4,
      alternatives: 2,
    });
    const { quirks } = await inspected("vllm-completions.json");
    expect(quirks).toContainEqual({
      code: "sentinel",
      count: 1,
      first: { line: 1, sequence: "cmpl-9, prompt", index: 3 },
    });
  });
});

test("normalised rows are log-probabilities", async () => {
  const row = [0.5, 0.25, 0.125, 0.125].map(Math.log);
  const file = npy(Float64Array.from(row), [1, 4]);
  await inFolder({ "x.npy": file }, async (cwd) => {
    const { stdout } = await surprisal(["inspect", "x.npy"], { cwd });
    expect(stdout).toContain("1 row over 4, log-probabilities");
  });
});

test("- is standard input, for JSON only", async () => {
  const input = readFileSync(join(cwd, "lm-eval.jsonl"), "utf8");
  const { code, stdout } = await surprisal(["inspect", "-"], { input });
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^standard input: .* lm-evaluation-harness\n.*\n +continuations +4\n/),
  ]);
  expect(await surprisal(["inspect", "-"], { input: "PK\x03\x04" })).toMatchObject({
    code: 1,
    stderr:
      "surprisal inspect: standard input: can be read from front to back only, expected a file on disk\n",
  });
});

describe("exit code 1, with the place and what to do", () => {
  test.each([
    [
      "fortran.npy",
      "fortran.npy: byte 10 is in Fortran order, which scatters a row over the whole file, expected C order\nHint: save numpy.ascontiguousarray(x) instead\n",
    ],
    ["none.npy", "none.npy: does not exist, expected a file\n"],
    [
      "expected.json",
      "expected.json:1:1: the value is an object, expected log-probabilities as OpenAI, vLLM, llama.cpp and lm-evaluation-harness write them, or the plain form\n",
    ],
  ])("%s", async (file, message) => {
    expect(await inspect(file)).toEqual({ code: 1, stdout: "", stderr: `surprisal inspect: ${message}` });
  });
});
