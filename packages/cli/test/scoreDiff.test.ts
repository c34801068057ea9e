import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const cwd = join(import.meta.dirname, "../../../reference/scorePairs");
/** By NumPy and SciPy, from the whole distributions, of which the files list five outcomes: reference/scorePairs.py. */
const expected = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));

const diff = (...words: string[]) => surprisal(["diff", ...words], { cwd });
const compared = async (...words: string[]) =>
  JSON.parse((await diff(...words, "--unit", "nats", "--json")).stdout);

test("surprises in pairs, as NumPy has them", async () => {
  const found = await compared("base.jsonl", "near.jsonl");
  const [{ by, scored, top1Agreement }] = found.candidates;
  expect([found.tokens, found.sequences, by, scored.tokens]).toEqual([288, 24, "tokens", expected.scored]);
  // Sums of some hundred doubles.
  expect(scored.basePerplexity.value).toBeCloseTo(expected.basePerplexity, 11);
  expect(scored.candidatePerplexity.value).toBeCloseTo(expected.candidatePerplexity, 11);
  expect(scored.logPerplexityRatio.value).toBeCloseTo(expected.logPerplexityRatio, 12);
  expect(top1Agreement.value).toBeCloseTo(expected.top1Agreement, 12);
  const { low, high, dependence } = scored.logPerplexityRatio;
  expect([low < expected.logPerplexityRatio, high > expected.logPerplexityRatio, dependence]).toEqual([
    true,
    true,
    "blocks",
  ]);
});

test("what the whole distributions give is between the bounds; KL has one above only under a floor", async () => {
  const [open, under] = await Promise.all([
    compared("base.jsonl", "near.jsonl"),
    compared("base.jsonl", "near.jsonl", "--floor", String(expected.least)),
  ]);
  for (const [{ listed }, isOpen] of [
    [open.candidates[0], true],
    [under.candidates[0], false],
  ])
    for (const [name, truth] of Object.entries<number>(expected.whole)) {
      const { lower, upper } = listed[name];
      expect(lower.value, name).toBeLessThanOrEqual(truth);
      if (isOpen && name.endsWith("Kl")) expect(upper.value).toBe("Infinity");
      else expect(upper.value, name).toBeGreaterThanOrEqual(truth);
      // What is not listed leaves room, but not all of it.
      expect(lower.value, name).toBeGreaterThan(truth / 2);
    }
  expect(open.candidates[0].listed.tokens).toBe(expected.scored);
  expect(open.candidates[0].unsaid).toEqual(["window", "stride", "context", "bos"]);
});

test("batches, whose lines come in any order, are paired by request", async () => {
  const line = (custom_id: string, token: string, logprob: number) => {
    const body = { id: "chatcmpl-1", choices: [{ logprobs: { content: [{ token, logprob }] } }] };
    return JSON.stringify({ id: "b", custom_id, response: { status_code: 200, body } });
  };
  const base = Array.from({ length: 6 }, (_, i) => line(`r${i}`, i < 3 ? "Yes" : "No", -1 - i / 4));
  const near = Array.from({ length: 6 }, (_, i) => line(`r${i}`, i < 3 ? "Yes" : "No", -1.25 - i / 4));
  const others = [...near.slice(0, 5), line("r9", "No", -1)];
  const files = {
    "base.jsonl": base.join("\n"),
    "near.jsonl": [4, 1, 5, 0, 3, 2].map((i) => near[i]).join("\n"),
    "others.jsonl": others.join("\n"),
  };
  await inFolder(files, async (folder) => {
    const run = (...words: string[]) => surprisal(words, { cwd: folder });
    const { stdout } = await run("diff", "base.jsonl", "near.jsonl", "--unit", "nats", "--json");
    const { value, low, high } = JSON.parse(stdout).candidates[0].scored.logPerplexityRatio;
    expect([value, low, high]).toEqual([0.25, 0.25, 0.25]);
    const table = await run("tokens", "base.jsonl", "near.jsonl", "--unit", "nats", "--jsonl");
    const rows = table.stdout
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row));
    for (const { surprise_nats: p, q_surprise_nats: q } of rows) expect(q - p).toBe(0.25);
    expect(rows.map(({ name }) => name)).toEqual(["r0", "r1", "r2", "r3", "r4", "r5"]);
    expect(await run("diff", "base.jsonl", "others.jsonl")).toMatchObject({
      code: 1,
      stderr:
        "surprisal diff: r5: is answered in one of two files only, expected once in each, as models are compared on texts that both have scored\n",
    });
  });
});

test("models with other tokens are compared by bytes, on common boundaries", async () => {
  const [found] = (await compared("base.jsonl", "pieces.jsonl")).candidates;
  const { spans, bytes, base, candidate } = expected.byBytes;
  expect(found).toMatchObject({ by: "bytes", spans, bytes, verdict: "higher" });
  expect(found.base.value).toBeCloseTo(base, 12);
  expect(found.candidate.value).toBeCloseTo(candidate, 12);
  expect(found.difference.value).toBeCloseTo(candidate - base, 12);
  const { stdout } = await diff("base.jsonl", "pieces.jsonl");
  expect(stdout).toContain(
    "The two cut the text into other tokens, and are compared by bytes: 1102 bytes in 264 stretches between places where both cut.\n",
  );
  expect(stdout).toContain("\nQ is more surprised a byte than P.\n");
});

test("candidates are told apart by their surprise at the same tokens; a copy is not", async () => {
  const { stdout } = await diff("base.jsonl", "near.jsonl", "base.jsonl");
  expect(stdout).toMatch(
    /\nCandidates, the least surprised first\n\n {2}Q .*\n {2}base.jsonl .*\n {2}near.jsonl /,
  );
  expect(stdout).toMatch(/base.jsonl is less surprised than near.jsonl/);
  await inFolder({ "copy.jsonl": readFileSync(join(cwd, "near.jsonl")) }, async (folder) => {
    const copies = await diff("base.jsonl", "near.jsonl", join(folder, "copy.jsonl"));
    expect(copies.stdout).toMatch(/near.jsonl is not distinguishable from \S+copy.jsonl/);
  });
});

test("as Markdown, tables with as many cells in each row", async () => {
  const { stdout } = await diff("base.jsonl", "near.jsonl", "--markdown");
  const tables = stdout.split("\n\n").filter((block) => block.startsWith("|"));
  expect(tables).toHaveLength(3);
  for (const block of tables) {
    const cells = block
      .trim()
      .split("\n")
      .map((line) => line.split(" | ").length);
    expect(new Set(cells).size, block).toBe(1);
  }
});

test("one token with two texts, one list short: what is unclear counts as not listed", async () => {
  const token = (rest: string) => `{"tokens":[{"text":"a","logprob":-0.5,"top":[${rest}]}]}\n`;
  const a = '{"text":"a","logprob":-0.5}';
  const twice = '{"text":"b","logprob":-1.5},{"text":"b","logprob":-2.5}';
  await inFolder({ "p.jsonl": token(`${a},${twice}`), "q.jsonl": token(a) }, async (folder) => {
    const { stdout } = await surprisal(["diff", "p.jsonl", "q.jsonl", "--unit", "nats", "--json"], {
      cwd: folder,
    });
    const { listed } = JSON.parse(stdout).candidates[0];
    // Of both, all but "a" is open: 1 − e^(−½) of mass, which may be the same or may not.
    expect(listed.totalVariation.lower.value).toBe(0);
    expect(listed.totalVariation.upper.value).toBeCloseTo(1 - Math.exp(-0.5), 5);
  });
});

test("of one token there is no interval", async () => {
  const one = '{"tokens":[{"text":"a","logprob":-0.5,"top":[{"text":"a","logprob":-0.5}]}]}\n';
  await inFolder({ "p.jsonl": one, "q.jsonl": one }, async (folder) => {
    const { stdout } = await surprisal(["diff", "p.jsonl", "q.jsonl"], { cwd: folder });
    expect(stdout).toMatch(/total variation +0 +0.39347 +not known\n/);
    expect(stdout).toContain("No interval: there is one unit alone to resample.\n");
  });
});

test("one of the files may be standard input", async () => {
  const input = readFileSync(join(cwd, "near.jsonl"), "utf8");
  const { stdout } = await surprisal(["diff", "base.jsonl", "-", "--json"], { cwd, input });
  const [found] = JSON.parse(stdout).candidates;
  const [named] = JSON.parse((await diff("base.jsonl", "near.jsonl", "--json")).stdout).candidates;
  expect(found).toEqual({ ...named, file: "-" });
  const text = await surprisal(["diff", "base.jsonl", "-"], { cwd, input });
  expect(text.stdout).toMatch(/^P is base.jsonl, the base: .*\n\nQ is standard input\n/);
  expect(await surprisal(["diff", "base.jsonl", "-", "-"], { cwd, input })).toMatchObject({
    code: 1,
    stderr: "surprisal diff: standard input: was read already, expected one operand only to be -\n",
  });
  expect(await surprisal(["diff", "-", "near.jsonl"], { cwd, input })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("BASE is -, expected a file, which is looked into and then read: "),
  });
});

test("lists are not kept: a text whose lists would fill the memory twice is compared", async () => {
  // 32 texts of 25 tokens with five alternatives of 8000 letters are 32 MB in either file; the process has 48.
  const token = (name: string, k: number, more: number) => {
    const top = Array.from({ length: 5 }, (_, j) => ({
      text: `${name} ${j}`.padEnd(8000),
      logprob: -1 - j - more,
    }));
    return { ...top[k % 5], top };
  };
  const file = (more: number) =>
    Array.from({ length: 32 }, (_, line) => {
      const tokens = Array.from({ length: 25 }, (_, k) => token(`${line} ${k}`, k, more));
      return JSON.stringify({ tokens });
    }).join("\n");
  const env = { NODE_OPTIONS: "--max-old-space-size=48" };
  await inFolder({ "p.jsonl": file(0), "q.jsonl": file(0.125) }, async (folder) => {
    const ended = await surprisal(["diff", "p.jsonl", "q.jsonl", "--json"], { cwd: folder, env });
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    const [{ listed, scored }] = JSON.parse(ended.stdout).candidates;
    expect([listed.tokens, scored.tokens]).toEqual([800, 800]);
  });
});

test("a file of scores without a token has no answer", () =>
  inFolder({ "none.json": '{"name":"a","tokens":[]}' }, async (folder) => {
    for (const words of [
      ["perplexity", "none.json"],
      ["diff", "none.json", "none.json"],
    ])
      expect(await surprisal(words, { cwd: folder })).toEqual({
        code: 1,
        stdout: "",
        stderr: `surprisal ${words[0]}: none.json: holds no tokens, expected at least one\n`,
      });
  }));

describe("what cannot be compared", () => {
  test.each([
    [
      ["base.jsonl", "far.jsonl"],
      1,
      "far.jsonl:1: is of another text in line 1, from byte 2 on, expected that of line 1 in base.jsonl: models are compared on one text that both have scored\n",
    ],
    [
      ["base.jsonl", "../modelOutputs/plain.jsonl"],
      1,
      "../modelOutputs/plain.jsonl: has 2 sequences, expected 24, as base.jsonl has\n",
    ],
    [
      ["base.jsonl", "../twoModels/base.npy"],
      1,
      "../twoModels/base.npy: holds rows of logits, expected log-probabilities of tokens, as base.jsonl has\n",
    ],
    [
      ["base.jsonl", "near.jsonl", "--floor", "0.1"],
      1,
      "near.jsonl: or its base lists a probability of 0.0000588, expected none below --floor, which is 0.1\n",
    ],
    [
      ["base.jsonl", "near.jsonl", "--again", "near.jsonl"],
      2,
      "--again is given, expected with rows of logits only\nTry: surprisal diff --help\n",
    ],
    [
      ["base.jsonl", "near.jsonl", "--targets", "t.npy"],
      2,
      "--targets is given, expected beside logits only: base.jsonl says itself what came, and how it reads\nTry: surprisal diff --help\n",
    ],
    [
      ["../twoModels/base.npy", "../twoModels/far.npy", "--floor", "1e-9"],
      2,
      "--floor is given, expected with scores of tokens only\nTry: surprisal diff --help\n",
    ],
  ])("%j", async (words, code, message) => {
    expect(await diff(...words)).toEqual({ code, stdout: "", stderr: `surprisal diff: ${message}` });
  });
});
