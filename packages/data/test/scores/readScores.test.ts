import { FormatError, openModelOutput, textSource } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { fixture, gathered, sequencesOf } from "../modelOutputs.ts";

const read = (name: string) => sequencesOf(fixture(name));
const values = (scores: readonly { logProbability: number | undefined }[]) =>
  scores.map(({ logProbability }) => logProbability);
const codes = (quirks: readonly { code: string; count: number }[]) =>
  Object.fromEntries(quirks.map(({ code, count }) => [code, count]));

test("OpenAI chat: tokens with bytes, alternatives, −9999 for one that is not listed", async () => {
  const [chat, ...others] = await read("openai-chat.json");
  expect(others).toEqual([]);
  expect(chat).toMatchObject({
    format: "OpenAI chat",
    model: "gpt-4o-mini-2024-07-18",
    unit: "token",
    line: 1,
  });
  expect(values(chat!.scores)).toEqual([-0.31725305, 0, undefined, -2.1008714e-6, -0.12692805]);
  expect(chat!.scores[1]!.top).toEqual([
    { text: "á", bytes: new Uint8Array([195, 161]), logProbability: 0 },
    { text: "ga", bytes: new Uint8Array([103, 97]), logProbability: -18.25 },
  ]);
  const bytes = chat!.scores.flatMap((score) => [...score.bytes!]);
  expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe("Olá 🍉!");
  expect(codes(chat!.quirks)).toEqual({ sentinel: 1, notListed: 1, bytesDiffer: 2 });
});

test("OpenAI chat: the tokens of a refusal", async () => {
  const refusal = [{ token: "No", logprob: -0.5, bytes: [78, 111], top_logprobs: [] }];
  const [chat] = await sequencesOf(JSON.stringify({ choices: [{ logprobs: { content: null, refusal } }] }));
  expect(values(chat!.scores)).toEqual([-0.5]);
});

test("OpenAI completions: one sequence a choice, the first token unscored, bytes as text", async () => {
  const [first, second] = await read("openai-completions.json");
  expect(first).toMatchObject({ format: "OpenAI completions", name: "cmpl-1, choice 0" });
  expect(values(first!.scores)).toEqual([undefined, -9.121523, -2.875, -4.5]);
  expect(first!.scores[1]!.top[2]).toEqual({ text: " cat", logProbability: -9.121523 });
  expect(first!.scores[3]!.bytes).toEqual(new Uint8Array([0xe2, 0x80]));
  expect(codes(first!.quirks)).toEqual({ unscored: 1, bytesInText: 1, notListed: 1 });
  expect(second!.name).toBe("cmpl-1, choice 1");
  expect(values(second!.scores)).toEqual([undefined, -6.5]);
});

test("the sampled token first, as vLLM writes completions and chat: alternatives stand likeliest first", async () => {
  const listed = { c: -3, unlikely: -2.5, ruled: -9999, one: -1, other: -1 };
  const order = ["one", "other", "unlikely", "c", "ruled"];
  const chat = Object.entries(listed).map(([token, logprob]) => ({ token, logprob }));
  const read = await Promise.all(
    [
      { choices: [{ logprobs: { tokens: ["c"], token_logprobs: [-3], top_logprobs: [listed] } }] },
      { choices: [{ logprobs: { content: [{ ...chat[0], top_logprobs: chat }] } }] },
      {
        tokens: [
          { text: "c", logprob: -3, top: chat.map(({ token, logprob }) => ({ text: token, logprob })) },
        ],
      },
    ].map((response) => sequencesOf(JSON.stringify(response))),
  );
  for (const [sequence] of read) expect(sequence!.scores[0]!.top.map(({ text }) => text)).toEqual(order);
});

test("OpenAI batches: a line is a response, named by its custom_id", async () => {
  const sequences = await read("openai-batch.jsonl");
  expect(sequences.map(({ name, request }) => [name, request])).toEqual([
    ["first", "first"],
    ["second", "second"],
  ]);
  expect(sequences.map(({ line, scores }) => [line, ...values(scores)])).toEqual([
    [1, -0.25],
    [2, -1.5],
  ]);
});

test("OpenAI responses", async () => {
  const [response] = await read("openai-responses.json");
  expect(response).toMatchObject({ format: "OpenAI responses", model: "gpt-4.1" });
  expect(values(response!.scores)).toEqual([-0.625]);
});

describe("vLLM prompt_logprobs", () => {
  test("the token that came is the first of each object, whatever its id and rank", async () => {
    const [prompt] = await read("vllm-completions.json");
    expect(prompt).toMatchObject({ format: "vLLM prompt_logprobs", name: "cmpl-9, prompt" });
    expect(prompt!.scores.map(({ id, text, rank }) => [id, text, rank])).toEqual([
      [undefined, "", undefined],
      [8415, " cat", 112],
      [7731, " sat", 1],
      [389, " on", 90311],
    ]);
    expect(values(prompt!.scores)).toEqual([undefined, -6.4375, -1.75, undefined]);
    expect(prompt!.scores.map(({ top }) => top.map(({ id }) => id))).toEqual([
      [],
      [1176, 1890],
      [7731, 374],
      [323, 11],
    ]);
    expect(codes(prompt!.quirks)).toMatchObject({ unscored: 1, sentinel: 1 });
  });

  test("prompt_token_ids say which it is; where order was lost, a rank beyond the list does, and else nothing", async () => {
    const entry = (logprob: number, rank: number) => ({ logprob, rank, decoded_token: `t${rank}` });
    const place = { 5: entry(-1, 1), 7: entry(-2, 2), 9: entry(-6, 40) };
    const within = { 5: entry(-1, 1), 7: entry(-2, 2) };
    const prompt_logprobs = [null, place, place, within, place, within];
    const ids = (scores: readonly { id?: number }[]) => scores.map(({ id }) => id);
    const [lost] = await sequencesOf(JSON.stringify({ prompt_logprobs }));
    expect(ids(lost!.scores)).toEqual([undefined, 9, 9, undefined, 9, undefined]);
    expect(codes(lost!.quirks).notIdentified).toBe(2);
    const [told] = await sequencesOf(
      JSON.stringify({ prompt_logprobs, prompt_token_ids: [1, 9, 7, 7, 9, 5] }),
    );
    expect(ids(told!.scores)).toEqual([1, 9, 7, 7, 9, 5]);
    expect(values(told!.scores)).toEqual([undefined, -6, -2, -2, -6, -1]);
  });
});

test("vLLM prompt_logprobs that are plain numbers, as its first versions wrote them", async () => {
  const [prompt] = await read("vllm-flat.json");
  expect(prompt!.scores.map(({ id }) => id)).toEqual([undefined, 8415, 7731, 389]);
  expect(values(prompt!.scores)).toEqual([undefined, -6.4375, -1.75, -3.25]);
  expect(values(prompt!.scores[1]!.top)).toEqual([-2.5, -6.4375]);
  expect(codes(prompt!.quirks)).toMatchObject({ unscored: 1, idInText: 3 });
});

test("of plain numbers that stand likeliest first everywhere nothing says which came, but their number or ids", async () => {
  // As text: JavaScript would put numbers in order.
  const place = '{"5": -1, "3": -2}';
  const idsOf = async (places: string, ids = "null") => {
    const [prompt] = await sequencesOf(`{"prompt_logprobs": [${places}], "prompt_token_ids": ${ids}}`);
    return prompt!.scores.map(({ id }) => id);
  };
  expect(await idsOf(`${place}, ${place}, {"5": -1}`)).toEqual([undefined, undefined, 5]);
  expect(await idsOf(`${place}, {"9": -3, "5": -1}`)).toEqual([5, 9]);
  expect(await idsOf(`${place}, ${place}`, "[3, 5]")).toEqual([3, 5]);
});

describe("llama.cpp server", () => {
  test("log-probabilities, with the lowest single for probability 0", async () => {
    const [answer] = await read("llama-server.json");
    expect(answer).toMatchObject({ format: "llama.cpp server", model: "llama-3.2-1b" });
    expect(answer!.scores[0]!.top.map(({ id, logProbability }) => [id, logProbability])).toEqual([
      [6437, -0.7341],
      [279, -1.9017],
      [128255, -Infinity],
    ]);
    expect(codes(answer!.quirks)).toEqual({ zeroProbability: 1 });
  });

  test("probabilities after the sampler are told apart, of today and of 2024", async () => {
    for (const [name, p, q] of [
      ["llama-server-sampled.json", 0.75, 0.25],
      ["llama-server-2024.json", 0.5, 0.25],
    ] as const) {
      const [answer] = await read(name);
      expect(answer!.scores[0]!.logProbability).toBe(Math.log(p));
      expect(values(answer!.scores[0]!.top)).toEqual([Math.log(p), Math.log(q)]);
      expect(codes(answer!.quirks)).toEqual({ afterSampling: 1 });
    }
  });
});

describe("lm-evaluation-harness", () => {
  test("samples: one score a continuation, as text or as number", async () => {
    const samples = await read("lm-eval.jsonl");
    expect(
      samples.map(({ name, unit, scores }) => [name, unit, scores.map(({ text }) => text), values(scores)]),
    ).toEqual([
      ["document 0", "continuation", [" hot", " cold"], [-1.3125, -7.4375]],
      ["document 1", "continuation", [" hot", " cold"], [-6.25, -0.875]],
    ]);
  });

  test("rolling: one score a document", async () => {
    const [sample] = await read("lm-eval-rolling.jsonl");
    expect(sample).toMatchObject({ unit: "document", format: "lm-evaluation-harness" });
    expect(sample!.scores).toEqual([
      { text: "Homarus gammarus is a large crustacean.", logProbability: -41.59375, top: [] },
    ]);
  });

  test("generated text has no log-likelihood", async () => {
    const sample = { doc_id: 0, arguments: [["q"]], resps: [["a"]], filtered_resps: ["a"] };
    await expect(sequencesOf(JSON.stringify(sample))).rejects.toThrow(
      'x:1:67: filtered_resps[0] is "a", expected a log-likelihood, at most 0',
    );
  });
});

test("the plain form, line by line; blank lines are left out", async () => {
  const [first, second] = await read("plain.jsonl");
  expect(first).toMatchObject({ format: "plain", name: "first", line: 1 });
  expect(values(first!.scores)).toEqual([undefined, -1.5040773967762742, -0.2231435513142097]);
  expect(first!.scores[1]).toMatchObject({ id: 433, top: [{ id: 433 }, { id: 568 }] });
  expect(second).toMatchObject({ name: "second", line: 3 });
  expect(codes(second!.quirks)).toEqual({ lossyText: 1 });
});

test("a request of a batch that failed is named, and the others are read", async () => {
  const body = {
    object: "chat.completion",
    choices: [{ logprobs: { content: [{ token: "a", logprob: -1, bytes: [97] }] } }],
  };
  const line = (custom_id: string, response: object | null, error: object | null = null) =>
    JSON.stringify({ id: "b", custom_id, response, error });
  const text = [
    line("r0", null, { message: "expired" }),
    line("r1", { status_code: 200, body }),
    line("r2", { status_code: 400, body: { error: { message: "too long" } } }),
  ].join("\n");
  const read = await sequencesOf(text);
  expect(read.map(({ name, line, scores, quirks }) => [name, line, scores.length, codes(quirks)])).toEqual([
    ["r0", 1, 0, { failed: 1 }],
    ["r1", 2, 1, {}],
    ["r2", 3, 0, { failed: 1 }],
  ]);
});

describe("what is peculiar is named", () => {
  const plain = (...logprobs: number[]) =>
    JSON.stringify({ tokens: logprobs.map((logprob) => ({ text: "a", logprob })) });
  const quirksOf = async (text: string) => codes((await sequencesOf(text))[0]!.quirks);

  test("zeros in every place are placeholders, and unknown", async () => {
    const [sequence] = await sequencesOf(plain(0, 0, 0));
    expect(codes(sequence!.quirks)).toEqual({ placeholder: 3 });
    expect(values(sequence!.scores)).toEqual([undefined, undefined, undefined]);
    expect(values((await sequencesOf(plain(0, -1, 0)))[0]!.scores)).toEqual([0, -1, 0]);
  });

  test("a zero whose alternatives have mass is a placeholder; one whose have none is certainty", async () => {
    const token = (logprob: number) => ({
      tokens: [{ text: "a", logprob: 0, top: [{ text: "b", logprob }] }],
    });
    expect(await quirksOf(JSON.stringify(token(-1)))).toEqual({ placeholder: 1, notListed: 1 });
    expect(await quirksOf(JSON.stringify(token(-20)))).toEqual({ notListed: 1 });
  });

  test("a log-probability that its own list contradicts, by another value or by what the others leave", async () => {
    const quirksBeside = async (logprob: number, ...top: [string, number][]) => {
      const list = top.map(([text, logprob]) => ({ text, logprob }));
      return quirksOf(JSON.stringify({ tokens: [{ text: "a", logprob, top: list }] }));
    };
    expect(await quirksBeside(-1, ["a", -1.2], ["b", -0.7])).toEqual({ contradicted: 1 });
    expect(await quirksBeside(0, ["a", -1.2], ["b", -0.7])).toEqual({ contradicted: 1 });
    expect(await quirksBeside(-1, ["a", -1.0001], ["b", -0.7])).toEqual({});
    // Others have ½ and ¼; what came has more than ¼.
    expect(await quirksBeside(-1.3, ["b", -Math.LN2], ["c", -2 * Math.LN2])).toEqual({
      ...{ notListed: 1, contradicted: 1 },
    });
    expect(await quirksBeside(-1, ["a", -1.2], ["a", -1])).toEqual({ duplicates: 1 });
    expect(await quirksBeside(-1.4, ["b", -Math.LN2], ["c", -2 * Math.LN2])).toEqual({ notListed: 1 });
  });

  test("rounding, by the decimals there are", async () => {
    const rounded = [-0.12, -1.5, -2.25, -3.01, -0.4, -0.07, -9.12, -0.33];
    const [sequence] = await sequencesOf(plain(...rounded));
    expect(sequence!.quirks).toEqual([{ code: "rounded", count: 8, first: 0, decimals: 2 }]);
    expect(await quirksOf(plain(...rounded, -0.123456789))).toEqual({});
  });

  test("lists that sum to more than 1, and twins in them", async () => {
    const top = [
      { text: "a", logprob: -0.1 },
      { text: "b", logprob: -0.2 },
      { text: "b", logprob: -9 },
    ];
    expect(await quirksOf(JSON.stringify({ tokens: [{ text: "a", logprob: -0.1, top }] }))).toEqual({
      duplicates: 1,
      excess: 1,
    });
  });

  test("a log-probability above 0 by rounding is 0; by more it is refused", async () => {
    const [sequence] = await sequencesOf(plain(1e-7, -1));
    expect(values(sequence!.scores)).toEqual([0, -1]);
    expect(codes(sequence!.quirks)).toEqual({ aboveZero: 1 });
    await expect(sequencesOf(plain(-1, 0.5))).rejects.toThrow(
      "x:1:60: tokens[1].logprob is 0.5, expected a log-probability, at most 0",
    );
  });

  test("an id in the place of a text, and the blanks of a vocabulary", async () => {
    const tokens = ["token_id:42", "▁the", "▁cat"].map((text) => ({ text, logprob: -1 }));
    const [sequence] = await sequencesOf(JSON.stringify({ tokens }));
    expect(sequence!.scores[0]!.id).toBe(42);
    expect(codes(sequence!.quirks)).toEqual({ idInText: 1, blankMarks: 2 });
  });
});

describe("what cannot be used is refused with line and column", () => {
  test.each([
    ["", "x: holds nothing"],
    ["{}", "x:1:1: the value is an object, expected log-probabilities as OpenAI"],
    ["[]", "x:1:1: the value is a list, expected at least one record"],
    ['{"choices": [{"logprobs": null}]}', "x:1:13: choices is a list, expected log-probabilities as OpenAI"],
    [
      '{"tokens": [{"text": "a"}]}',
      "x:1:13: tokens[0].logprob is missing, expected a log-probability, or null",
    ],
    ['{"tokens": [{"text": "a", "logprob": NaN}]}', "x:1:38: tokens[0].logprob is NaN"],
    [
      '{"tokens": [{"text": "a", "logprob": "-1"}]}',
      'x:1:38: tokens[0].logprob is "-1", expected a log-probability',
    ],
    [
      '{"tokens": [{"text": "a", "logprob": -1, "bytes": [256]}]}',
      "x:1:52: tokens[0].bytes[0] is 256, expected a whole number from 0 to 255",
    ],
    ['{"tokens": []}\n{"tokens": [}', "x:2:13: found }, expected a JSON value"],
    ['{\n"tokens": [\n{"text": 3, "logprob": 0}]}', "x:3:10: tokens[0].text is 3, expected a string"],
    [
      '{"choices": [{"logprobs": {"tokens": ["a"], "token_logprobs": []}}]}',
      "choices[0].logprobs.token_logprobs is a list, expected 1 entries, one for each token",
    ],
    [
      '{"choices": [{"logprobs": {"content": [{"token": "a", "log_prob": -1}]}}]}',
      "x:1:40: choices[0].logprobs.content[0].logprob is missing, expected a log-probability, or null",
    ],
    [
      '{"choices": [{"logprobs": {"content": [{"token": "a", "logprob": -1, "top_logprobs": [{"token": "b"}]}]}}]}',
      "choices[0].logprobs.content[0].top_logprobs[0].logprob is missing",
    ],
    [
      '{"completion_probabilities": [{"token": "a", "top_probs": []}]}',
      "completion_probabilities[0].prob is missing, expected a probability, or null",
    ],
    [
      '{"prompt_logprobs": [null, {"5": {"log_prob": -1}}]}',
      "prompt_logprobs[1].5.logprob is missing, expected a log-probability, or null",
    ],
    ['{"prompt_logprobs": [{"5": "-1"}]}', 'is "-1", expected a log-probability'],
    ['{"prompt_logprobs": [{"x": {}}]}', "prompt_logprobs[0].x is an object, expected the id of a token"],
  ])("%j", async (text, message) => {
    const fault = await sequencesOf(text).catch((error) => error);
    expect(fault).toBeInstanceOf(FormatError);
    expect(fault.message).toContain(message);
  });

  test("bytes that are not UTF-8", async () => {
    await expect(sequencesOf(new Uint8Array([0x7b, 0x22, 0xff]))).rejects.toThrow(/byte 2 /);
  });
});

test("standard input is read line by line; an array cannot come from there", async () => {
  const from = async (bytes: Uint8Array | string) => {
    const { chunks } = textSource("");
    const source = {
      chunks:
        typeof bytes === "string"
          ? textSource(bytes).chunks
          : async function* () {
              yield bytes;
            },
    };
    expect(chunks).toBeDefined();
    const output = await openModelOutput("-", () => source);
    if (output.kind !== "scores") throw new Error("the test expected scores");
    return gathered(output.sequences());
  };
  expect((await from('{"tokens": []}\n{"tokens": []}')).map(({ line }) => line)).toEqual([1, 2]);
  await expect(from(fixture("f4.npy"))).rejects.toThrow(
    "standard input: can be read from front to back only, expected a file on disk",
  );
});
