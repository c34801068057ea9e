import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { exitCode, inFolder, main, shell, surprisal } from "./surprisal.ts";

const reference = join(import.meta.dirname, "../../../reference");
const cwd = join(reference, "twoModels");
/** By NumPy and SciPy, from the same files: reference/twoModels.py. */
const expected = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));
const targets = ["--targets", "targets.npy", "--ignore", "0"];

type Row = Record<string, string>;

async function table(words: readonly string[], folder = cwd, note: unknown = ""): Promise<Row[]> {
  const { code, stdout, stderr } = await surprisal(["tokens", ...words], { cwd: folder });
  expect([code, stderr]).toEqual([0, note]);
  return Papa.parse<Row>(stdout.trimEnd(), { header: true }).data;
}

const known = (rows: readonly Row[], column: string) =>
  rows.flatMap((row) => (row[column] === "" ? [] : [Number(row[column])]));
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe("the columns have the means that NumPy and SciPy have", () => {
  test.each(["near", "far"])("%s", async (name) => {
    const rows = await table(["base.npy", `${name}.npy`, ...targets, "--unit", "nats"]);
    expect(rows).toHaveLength(144);
    const truth = expected.withoutPadding[name];
    const meanOf = (column: string) => mean(known(rows, column));
    // A row's divergence is within 3e-7 of float64, its likelihood and its entropy within 1e-6.
    expect(meanOf("kl_nats")).toBeCloseTo(truth.forwardKl, 6);
    expect(Math.max(...known(rows, "kl_nats"))).toBeCloseTo(truth.forwardKlMaximum, 6);
    expect(meanOf("reverse_kl_nats")).toBeCloseTo(truth.reverseKl, 6);
    expect(meanOf("js_nats")).toBeCloseTo(truth.jensenShannon, 6);
    expect(meanOf("tv")).toBeCloseTo(truth.totalVariation, 6);
    expect(meanOf("entropy_change_nats")).toBeCloseTo(truth.entropyChange, 5);
    expect(Math.exp(meanOf("surprise_nats")) / truth.basePerplexity).toBeCloseTo(1, 5);
    expect(Math.exp(meanOf("q_surprise_nats")) / truth.candidatePerplexity).toBeCloseTo(1, 5);
    expect(known(rows, "surprise_nats")).toHaveLength(128);
    const compared = rows.filter(({ kl_nats }) => kl_nats !== "");
    expect(mean(compared.map(({ top1, q_top1 }) => (top1 === q_top1 ? 1 : 0)))).toBeCloseTo(
      truth.top1Agreement,
      12,
    );
    expect(mean(known(rows, "rank").map((rank) => 1 / rank))).toBeCloseTo(
      expected.alone["base.npy"].reciprocalRank,
      12,
    );
    expect(rows[7]).toMatchObject({ sequence: "1", position: "1" });
  });
});

test("--shift scores each token of the base and the candidate by the one put in after it", async () => {
  const rows = await table(["base.npy", "near.npy", "--targets", "targets.npy", "--shift"]);
  const plain = await table(["base.npy", "near.npy", "--targets", "targets.npy"]);
  for (const [i, { position, token }] of rows.entries())
    expect(token).toBe(position === "5" ? "" : plain[i + 1]!.token);
  for (const column of ["surprise_bits", "q_surprise_bits"]) expect(known(rows, column)).toHaveLength(120);
});

test("sorted, the largest comes first and what has no value last; the unit is in the title", async () => {
  const [bits, nats] = [
    await table(["base.npy", ...targets, "--sort", "surprise"]),
    await table(["base.npy", ...targets, "--sort", "surprise_nats", "--unit", "nats", "--top", "130"]),
  ];
  const sorted = known(bits, "surprise_bits");
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
  expect(bits.slice(128).every((row) => row.surprise_bits === "")).toBe(true);
  expect(nats).toHaveLength(130);
  known(nats, "surprise_nats").forEach((value, i) => {
    expect(value / sorted[i]!).toBeCloseTo(Math.LN2, 14);
  });
});

test("JSON Lines say the same, null where there is no value, and Infinity in words", async () => {
  const words = ["base.npy", "far.npy", ...targets];
  const rows = await table(words);
  const { stdout } = await surprisal(["tokens", ...words, "--jsonl"], { cwd });
  const objects = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(objects.map((object) => Object.values(object).map((value) => String(value ?? "")))).toEqual(
    rows.map((row) => Object.values(row)),
  );
  const line = '{"tokens":[{"text":"a","logprob":-Infinity},{"text":"b","logprob":null}]}';
  const { stdout: infinite } = await surprisal(["tokens", "-", "--jsonl"], { input: line });
  expect(infinite.split("\n").map((text) => text && JSON.parse(text).surprise_bits)).toEqual([
    "Infinity",
    null,
    "",
  ]);
});

test("texts come from a vocabulary, and stand in CSV whatever is in them", async () => {
  const pieces = [",", '"', "\n", "Ġd", "âĢ", "fff", "g", "h", "i"];
  await inFolder({ "v.json": JSON.stringify(pieces) }, async (folder) => {
    const rows = await table(["base.npy", ...targets, "--vocabulary", join(folder, "v.json")]);
    const texts = [",", '"', "\n", "Ġd", "âĢ", "fff", "g", "h", "i"];
    for (const { token, text, top1, top1_text } of rows)
      expect([text, top1_text]).toEqual(
        [token, top1].map((number) => (number === "" ? "" : texts[Number(number)])),
      );
  });
});

test("tokens that the vocabulary does not name are counted beside the table", async () => {
  const alone = npy(Float32Array.of(0, 0, 2), [1, 3]);
  await inFolder({ "v.json": '["a","b"]', "one.npy": alone }, async (folder) => {
    const vocabulary = ["--vocabulary", join(folder, "v.json")];
    const { stdout, stderr } = await surprisal(["tokens", "base.npy", ...targets, ...vocabulary], { cwd });
    const rows = Papa.parse<Row>(stdout.trimEnd(), { header: true }).data;
    const met = new Set(rows.flatMap(({ token, top1 }) => [token, top1]).filter((token) => token !== ""));
    const unnamed = [...met].filter((token) => Number(token) > 1).length;
    expect(stderr).toContain(`does not name ${unnamed} of the ${met.size} different tokens`);
    const one = await surprisal(["tokens", "one.npy", "--vocabulary", "v.json"], { cwd: folder });
    expect(one.stderr).toContain(
      "does not name the one token that came or was likeliest, whose text is empty",
    );
  });
});

test("what the base file of llama.cpp says came is scored, and that its rows are codes is said", async () => {
  const note = expect.stringMatching(/^Note: rows of base.kld are 16-bit codes, cut 16 nats below .*\n$/);
  const rows = await table(["base.kld"], join(reference, "modelOutputs"), note);
  expect(rows).toHaveLength(15);
  expect(known(rows, "surprise_bits")).toHaveLength(15);
  expect(rows.map(({ sequence, position }) => `${sequence} ${position}`).slice(4, 6)).toEqual(["0 4", "1 0"]);
});

test("rows that are no distributions keep their places, and are named beside the table", async () => {
  const { stdout, stderr, code } = await surprisal(["tokens", "stored.npz"], {
    cwd: join(reference, "modelOutputs"),
  });
  expect([code, stdout.split("\n")[1]]).toEqual([0, "0,0,3,,,,,"]);
  expect(stderr).toBe(
    "Note: row 0 is no distribution and left out: +∞\nNote: row 1 is no distribution and left out: NaN\n",
  );
});

describe("--output", () => {
  const line = '{"tokens":[{"text":"a","logprob":-1}]}';

  test("is written whole", () =>
    inFolder({ "s.jsonl": line, "out.csv": "old" }, async (folder) => {
      const ended = await surprisal(["tokens", "s.jsonl", "--output", "out.csv", "--unit", "nats"], {
        cwd: folder,
      });
      expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
      expect(readdirSync(folder)).toEqual(["out.csv", "s.jsonl"]);
      expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe(
        "sequence,name,position,text,surprise_nats\n0,line 1,0,a,1\n",
      );
    }));

  test("is left as it was where the input cannot be used", () =>
    inFolder({ "s.jsonl": `${line}\n{"tok`, "out.csv": "old" }, async (folder) => {
      const ended = await surprisal(["tokens", "s.jsonl", "--output", "out.csv"], { cwd: folder });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain("s.jsonl:2:");
      expect(readdirSync(folder)).toEqual(["out.csv", "s.jsonl"]);
      expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("old");
    }));

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("leaves nothing when ended by %s while it reads", (signal, code) =>
    inFolder({ "out.csv": "old" }, async (folder) => {
      const args = ["--conditions=surprisal-source", main, "tokens", "-", "--output", "out.csv"];
      const child = spawn(process.execPath, args, { cwd: folder });
      child.stdin.write(`${line}\n`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      child.kill(signal);
      const [own, by] = await once(child, "close");
      expect(exitCode(own, by)).toBe(code);
      expect(readdirSync(folder)).toEqual(["out.csv"]);
      expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("old");
    }),
  );
});

test("whoever reads only the beginning ends it in peace", async () => {
  const tokens = Array.from({ length: 50_000 }, (_, i) => ({ text: `t${i}`, logprob: -1 }));
  await inFolder({ "s.jsonl": JSON.stringify({ tokens }) }, async (folder) => {
    const { code, stdout, stderr } = await shell("set -o pipefail; surprisal tokens s.jsonl | head -2", {
      cwd: folder,
    });
    expect([code, stdout.split("\n")[1], stderr]).toEqual([0, "0,line 1,0,t0,1.4426950408889634", ""]);
  });
});

describe("what cannot be answered, and why", () => {
  const one = '{"name":"a","tokens":[{"text":"a","logprob":-1},{"text":"b","logprob":-1}]}';
  const files = {
    "none.json": '{"name":"a","tokens":[]}',
    "one.jsonl": one,
    "other.jsonl": one.replace('"b"', '"c"'),
    "short.jsonl": one.replace(',{"text":"b","logprob":-1}', ""),
  };
  test.each([
    [
      ["one.jsonl", "other.jsonl"],
      1,
      'other.jsonl: is not of the same tokens: text[1] of candidate is "c", expected "b"',
    ],
    [
      ["one.jsonl", "short.jsonl"],
      1,
      "short.jsonl: is not of the same tokens: candidate has 1 token, expected 2 as in base",
    ],
    [
      ["one.jsonl", join(cwd, "base.npy")],
      1,
      `${join(cwd, "base.npy")}: holds rows of logits, expected log-probabilities of tokens, as one.jsonl has`,
    ],
    [
      [join(cwd, "base.npy"), "one.jsonl"],
      1,
      "one.jsonl: holds the log-probabilities of single tokens, expected rows of logits",
    ],
    [["none.json"], 1, "none.json: holds no tokens, expected at least one"],
    [["one.jsonl", "--sort", "kl"], 2, "--sort is kl, expected surprise"],
    [
      [join(cwd, "base.npy"), "--sort", "rank"],
      2,
      "--sort is rank, expected with --targets FILE, which says what came\n",
    ],
    [[join(cwd, "base.npy"), "--sort", "kl"], 2, "--sort is kl, expected with a CANDIDATE\n"],
    [["one.jsonl", "--sort", "surprize"], 2, "Did you mean surprise?"],
    [
      ["one.jsonl", "--targets", "t.npy"],
      2,
      "--targets is given, expected beside logits only: one.jsonl says itself what came",
    ],
    [["one.jsonl", "--top", "0"], 2, "--top is 0, expected a whole number above 0"],
    [["none.jsonl"], 1, "none.jsonl: does not exist, expected a file"],
    [["one.jsonl", "--output", "no/where.csv"], 1, "no/where.csv: lies in a folder that does not exist"],
  ])("%j", (words, code, message) =>
    inFolder(files, async (folder) => {
      const ended = await surprisal(["tokens", ...words], { cwd: folder });
      expect([ended.code, ended.stdout]).toEqual([code, ""]);
      expect(ended.stderr).toContain(message);
    }),
  );
});

test("a name of a file, or a text, gives a terminal no orders", async () => {
  const red = "\u001b[31mred.jsonl";
  const scores = `${JSON.stringify({ tokens: [{ text: "=\u001b[2J", logprob: -1 }] })}\n`;
  await inFolder({ [red]: scores }, async (folder) => {
    for (const command of ["perplexity", "inspect"]) {
      const { stdout } = await surprisal([command, red], { cwd: folder });
      expect(stdout).toMatch(/^\\u001b\[31mred.jsonl: /);
    }
    const refused = await surprisal(["perplexity", red, red], { cwd: folder });
    expect([refused.code, refused.stderr.includes("\u001b")]).toEqual([2, false]);
    // What goes on to another program is as it is.
    const { stdout } = await surprisal(["tokens", red], { cwd: folder });
    expect(stdout).toContain("=\u001b[2J");
    const line = `script -qec "$0 tokens '${red}'" /dev/null`;
    const shown = await shell(
      line.replace("$0", [process.execPath, "--conditions=surprisal-source", main].join(" ")),
      { cwd: folder },
    );
    expect(shown.stdout).toContain("=\\u001b[2J");
  });
});
