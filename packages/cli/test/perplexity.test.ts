import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const reference = join(import.meta.dirname, "../../../reference");
/** By NumPy and SciPy, from the same files: reference/twoModels.py. */
const { alone, entropyOfBaseBySequences } = JSON.parse(
  readFileSync(join(reference, "twoModels/expected.json"), "utf8"),
);
const twoModels = join(reference, "twoModels");
const modelOutputs = join(reference, "modelOutputs");

const measured = async (cwd: string, ...words: string[]) =>
  JSON.parse((await surprisal(["perplexity", ...words, "--unit", "nats", "--json"], { cwd })).stdout);

describe("of one model, as NumPy and SciPy have it", () => {
  test.each([
    ["base.npy", twoModels, ["--targets", "targets.npy", "--ignore", "0"]],
    ["far.npy", twoModels, ["--targets", "targets.npy", "--ignore", "0"]],
    ["base.kld", modelOutputs, []],
    ["stored.npz", modelOutputs, []],
  ])("%s", async (file, cwd, words) => {
    const found = await measured(cwd, file, ...words);
    const rate = (k: number) => found.topRates.find((entry: { k: number }) => entry.k === k).rate.value;
    const { perplexity, ...expected } = alone[file];
    expect(found.tokensScored).toBe(expected.tokensScored);
    // A row is within 1e-6 of float64; a perplexity is as many times e^(1e-6) off at most.
    expect(found.perplexity.value / perplexity).toBeCloseTo(1, 5);
    expect(found.surprisePerToken.value).toBeCloseTo(expected.surprise, 5);
    expect(found.entropy.value).toBeCloseTo(expected.entropy, 5);
    expect(found.medianRank.value).toBe(expected.medianRank);
    expect(found.reciprocalRank.value).toBeCloseTo(expected.reciprocalRank, 12);
    expect([rate(1), rate(5)]).toEqual([expected.top1, expected.top5]);
    expect(found.card.tokensScored).toBe(expected.tokensScored);
  });

  test("whole sequences are resampled where there are enough, and give NumPy's interval", async () => {
    const { entropy } = await measured(twoModels, "base.npy");
    const [low, high] = entropyOfBaseBySequences;
    expect(entropy.dependence).toBe("clusters");
    // Ends by a thousand resamples are known to a few per cent of the width.
    expect(Math.abs(entropy.low - low)).toBeLessThan(0.08 * (high - low));
    expect(Math.abs(entropy.high - high)).toBeLessThan(0.08 * (high - low));
    const single = await measured(twoModels, "base.npy", "--resample", "tokens");
    expect(single.entropy.dependence).toBe("independent");
    expect(single.entropy.high - single.entropy.low).toBeLessThan(entropy.high - entropy.low);
  });

  test("a higher --level is a wider interval", async () => {
    const [usual, wide] = [
      await measured(twoModels, "base.npy"),
      await measured(twoModels, "base.npy", "--level", "0.99"),
    ];
    expect(wide.entropy.level).toBe(0.99);
    expect(wide.entropy.low).toBeLessThan(usual.entropy.low);
    expect(wide.entropy.high).toBeGreaterThan(usual.entropy.high);
  });
});

test("targets as NumPy saves them, as JSON and as text are the same", async () => {
  const file = readFileSync(join(twoModels, "targets.npy")).subarray(128);
  const view = new DataView(file.buffer, file.byteOffset);
  const targets = Array.from({ length: 144 }, (_, i) => Number(view.getBigInt64(8 * i, true)));
  const sequences = Array.from({ length: 24 }, (_, i) => targets.slice(6 * i, 6 * i + 6));
  const files = {
    "t.json": JSON.stringify(sequences),
    "flat.json": JSON.stringify(targets),
    "t.txt": targets.join("\n"),
    "t.csv": sequences.join("\n"),
  };
  await inFolder(files, async (folder) => {
    const { targets: _, ...expected } = await measured(twoModels, "base.npy", "--targets", "targets.npy");
    for (const name of Object.keys(files)) {
      const found = await measured(twoModels, "base.npy", "--targets", join(folder, name));
      expect(found).toEqual({ ...expected, targets: join(folder, name) });
    }
  });
});

test("--shift scores each row by the token put in after its own, and the last of a sequence by none", async () => {
  const [header, tokens] = [128, 144];
  const given = readFileSync(join(twoModels, "targets.npy"));
  const [putIn, came] = [Buffer.from(given), Buffer.from(given)];
  for (let row = 0; row < tokens; row++) {
    const isLast = row % 6 === 5;
    if (isLast) came.writeBigInt64LE(-100n, header + 8 * row);
    else putIn.writeBigInt64LE(given.readBigInt64LE(header + 8 * row), header + 8 * (row + 1));
    if (row % 6 === 0) putIn.writeBigInt64LE(7n, header + 8 * row);
  }
  const files = { "base.npy": readFileSync(join(twoModels, "base.npy")), "in.npy": putIn, "came.npy": came };
  await inFolder(files, async (cwd) => {
    const { targets, entropy, ...shifted } = await measured(
      cwd,
      "base.npy",
      "--targets",
      "in.npy",
      "--shift",
    );
    const {
      targets: _,
      entropy: ofFewer,
      padding,
      ...plain
    } = await measured(cwd, "base.npy", "--targets", "came.npy");
    expect(shifted).toEqual(plain);
    expect([shifted.tokensScored, targets]).toEqual([120, "in.npy, shifted"]);
    // What comes last is a row like any other, after which nothing is known to have come; padding is none.
    expect([shifted.padding, padding]).toEqual([undefined, 24]);
    expect(entropy.value).not.toBe(ofFewer.value);
  });
});

test("with a vocabulary, the surprise a byte; what marks something is no text", async () => {
  const pieces = ["Ġa", "bb", "Ċ", "c", "d", "e", "f", "g", "h"];
  const model = { vocab: Object.fromEntries(pieces.map((piece, token) => [piece, token])) };
  const added = [{ id: 5, content: "<|end|>", special: true }];
  const tokenizer = { added_tokens: added, decoder: { type: "ByteLevel" }, model };
  const words = ["base.npy", "--targets", "targets.npy", "--ignore", "0", "--vocabulary"];
  await inFolder({ "t.json": JSON.stringify(tokenizer) }, async (folder) => {
    const { surprisePerToken, surprisePerByte, tokensScored } = await measured(
      twoModels,
      ...words,
      join(folder, "t.json"),
    );
    const given = readFileSync(join(twoModels, "targets.npy"));
    const targets = Array.from({ length: 144 }, (_, row) => Number(given.readBigInt64LE(128 + 8 * row)));
    const lengths = [2, 2, 1, 1, 1, 0, 1, 1, 1];
    // 0 is ignored.
    const bytes = targets.reduce((sum, token) => sum + (token === 0 ? 0 : lengths[token]!), 0);
    expect(surprisePerByte.value).toBeCloseTo((surprisePerToken.value * tokensScored) / bytes, 12);
  });
});

test("log-probabilities of tokens: their mean, over tokens and over bytes", async () => {
  const tokens = [-0.5, -1.5, null, -4].map((logprob, i) => ({ text: "añb".slice(0, i + 1), logprob }));
  await inFolder({ "t.jsonl": `${JSON.stringify({ tokens })}\n` }, async (cwd) => {
    const found = await measured(cwd, "t.jsonl");
    expect(found.tokensScored).toBe(3);
    expect(found.surprisePerToken.value).toBeCloseTo(6 / 3, 12);
    expect(found.perplexity.value).toBeCloseTo(Math.exp(2), 12);
    // "a", "añ" and "añb" have 1, 3 and 4 bytes.
    expect(found.surprisePerByte.value).toBeCloseTo(6 / 8, 12);
  });
});

test("a base file says its window, its card and how its rows were read", async () => {
  const { stdout } = await surprisal(["perplexity", "base.kld"], { cwd: modelOutputs });
  expect(stdout).toMatch(/^base.kld: 15 of 15 rows over 33 outcomes scored, in 3 sequences/);
  expect(stdout).toMatch(/perplexity +3584.47 +outcomes +\S+ to \S+/);
  expect(stdout).toMatch(/Note: rows are 16-bit codes, cut 16 nats below/);
  expect(stdout).toMatch(
    /window +12\n.*stride +12\n.*context before the first scored +7\n.*not say: tokeniser, BOS token\./s,
  );
});

test("a word of an answer that was streamed is as surprising as all of its pieces", async () => {
  const { tokensScored, surprisePerWord, perplexity } = await measured(modelOutputs, "openai-stream.jsonl");
  // "unbelievable things" and "No."; its last word has a blank before it.
  expect([tokensScored, surprisePerWord.value]).toEqual([6, (1.25 + 0.75 + 0.0625 + 2.125 + 0.5 + 0.25) / 3]);
  expect(perplexity.value).toBeCloseTo(Math.exp(4.9375 / 6), 12);
});

test("log-probabilities of a prompt that are plain numbers are scored", async () => {
  const { tokensScored, surprisePerToken } = await measured(modelOutputs, "vllm-flat.json");
  expect([tokensScored, surprisePerToken.value]).toEqual([3, (6.4375 + 1.75 + 3.25) / 3]);
});

test("rows that are no distribution are named and left out; too little to go by is said", async () => {
  const { stdout } = await surprisal(["perplexity", "stored.npz"], { cwd: modelOutputs });
  expect(stdout).toMatch(/^stored.npz: 4 of 7 rows .*what came is from stored.npz:targets\n/);
  expect(stdout).toContain("Note: row 0 is no distribution and left out: +∞\n");
  expect(stdout).toContain("Note: row 1 is no distribution and left out: NaN\n");
  expect(stdout).toContain("intervals from fewer than 20 independent tokens are too short");
});

test("few sequences are few, however many tokens they have", async () => {
  const line = (s: number) =>
    `${JSON.stringify({ tokens: Array.from({ length: 64 }, (_, i) => ({ text: "x", logprob: -(((37 * i + 11 * s) % 64) / 16) })) })}\n`;
  const scores = [0, 1, 2, 3, 4, 5].map(line).join("");
  await inFolder({ "p.jsonl": scores, "q.jsonl": scores }, async (cwd) => {
    for (const command of [["perplexity"], ["diff", "q.jsonl"]]) {
      const words = [...command, "p.jsonl", "--resample"];
      expect((await surprisal([...words, "sequences"], { cwd })).stdout).toContain(
        "Note: intervals from fewer than 20 sequences are too short\n",
      );
      expect((await surprisal([...words, "tokens"], { cwd })).stdout).not.toContain("too short");
    }
  });
});

test("an infinite perplexity, and the tokens that make it so", async () => {
  const lines = '{"name":"a","tokens":[{"text":"x","logprob":-1},{"text":"y","logprob":-Infinity}]}\n';
  await inFolder({ "t.jsonl": lines }, async (cwd) => {
    const { code, stdout } = await surprisal(["perplexity", "t.jsonl"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/perplexity +∞/);
    expect(stdout).toContain(
      "Note: infinite, because the model gives probability 0 to 1 token that came: a [1]\n",
    );
  });
});

describe("files of distributions are still distributions", () => {
  test.each([
    ["p.json", "[0.5,0.5]"],
    ["p.json", '{"a":0.5,"b":0.5}'],
    ["./p.txt", "0.5,0.5"],
  ])("%s %s", async (path, text) => {
    await inFolder({ [path.replace("./", "")]: text }, async (cwd) => {
      const { stdout } = await surprisal(["perplexity", path, "--json"], { cwd });
      expect(JSON.parse(stdout)).toMatchObject({ measure: "perplexity", value: 2 });
    });
  });
});

describe("scores with a fault are refused for it, and not as a distribution", () => {
  test.each([
    ['logprob":0.5', "1:34: tokens[0].logprob is 0.5, expected a log-probability, at most 0"],
    ['logprob":NaN', "1:34: tokens[0].logprob is NaN, expected a log-probability, at most 0"],
    ['logprob":"x"', '1:34: tokens[0].logprob is "x", expected a log-probability'],
  ])("%s", (part, message) =>
    inFolder({ "t.json": `{"tokens":[{"text":"a","${part}}]}\n` }, async (cwd) => {
      expect(await surprisal(["perplexity", "t.json"], { cwd })).toEqual({
        code: 1,
        stdout: "",
        stderr: `surprisal perplexity: t.json:${message}\n`,
      });
    }),
  );

  test("targets that are all padding are no targets that are missing", async () => {
    const header = readFileSync(join(twoModels, "targets.npy")).subarray(0, 128);
    const padding = Buffer.alloc(144 * 8);
    await inFolder({ "none.npy": Buffer.concat([header, padding]) }, async (folder) => {
      const words = ["base.npy", "--targets", join(folder, "none.npy"), "--ignore", "0"];
      const { code, stderr } = await surprisal(["perplexity", ...words], { cwd: twoModels });
      expect([code, stderr]).toEqual([1, expect.stringContaining("144 rows are padding, ")]);
      expect(stderr).not.toContain("without targets");
    });
  });
});

test("doubles that are measured as singles are said to be, and singles are not", async () => {
  const logits = Array.from({ length: 40 }, (_, i) => 1e7 + (i % 3));
  const files = {
    "f64.npy": npy(Float64Array.from(logits), [10, 4]),
    "f32.npy": npy(Float32Array.from(logits), [10, 4]),
    "t.npy": npy(new Int32Array(10), [10]),
    "v.json": '["a","b","c","d"]',
  };
  await inFolder(files, async (cwd) => {
    const note = "Note: doubles of f64.npy are measured as singles, of seven digits: ";
    const noted = async (...words: string[]) =>
      (await surprisal(words, { cwd })).stdout.split(note).length - 1;
    expect(await noted("perplexity", "f64.npy")).toBe(1);
    expect(await noted("perplexity", "f32.npy")).toBe(0);
    expect(await noted("diff", "f64.npy", "f64.npy")).toBe(1);
    expect(await noted("diff", "f32.npy", "f64.npy")).toBe(1);
    expect(await noted("diff", "f32.npy", "f32.npy")).toBe(0);
    expect(await noted("gate", "f64.npy", "--assert", "entropy<2")).toBe(1);
    expect(await noted("gate", "f32.npy", "f64.npy", "--assert", "kl<1")).toBe(1);
    expect(await noted("gate", "f32.npy", "--assert", "entropy<2")).toBe(0);
    const scores = ["--scores", "--targets", "t.npy", "--vocabulary", "v.json"];
    for (const words of [["f64.npy"], ["f32.npy", "f64.npy"], ["f64.npy", ...scores]])
      expect((await surprisal(["tokens", ...words], { cwd })).stderr).toContain(note);
    expect((await surprisal(["tokens", "f32.npy"], { cwd })).stderr).toBe("");
  });
});

test("one row, and one outcome, are no rows and outcomes", async () => {
  const files = { "one.npy": npy(new Float32Array(1), [1, 1]), "t.npy": npy(new Int32Array(1), [1]) };
  await inFolder(files, async (cwd) => {
    const rest = ["--targets", "t.npy"];
    const alone = await surprisal(["perplexity", "one.npy", "--logits", ...rest], { cwd });
    expect(alone.stdout).toMatch(/^one.npy: 1 of 1 row over 1 outcome scored, in 1 sequence;/);
    const pair = await surprisal(["diff", "one.npy", "one.npy", "--logits", ...rest], { cwd });
    expect(pair.stdout).toMatch(/^P is one.npy, the base: 1 row over 1 outcome, in 1 sequence;/);
  });
});

describe("standard input is what it holds", () => {
  const line = (name: string) =>
    `{"name":"${name}","tokens":[{"text":"a","logprob":-1},{"text":"b","logprob":-2}]}\n`;
  // Over 64 kB, which come in several pieces.
  const long = Array.from({ length: 2000 }, (_, i) => line(String(i))).join("");

  test.each([
    ["log-probabilities", long, { measure: "modelPerplexity", tokensScored: 4000 }],
    [
      "log-probabilities as one document",
      `[${line("a")},${line("b")}]`,
      { measure: "modelPerplexity", tokensScored: 4 },
    ],
    ["a distribution as JSON", '{"a":0.5,"b":0.5}', { measure: "perplexity", value: 2 }],
    ["a distribution", "0.5 0.5\n", { measure: "perplexity", value: 2 }],
  ])("%s", async (_, input, expected) => {
    const { stdout, stderr } = await surprisal(["perplexity", "-", "--json"], { input });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject(expected);
  });

  test("what only a file can hold is refused for that", async () => {
    const input = readFileSync(join(modelOutputs, "base.kld"), "latin1");
    const { code, stderr } = await surprisal(["perplexity", "-"], { input });
    expect([code, stderr]).toEqual([
      1,
      "surprisal perplexity: standard input: can be read from front to back only, expected a file on disk\n",
    ]);
  });

  test("a fault is found wherever it is", async () => {
    const { code, stderr } = await surprisal(["perplexity", "-"], { input: `${long}{"x` });
    expect([code, stderr]).toEqual([
      1,
      'surprisal perplexity: standard input:2001:2: found "x, expected a closing quote\n',
    ]);
    const cut = await surprisal(["perplexity", "-"], { input: '{"tokens":[{"text":"a","logprob":-1},' });
    expect([cut.code, cut.stderr]).toEqual([
      1,
      expect.stringMatching(/^surprisal perplexity: standard input:1:38: the text ends, expected /),
    ]);
  });
});

describe("what cannot be used, its place, and what was expected", () => {
  test.each([
    [
      twoModels,
      ["base.npy", "--targets", "../modelOutputs/targets-i4.npy"],
      "../modelOutputs/targets-i4.npy: has the shape 7, expected 24 × 6, a target for each row of base.npy\n",
    ],
    [
      modelOutputs,
      ["f4.npy", "--targets", "targets-i4.npy", "--ignore", "3"],
      "targets-i4.npy: [3] is -100, expected one of 11 tokens, from 0, or 3 where none is scored\nHint: --ignore N says which number stands for padding\n",
    ],
    [
      modelOutputs,
      ["tensors.safetensors"],
      "tensors.safetensors: holds 3 arrays of logits, expected one of tensors.safetensors:logits.f32, tensors.safetensors:logits.bf16, tensors.safetensors:logits.f16\n",
    ],
    [
      modelOutputs,
      ["targets-i4.npy"],
      "targets-i4.npy: holds i32 of shape 7, expected logits in floating point\n",
    ],
    [modelOutputs, ["none.npy"], "none.npy: does not exist, expected a file\n"],
  ])("%s %j", async (cwd, words, message) => {
    expect(await surprisal(["perplexity", ...words], { cwd })).toEqual({
      code: 1,
      stdout: "",
      stderr: `surprisal perplexity: ${message}`,
    });
  });

  test.each(["NOFILE", "./no", "no.json"])("a file that is missing is called so: %s", async (file) => {
    for (const words of [["--targets", "t.npy"], ["--shift"], ["--vocabulary", "v.json"]])
      expect(await surprisal(["perplexity", file, ...words])).toEqual({
        code: 1,
        stdout: "",
        stderr: `surprisal perplexity: ${file}: does not exist, expected a file\n`,
      });
  });

  test("a vocabulary that does not name all that came is said so, and not in silence", async () => {
    await inFolder({ "v.json": '{"a":1,"b":2}' }, async (folder) => {
      const vocabulary = join(folder, "v.json");
      const rest = ["--targets", "targets.npy", "--vocabulary", vocabulary];
      const scored = (await measured(twoModels, "base.npy", ...rest)).unnamed;
      // 1 and 2 came 33 times, by NumPy.
      expect(scored).toMatchObject({ tokens: 111, of: 144, vocabulary });
      const text = `Note: ${vocabulary} does not name ${scored.tokens} of 144 tokens that came`;
      for (const words of [["perplexity"], ["diff", "near.npy"]]) {
        const [command, ...candidates] = words;
        const line = [command!, "base.npy", ...candidates, ...rest];
        const { stdout } = await surprisal(line, { cwd: twoModels });
        expect(stdout).toContain(text);
      }
    });
  });

  test("another model's vocabulary", async () => {
    const rest = ["--targets", "targets.npy", "--ignore", "0", "--vocabulary", "v.json"];
    await inFolder({ "v.json": '{"a":0,"b":9}' }, async (folder) => {
      const words = ["perplexity", "base.npy", ...rest.slice(0, -1), join(folder, "v.json")];
      const { code, stderr } = await surprisal(words, { cwd: twoModels });
      expect(code).toBe(1);
      expect(stderr).toContain(
        ": has pieces up to number 9, expected none above 8, as the rows of base.npy have 9 outcomes\n",
      );
    });
  });

  test.each([
    ["base.npy", "near.npy"],
    ["base.npy", "near.npy", "--targets", "targets.npy"],
    ["base.npy", "0.5,0.5"],
  ])("two files of outputs are for diff: %s %s %s", async (...words) => {
    const { code, stderr } = await surprisal(["perplexity", ...words], { cwd: twoModels });
    expect([code, stderr]).toEqual([
      2,
      `surprisal perplexity: ${words[1]} is given beside base.npy, expected one file of what a model gave out: surprisal diff compares two\nTry: surprisal perplexity --help\n`,
    ]);
  });

  test.each([
    [
      '{"id":"x","choices":[{"index":0,"logprobs":null}]}',
      "1:21: choices is a list, expected log-probabilities as OpenAI, ",
    ],
    ['{"error":{"message":"no key"}}', "1:1: the value is an object, expected log-probabilities as OpenAI, "],
    ['{"id":"x","choices":[{"ind', '1:23: found "ind, expected a closing quote\n'],
    ['data: {"choices":[]}\n\ndata: {"ch', " is an answer in pieces, as a server streams it, expected "],
  ])("an answer of a server without scores is no distribution: %s", async (text, message) => {
    await inFolder({ "a.json": text, "a.txt": text }, async (cwd) => {
      for (const file of ["a.json", "./a.txt"]) {
        const { code, stderr } = await surprisal(["perplexity", file], { cwd });
        expect(code).toBe(1);
        expect(stderr).toContain(`surprisal perplexity: ${file}:${message}`);
      }
    });
  });

  test.each([
    ["x.npy", "holds nothing, expected .npy, "],
    ["folder", "is a directory, expected a file\n"],
  ])("what holds no numbers: %s", async (name, message) => {
    await inFolder({ "x.npy": "" }, async (cwd) => {
      mkdirSync(join(cwd, "folder"));
      const { code, stderr } = await surprisal(["perplexity", name], { cwd });
      expect(code).toBe(1);
      expect(stderr).toContain(`surprisal perplexity: ${name}: ${message}`);
    });
  });

  test("targets without logits", async () => {
    const { code, stderr } = await surprisal(["perplexity", "0.5,0.5", "--targets", "t.npy"]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(
        "--targets is given, expected with a model's outputs only: 0.5,0.5 is a distribution",
      ),
    ]);
  });
});

test("surprise a byte and a word: of what the tokens of a text are, however it is cut", async () => {
  const tokens = [
    ["Un", -1],
    [" d\u00eda", -2],
    [",", -3],
  ].map(([text, logprob]) => ({ text, logprob }));
  const input = JSON.stringify({ tokens });
  const { stdout } = await surprisal(["perplexity", "-", "--unit", "nats", "--json"], { input });
  const { surprisePerByte, surprisePerWord } = JSON.parse(stdout);
  // 6 nats, in 2 + 5 + 1 bytes of UTF-8, and two words.
  expect([surprisePerByte.value, surprisePerWord.value]).toEqual([6 / 8, 6 / 2]);
});

describe("of scores that list the likeliest tokens, between which values the mean entropy is", () => {
  const cwd = join(reference, "scorePairs");
  /** By NumPy and SciPy, from the whole distributions and from the five that are listed: reference/scorePairs.py. */
  const {
    entropy: truth,
    outcomes,
    scored,
    tokens,
  } = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));
  const pieces = JSON.stringify(Array.from({ length: outcomes }, (_, i) => `w${i}`));
  const withVocabulary = <T>(use: (words: string[]) => Promise<T>) =>
    inFolder({ "v.json": pieces }, (folder) => use(["--vocabulary", join(folder, "v.json")]));

  test.each(["base.jsonl", "near.jsonl"])("%s, as NumPy has both ends", (file) =>
    withVocabulary(async (words) => {
      const { entropyBounds: found, entropy } = await measured(cwd, file, ...words);
      const { whole, least, most } = truth[file];
      // What is left for others is known to 2⁻²⁰, of which at most 14 times as many nats come.
      expect(found.lower.value).toBeCloseTo(least, 4);
      expect(found.upper.value).toBeCloseTo(most, 4);
      expect([found.lower.value < whole, found.upper.value > whole]).toEqual([true, true]);
      expect([found.tokens, found.outcomes, found.lower.dependence, entropy]).toEqual([
        ...[scored, outcomes, "clusters", undefined],
      ]);
      const open = (await measured(cwd, file)).entropyBounds;
      expect([open.upper.value, open.outcomes]).toEqual(["Infinity", undefined]);
      expect(open.lower).toEqual(found.lower);
      // The same number wherever it is computed.
      const gate = await surprisal(["gate", file, "--assert", "entropy>0", "--unit", "nats", "--json"], {
        cwd,
      });
      const [{ bounds, low }] = JSON.parse(gate.stdout).assertions;
      expect([bounds.lower, low]).toEqual([open.lower.value, open.lower.low]);
    }),
  );

  test("as a person reads it: both ends, at how many tokens, and under which condition", () =>
    withVocabulary(async (words) => {
      const [open, bounded] = await Promise.all(
        [[], words].map((more) => surprisal(["perplexity", "base.jsonl", ...more], { cwd })),
      );
      expect(open!.stdout).toMatch(/\n {2}entropy of a token +2\.28\d+ +∞ {2}bits {2}\d\.\d+ to ∞\n/);
      expect(open!.stdout).toContain(
        "The entropy has no upper bound unless it is known how many outcomes there are: --vocabulary FILE names them.\n",
      );
      expect(bounded!.stdout).toMatch(
        /\n {2}entropy of a token +2\.28\d+ +2\.87\d+ {2}bits {2}\d\.\d+ to \d\.\d+\n/,
      );
      expect(bounded!.stdout).toContain(
        `At least and at most hold at ${scored} of ${tokens} tokens with lists, whatever`,
      );
      expect(bounded!.stdout).toContain(
        `bits, if there are no more than the ${outcomes} outcomes of ${words[1]}: `,
      );
      const { stdout } = await surprisal(["perplexity", "base.jsonl", "--markdown", ...words], { cwd });
      expect(stdout).toMatch(/\| entropy of a token +\| +2\.28\d+ +\| +2\.87\d+ +\| bits +\| /);
    }));

  test("a vocabulary that is too small, or has nothing to bound, is refused", () =>
    inFolder({ "v.json": '["a","b"]' }, async (folder) => {
      const words = ["--vocabulary", join(folder, "v.json")];
      expect(await surprisal(["perplexity", "base.jsonl", ...words], { cwd })).toEqual({
        ...{ code: 1, stdout: "" },
        stderr:
          "surprisal perplexity: base.jsonl:1: lists in line 1, at token 1, what no 2 outcomes can have, expected the vocabulary of the model\n",
      });
      expect(await surprisal(["perplexity", "pieces.jsonl", ...words], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(
          "--vocabulary is given, expected with lists of the likeliest tokens, and pieces.jsonl has none\n",
        ),
      });
    }));
});
