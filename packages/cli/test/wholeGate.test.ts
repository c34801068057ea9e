import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { measures } from "../src/gate/measures.ts";
import { wholeMeasures } from "../src/gate/wholeMeasures.ts";
import { surprisal } from "./surprisal.ts";

const cwd = join(import.meta.dirname, "../../../reference/harness");
/** Its own metrics of the samples that lm-evaluation-harness wrote: reference/harness.py. */
const { low, high, compared } = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));

const asserting = (assertions: readonly string[]) => assertions.flatMap((text) => ["--assert", text]);
const gate = (files: readonly string[], assertions: readonly string[], ...rest: string[]) =>
  surprisal(["gate", ...files, ...asserting(assertions), ...rest], { cwd });
const judged = async (files: readonly string[], ...assertions: string[]) =>
  JSON.parse((await gate(files, assertions, "--json")).stdout).assertions;

const rolling = ["rolling-low.jsonl", "rolling-high.jsonl"];
const choices = ["choices-low.jsonl", "choices-high.jsonl"];
const single = ["last_word-low.jsonl", "last_word-high.jsonl"];

describe("samples hold, fail, or do not tell", () => {
  test.each([
    [rolling, ["byte-perplexity-ratio<1.7", "surprise-per-byte-change>0"], 0, "holds"],
    [rolling, ["byte-perplexity-ratio<1.1"], 3, "fails"],
    [choices, ["acc-change>=-5%"], 4, "cannot tell yet"],
    [choices, ["acc-change>=-5%", "acc>10%"], 4, "cannot tell yet"],
    [choices, ["acc-change>=-5%", "acc>90%"], 3, "fails"],
    [single.slice(0, 1), ["perplexity<50", "acc>20%"], 0, "holds"],
  ])("%j %j", async (files, assertions, code, verdict) => {
    const { stdout, ...ended } = await gate(files, assertions, "--json");
    expect(ended).toEqual({ code, stderr: "" });
    expect(JSON.parse(stdout).verdict).toBe(verdict);
  });

  test("fewer than twenty documents decide nothing, and how many are missing is said", async () => {
    const lines = readFileSync(join(cwd, choices[0]!), "utf8").split("\n").slice(0, 5);
    const words = ["gate", "-", "--assert", "surprise<99999"];
    const { code, stdout } = await surprisal(words, { input: `${lines.join("\n")}\n` });
    expect(code).toBe(4);
    expect(stdout).toContain("about 15 more documents");
    expect(stdout).toContain(
      "Note: surprise<99999: intervals from fewer than 20 independent documents are too short to decide anything",
    );
    expect(stdout).not.toContain("token");
  });
});

test("what is asserted of is what the harness says of the same samples, or differences of it", async () => {
  const values = async (files: readonly string[], ...names: string[]) =>
    (await judged(files, ...names.map((name) => `${name}<=1`))).map(({ value }: { value: number }) => value);
  const close = (found: number[], expected: number[]) => {
    // Sums of 32 doubles through an exponential: as in wholes.test.ts.
    for (const [i, value] of found.entries()) expect(value / expected[i]!).toBeCloseTo(1, 10);
    expect(found).toHaveLength(expected.length);
  };
  close(await values(rolling, "word-perplexity-ratio", "byte-perplexity-ratio", "surprise-per-byte"), [
    high.rolling.word_perplexity / low.rolling.word_perplexity,
    high.rolling.byte_perplexity / low.rolling.byte_perplexity,
    high.rolling.bits_per_byte,
  ]);
  close(await values(rolling, "surprise-change"), [compared.rolling.surprise / Math.LN2]);
  close(await values(single, "perplexity-ratio"), [high.last_word.perplexity / low.last_word.perplexity]);
  close(await values(choices, "acc", "acc-change"), [high.choices.acc, high.choices.acc - low.choices.acc]);
  close(await values(choices.slice(0, 1), "greedy"), [low.choices.exact_match]);
  close(await values(rolling.slice(0, 1), "word-perplexity"), [low.rolling.word_perplexity]);
});

test("the intervals are those of perplexity and diff", async () => {
  const of = async (...words: string[]) =>
    JSON.parse((await surprisal([...words, "--json"], { cwd })).stdout);
  const [candidate] = (await of("diff", ...choices)).candidates;
  const alone = await of("perplexity", choices[1]!);
  const found = await judged(
    choices,
    ...["surprise-per-byte-change<9", "surprise-change<9", "acc-change<1", "surprise<9", "acc<1"],
  );
  const expected = [
    ...[candidate.surprisePerByte.difference, candidate.surprise.difference, candidate.right.difference],
    ...[alone.surprise, alone.likeliest],
  ];
  for (const [i, { value, low, high }] of found.entries()) {
    // An interval in bits is that in nats over ln 2, before the mean or after it.
    expect(value).toBeCloseTo(expected[i].value, 12);
    expect([low, high]).toEqual([expect.closeTo(expected[i].low, 12), expect.closeTo(expected[i].high, 12)]);
  }
});

describe("what cannot be told is refused, with what can", () => {
  const names = Object.keys(wholeMeasures).join(", ");
  test.each([
    [
      choices,
      "kl<0.1",
      `--assert is kl<0.1: kl is not known of samples, expected one of ${names}\nTry: surprisal gate --help\n`,
    ],
    [
      choices,
      "perplexity-ratio<1.1",
      "choices-low.jsonl: has nothing to tell perplexity-ratio<1.1 by (perplexity-ratio: Q's over P's), expected of choices between continuations one of surprise, surprise-change, surprise-per-byte, surprise-per-byte-change, acc, acc-change, greedy\n",
    ],
    [
      choices.slice(0, 1),
      "acc-change>0",
      "--assert is acc-change>0: acc-change compares two models, expected a CANDIDATE\nTry: surprisal gate --help\n",
    ],
    [
      choices,
      "acc-change>=-5",
      "--assert is acc-change>=-5: acc-change is from -1 to 1 whatever the models, expected a bound in there, such as -5%\nTry: surprisal gate --help\n",
    ],
    [
      ["../scorePairs/base.jsonl"],
      "acc>0.5",
      `--assert is acc>0.5: acc is not known of tokens, expected one of ${Object.keys(measures).join(", ")}\nTry: surprisal gate --help\n`,
    ],
    [
      rolling,
      "surprise-per-byte.p99<1",
      "--assert is surprise-per-byte.p99<1: .p99 is of single tokens, expected the mean alone\nTry: surprisal gate --help\n",
    ],
  ])("%j %s", async (files, assertion, message) => {
    const { code, stderr } = await gate(files, [assertion]);
    expect(stderr).toBe(`surprisal gate: ${message}`);
    expect(code).toBeGreaterThan(0);
    expect(code).toBeLessThan(3);
  });

  test("and options that make sense of tokens alone", async () => {
    const { stderr } = await gate(rolling, ["surprise<9999"], "--resample", "blocks");
    expect(stderr).toContain(
      "--resample is given, expected where tokens are scored, and not whole documents or continuations",
    );
  });
});

test("measures of tokens and of samples that share a name are asserted alike", () => {
  const known: Partial<Record<string, object>> = measures;
  for (const [name, { kind, pair, range }] of Object.entries(wholeMeasures))
    if (known[name]) expect(known[name]).toMatchObject({ kind, pair, range });
});
