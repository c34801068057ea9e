import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const reference = join(import.meta.dirname, "../../../reference");
const cwd = join(reference, "twoModels");
/** By NumPy and SciPy, from the same files: reference/twoModels.py. */
const expected = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));
const came = ["--targets", "targets.npy", "--ignore", "0"];

const gate = (files: readonly string[], assertions: readonly string[], ...rest: string[]) =>
  surprisal(["gate", ...files, ...assertions.flatMap((text) => ["--assert", text]), ...rest], { cwd });

const pair = ["base.npy", "near.npy"];

describe("exit codes: 0 all hold, 3 one fails, 4 one cannot be told and none fails", () => {
  test.each([
    [["kl<0.02@95%"], 0, "holds"],
    [["kl<0.02", "same-top>80%", "tv.max<0.1", "perplexity-ratio<1.1"], 0, "holds"],
    [["kl<0.0005"], 3, "fails"],
    [["entropy-change>0"], 4, "cannot tell yet"],
    [["kl<0.02", "entropy-change>0"], 4, "cannot tell yet"],
    [["entropy-change>0", "kl<0.02", "kl<0.0005"], 3, "fails"],
  ])("%j", async (assertions, code, verdict) => {
    const { stdout, ...ended } = await gate(pair, assertions, ...came, "--json");
    expect(ended).toEqual({ code, stderr: "" });
    expect(JSON.parse(stdout).verdict).toBe(verdict);
  });
});

test("what is asserted of is what NumPy and SciPy measure", async () => {
  const names = [
    "kl",
    "reverse-kl",
    "js",
    "tv",
    "entropy-change",
    "same-top",
    "kl.median",
    "kl.max",
    "perplexity",
  ];
  const { stdout } = await gate(
    ["base.npy", "far.npy"],
    names.map((name) => (name === "js" ? "js<0.5" : `${name}<1`)),
    ...came,
    "--json",
    "--unit",
    "nats",
  );
  const { assertions } = JSON.parse(stdout);
  const truth = expected.withoutPadding.far;
  const values = [
    ...[truth.forwardKl, truth.reverseKl, truth.jensenShannon, truth.totalVariation, truth.entropyChange],
    ...[truth.top1Agreement, truth.forwardKlMedian, truth.forwardKlMaximum, truth.candidatePerplexity],
  ];
  for (const [i, { value, low, high, assertion, unit }] of assertions.entries()) {
    // A row's divergence is within 3e-7 of float64, its entropy and likelihood within 1e-6.
    expect(value / values[i], assertion.text).toBeCloseTo(1, 4);
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(unit).toBe(/^(tv|same-top|perplexity)/.test(assertion.text) ? undefined : "nats");
  }
});

test("the interval is that of diff, at the confidence asked for, in the unit written", async () => {
  const { stdout: diffed } = await surprisal(["diff", ...pair, "--json", "--level", "0.9"], { cwd });
  const { low, high } = JSON.parse(diffed).candidates[0].comparison.forwardKl.mean;
  const { stdout } = await gate(pair, ["kl<1", "kl<1nats@0.9", "kl<1@50%"], "--json", "--level", "0.9");
  const [bits, nats, narrow] = JSON.parse(stdout).assertions;
  expect([bits.low, bits.high]).toEqual([low, high]);
  expect(nats.high / bits.high).toBeCloseTo(Math.LN2, 14);
  expect(narrow.high - narrow.low).toBeLessThan(bits.high - bits.low);
});

test("about as many more tokens as it says do tell", async () => {
  const { stdout } = await gate(pair, ["entropy-change>0"], "--json");
  const { moreTokens, tokens } = JSON.parse(stdout).assertions[0];
  expect(moreTokens).toBeLessThan(2 * tokens);
  // The same rows over and over: 24 sequences become 48 or 72.
  const again = (name: string, times: number) => {
    const bytes = readFileSync(join(cwd, name));
    const header = Buffer.from(
      bytes
        .subarray(0, 128)
        .toString("latin1")
        .replace("(24,", `(${24 * times},`),
      "latin1",
    );
    return Buffer.concat([header, ...Array.from({ length: times }, () => bytes.subarray(128))]);
  };
  const times = Math.ceil((2 * moreTokens) / tokens) + 1;
  await inFolder({ "p.npy": again("base.npy", times), "q.npy": again("near.npy", times) }, async (folder) => {
    const words = ["gate", "p.npy", "q.npy", "--assert", "entropy-change>0"];
    expect((await surprisal(words, { cwd: folder })).code).toBe(3);
  });
});

test("a person reads a table of verdicts, in a terminal or as Markdown", async () => {
  const assertions = ["kl<0.02@95%", "entropy-change>0", "kl.max<0.001"];
  const { stdout } = await gate(pair, assertions);
  expect(stdout).toMatch(/^P is base\.npy, the base; Q is near\.npy: 144 tokens in 24 sequences\.\n\n/);
  expect(stdout).toMatch(/^ {2}holds +kl<0\.02@95% +0\.0007\d+ +bits +0\.000\d+ to 0\.000\d+ +95 %$/m);
  expect(stdout).toMatch(/^ {2}cannot tell yet +entropy-change>0 .* 95 % +about [\d,]+ more tokens$/m);
  expect(stdout).toMatch(/^ {2}fails +kl\.max<0\.001 +0\.00\d+ +bits +exact$/m);
  expect(stdout.replaceAll(/\s+/g, " ")).toMatch(
    / Fails: 1 of 3 assertions\. Note: taken to be the same, as the files do not say it: text, tokeniser, window, .*BOS token $/,
  );
  const { stdout: markdown, code } = await gate(pair, assertions, "--markdown");
  expect(code).toBe(3);
  expect(markdown).toContain(
    "| verdict | assertion | measured |  | interval | at | to tell |\n| --- | --- | ---: |",
  );
});

test("where all tokens agree, and sequences are to count, it says so, and how many more would do", async () => {
  const { code, stdout } = await gate(["base.npy", "base.npy"], ["same-top>95%"], "--resample", "sequences");
  expect(code).toBe(4);
  const [, more] = /about (\d+) more sequences/.exec(stdout)!;
  expect(stdout.replaceAll(/\s+/g, " ")).toContain(
    "Note: same-top>95%: what counts is 24 sequences, and not their tokens: tokens depend on each other, and these 144 are worth 24 independent ones",
  );
  // Wilson's interval for n of n begins at n/(n + t²), with Student's t for 24 of them: above 0.95 from 19·t² on, of which 24 are there; said to two digits.
  const missing = 19 * 2.0686576 ** 2 - 24;
  expect(Number(more)).toBeGreaterThanOrEqual(0.95 * missing);
  expect(Number(more)).toBeLessThan(1.1 * missing + 1);
  expect((await gate(["base.npy", "base.npy"], ["same-top>95%"])).code).toBe(0);
});

test("fewer than 20 texts that differ decide nothing, and it is said; as many that do not are their tokens", async () => {
  const texts = (apart: number) => {
    const rng = createRng(2);
    return Array.from({ length: 8 }, (_, text) => {
      const of = () => ({ text: "w", logprob: -1 - apart * ((3 * text) % 8) - 3 * rng.next() });
      return `${JSON.stringify({ name: `text ${text}`, tokens: Array.from({ length: 100 }, of) })}\n`;
    }).join("");
  };
  await inFolder({ "apart.jsonl": texts(0.08), "alike.jsonl": texts(0) }, async (cwd) => {
    const on = async (line: string) => {
      const { code, stdout } = await surprisal(line.split(" "), { cwd });
      return { code, words: stdout.replaceAll(/\s+/g, " ") };
    };
    const apart = await on("gate apart.jsonl --assert surprise<9nats");
    expect(apart.code).toBe(4);
    expect(apart.words).toContain("intervals from fewer than 20 sequences are too short to decide anything");
    expect((await on("perplexity apart.jsonl")).words).toContain(
      "Note: intervals from fewer than 20 sequences are too short",
    );
    expect((await on("gate apart.jsonl --assert surprise<9nats --resample blocks")).code).toBe(0);
    expect((await on("gate alike.jsonl --assert surprise<9nats")).code).toBe(0);
    expect((await on("perplexity alike.jsonl")).words).not.toContain("too short");
  });
});

test("one model alone, and log-probabilities", async () => {
  expect((await gate(["base.npy"], ["perplexity<1000", "entropy<2.5bits"], ...came)).code).toBe(0);
  const line = (nats: number) =>
    `${JSON.stringify({ tokens: Array.from({ length: 200 }, (_, i) => ({ text: `${i}`, logprob: -nats - (i % 7) / 10 })) })}\n`;
  await inFolder({ "p.jsonl": line(1), "q.jsonl": line(1.1) }, async (folder) => {
    const on = (...words: string[]) => surprisal(["gate", ...words], { cwd: folder });
    // Every token is less likely by e^0.1.
    const { code, stdout } = await on("p.jsonl", "q.jsonl", "--assert", "perplexity-ratio<=1.11", "--json");
    expect([code, JSON.parse(stdout).assertions[0].value]).toEqual([0, expect.closeTo(Math.exp(0.1), 12)]);
    expect((await on("p.jsonl", "q.jsonl", "--assert", "perplexity-ratio<1.1")).code).toBe(3);
    expect((await on("p.jsonl", "--assert", "surprise<2nats")).code).toBe(0);
    expect(await on("p.jsonl", "q.jsonl", "--assert", "kl<1")).toMatchObject({
      code: 1,
      stderr:
        "surprisal gate: q.jsonl: has nothing to tell kl<1 by (kl: D(P‖Q)), expected rows of logits, a base file of llama.cpp, or lists of the likeliest tokens\n",
    });
  });
});

test("a token that is ruled out fails, and so does a row that is no distribution where the base has one", async () => {
  const line = (logprob: number | string) =>
    `{"tokens":[${Array.from({ length: 50 }, (_, i) => `{"text":"${i}","logprob":${i === 7 ? logprob : -1}}`)}]}`;
  await inFolder({ "p.jsonl": line(-1), "q.jsonl": line("-Infinity") }, async (folder) => {
    const words = ["gate", "p.jsonl", "q.jsonl", "--assert", "perplexity<1000", "--json"];
    const { code, stdout } = await surprisal(words, { cwd: folder });
    expect([code, JSON.parse(stdout).assertions[0].value]).toEqual([3, "Infinity"]);
  });
  const broken = readFileSync(join(cwd, "near.npy"));
  broken.writeFloatLE(Number.NaN, 128 + 4 * 9 * 5);
  const files = { "p.npy": readFileSync(join(cwd, "base.npy")), "q.npy": broken };
  await inFolder(files, async (folder) => {
    const on = (...operands: string[]) =>
      surprisal(["gate", ...operands, "--assert", "kl<1"], { cwd: folder });
    const { code, stdout } = await on("p.npy", "q.npy");
    expect(code).toBe(3);
    expect(stdout).toContain(
      "\nFails: 1 row at which P has a distribution, and Q none.\nNote: row 5 of Q is no distribution and left out: NaN\n",
    );
    expect(await on("q.npy", "p.npy")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("\nNote: row 5 of P is no distribution and left out: NaN\n"),
    });
    writeFileSync(join(folder, "none.npy"), broken.fill(0xff, 128));
    expect((await on("p.npy", "none.npy")).stdout).toContain(
      "Fails: 144 rows at which P has a distribution, and Q none.",
    );
  });
});

test("how fine a base file of llama.cpp is stands beside the verdict", async () => {
  const file = join(reference, "modelOutputs/base.kld");
  const { stdout, code } = await gate([file, file], ["kl.max<=0", "tv.max<=0"]);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining("base.kld are 16-bit codes, cut 16 nats below"),
  ]);
});

describe("wrong usage, and what the files do not say", () => {
  test.each([
    [pair, [], 2, "--assert is missing, expected NAME<NUMBER"],
    [["base.npy"], ["kl<1"], 2, "--assert is kl<1: kl compares two models, expected a CANDIDATE"],
    [pair, ["kll<1"], 2, "Did you mean kl?"],
    [
      pair,
      ["same-top<90"],
      2,
      "--assert is same-top<90: same-top is from 0 to 1 whatever the models, expected a bound in there, such as 90%",
    ],
    [pair, ["tv<2"], 2, "tv is from 0 to 1 whatever the models, expected a bound in there\n"],
    [pair, ["js<1nats"], 2, "js is from 0 to 0.6931471805599453 nats whatever the models"],
    [pair, ["kl.max>-0.5"], 2, "kl is at least 0 bits whatever the models"],
    [["base.npy"], ["perplexity<0.9"], 2, "perplexity is at least 1 whatever the models"],
    [["base.npy"], ["perplexity<10"], 1, "expected what came, as --targets FILE says it"],
    [["base.npy", "none.npy"], ["kl<1"], 1, "none.npy: does not exist"],
  ])("%j %j", async (files, assertions, code, message) => {
    const ended = await gate(files, assertions);
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toContain(message);
  });
});
