import {
  aliasTable,
  createRng,
  estimateLoggedKl,
  inUnit,
  klDivergence,
  probabilities,
  tokenResampling,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const p = probabilities([0.5, 0.3, 0.2]);
const q = probabilities([0.2, 0.3, 0.5]);
const old = probabilities([0.3, 0.3, 0.4]);

/** Sequences of 10 tokens as training logs them, drawn from one of the three. */
function rollouts(count: number, draws = q) {
  const [rng, table] = [createRng(3), aliasTable(draws)];
  return Array.from({ length: count }, () => {
    const drawn = Array.from({ length: 10 }, () => table.sample(rng));
    const logs = (of: typeof p) => drawn.map((x) => Math.log(of[x]!));
    return { logprobs: logs(q), ref_logprobs: logs(p), old_logprobs: logs(old) };
  });
}

const asLines = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

async function run(files: Record<string, string>, ...words: string[]) {
  return inFolder(files, (cwd) => surprisal(["policy", ...words], { cwd }));
}

async function found(files: Record<string, string>, ...words: string[]) {
  const { stdout, stderr } = await run(files, ...words, "--json");
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

test("gives the library's estimates, whole sequences resampled, and D(Q‖P) is within", async () => {
  const records = rollouts(40);
  const answer = await found({ "r.jsonl": asLines(records) }, "r.jsonl", "--unit", "nats", "--level", "0.9");
  const [logQ, logP] = (["logprobs", "ref_logprobs"] as const).map((key) =>
    records.flatMap((one) => one[key]),
  );
  const sequence = logQ!.map((_, i) => Math.floor(i / 10));
  const resampling = tokenResampling(sequence, { level: 0.9 });
  const { k1, k2, k3 } = estimateLoggedKl(logQ!, logP!, resampling);
  expect(answer.perToken).toEqual({ k1, k2, k3 });
  expect(k1.dependence).toBe("clusters");
  const truth = klDivergence(p, q, "reverse");
  expect(k3.low < truth && truth < k3.high).toBe(true);
  const whole = estimateLoggedKl(logQ!, logP!, {
    ...resampling,
    dependence: { kind: "independent" },
    sequence,
  });
  expect(answer.perSequence.k1).toEqual(whole.k1);
  expect(whole.k1.value).toBeCloseTo(10 * k1.value, 12);
  expect(answer).toMatchObject({ symbol: "D(Q‖P)", tokens: 400, sequences: 40, leftOut: 0 });
  const bits = await found({ "r.jsonl": asLines(records) }, "r.jsonl", "--level", "0.9");
  expect(bits.perToken.k3.high).toBe(inUnit(k3.high, "bits"));
  expect(bits.largestLogRatio).toBeCloseTo(Math.log2(0.5 / 0.2), 12);
});

test("of draws of another policy, --draws weighs them, and without it the report says that other than Q drew", async () => {
  const files = { "r.jsonl": asLines(rollouts(200, probabilities([0.9, 0.05, 0.05]))) };
  const { stdout } = await run(files, "r.jsonl");
  expect(stdout.replace(/\s+/g, " ")).toContain("k1 is below 0 by more than chance, so other than Q drew");
  const sharp = { "r.jsonl": asLines(rollouts(200, probabilities([0.04, 0.16, 0.8]))) };
  expect((await run(sharp, "r.jsonl")).stdout).toContain("k1 and k3 differ");
  const records = { "r.jsonl": asLines(rollouts(200, old)) };
  const answer = await found(records, "r.jsonl", "--draws", "old_logprobs", "--unit", "nats");
  const { low, high } = answer.perToken.k1;
  const truth = klDivergence(p, q, "reverse");
  expect(low < truth && truth < high).toBe(true);
  expect(answer.weightedSize).toBeLessThan(2000);
  expect((await run(records, "r.jsonl", "--draws", "old_logprobs")).stdout).toContain("weights are worth");
});

test("a table, its mask and its sequences do as well, and what is left out is counted", async () => {
  const rows = rollouts(30).flatMap(({ logprobs, ref_logprobs }, s) =>
    logprobs.map((log, t) => `${s},${log},${ref_logprobs[t]},1`),
  );
  const table = `text,new,base,use\n${rows.join("\n")}\n9,-1,-1,0\n`;
  const words = "r.csv --policy new --reference base --mask use --sequence text".split(" ");
  const lines = await found({ "r.jsonl": asLines(rollouts(30)) }, "r.jsonl");
  const answer = await found({ "r.csv": table }, ...words);
  expect(answer.perToken).toEqual(lines.perToken);
  expect(answer.leftOut).toBe(1);
  const { stdout } = await run({ "r.csv": table }, ...words, "--markdown");
  expect(stdout).toContain("| k1, a token | ");
  expect(stdout).toContain("left out: 1 token, masked");
});

describe("refuses", () => {
  test.each([
    [["r.jsonl", "--policy", "logp"], "r.jsonl:1:1: logp is missing", "--policy says what it is called"],
    [["r.jsonl", "--draws", ""], "--draws is , expected the name of a column or field", ""],
    [["r.jsonl", "--resample", "texts"], "--resample is texts, expected auto", ""],
    [["none.jsonl"], "none.jsonl", ""],
    [[], "FILE is missing", ""],
    [["bad.jsonl"], "bad.jsonl:1:14: logprobs[0] is 1, expected a finite log-probability, at most 0", ""],
  ])("%s", async (words, message, hint) => {
    const files = {
      "r.jsonl": asLines(rollouts(1)),
      "bad.jsonl": '{"logprobs":[1],"ref_logprobs":[-1]}\n',
    };
    const { code, stderr } = await run(files, ...words);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});
