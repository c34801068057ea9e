import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { surprisal } from "./surprisal.ts";

const cwd = join(import.meta.dirname, "../../../reference/harness");
const samples = (file: string) =>
  readFileSync(join(cwd, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const note =
  "Note: a row for each document: samples score these whole, and do not say which tokens there are\n";

async function table(...words: string[]): Promise<Record<string, string>[]> {
  const { code, stdout, stderr } = await surprisal(["tokens", ...words], { cwd });
  expect([code, stderr]).toEqual([0, note]);
  return Papa.parse<Record<string, string>>(stdout.trimEnd(), { header: true }).data;
}

test("of samples there is a row for each document, with what the harness wrote of it", async () => {
  const rows = await table("rolling-low.jsonl", "rolling-high.jsonl", "--unit", "nats");
  const [base, candidate] = [samples("rolling-low.jsonl"), samples("rolling-high.jsonl")];
  const other = new Map(candidate.map((sample) => [sample.doc_id, Number(sample.filtered_resps[0])]));
  expect(rows).toHaveLength(base.length);
  for (const [i, sample] of base.entries()) {
    const row = rows[i]!;
    const surprise = -Number(sample.filtered_resps[0]);
    expect(row.document).toBe(String(sample.doc_id));
    expect(Number(row.surprise_nats)).toBe(surprise);
    expect(Number(row.q_surprise_nats)).toBe(-other.get(sample.doc_id)!);
    expect(Number(row.surprise_change_nats)).toBe(-other.get(sample.doc_id)! - surprise);
    expect(Number(row.surprise_per_byte_nats)).toBe(surprise / Number(row.bytes));
    expect(Number(row.bytes)).toBe(new TextEncoder().encode(row.text).length);
  }
  expect(Object.keys(rows[0]!).join()).not.toMatch(/token|position|sequence/);
});

test("continuations say whether they are right; sorted, cut, and as JSON Lines", async () => {
  const rows = await table("choices-low.jsonl");
  const right = rows.map((row) => Number(row.right));
  const accuracy = samples("choices-low.jsonl").map(({ acc }) => acc);
  expect(right).toEqual(accuracy);
  const { stdout } = await surprisal(
    ["tokens", "choices-low.jsonl", "--sort", "surprise_per_byte", "--top", "3", "--jsonl"],
    { cwd },
  );
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const largest = rows.map((row) => Number(row.surprise_per_byte_bits)).toSorted((a, b) => b - a);
  expect(lines.map((line) => line.surprise_per_byte_bits)).toEqual(largest.slice(0, 3));
});
