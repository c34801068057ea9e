import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numberText } from "@surprisal/data/report";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const reference = join(import.meta.dirname, "../../../reference/harness");
const files = Object.fromEntries(
  ["rolling", "choices", "last_word"]
    .flatMap((task) => [`${task}-low.jsonl`, `${task}-high.jsonl`])
    .map((name) => [name, readFileSync(join(reference, name), "utf8")]),
);

/** The report of a command, and what the same command prints as JSON. */
const reported = (line: string) =>
  inFolder(files, async (cwd) => {
    const { code, stdout, stderr } = await surprisal([...line.split(" "), "--json", "--report", "out.html"], {
      cwd,
    });
    expect([code, stderr]).toEqual([0, ""]);
    return { page: readFileSync(join(cwd, "out.html"), "utf8"), said: JSON.parse(stdout), json: stdout };
  });

const saved = (page: string, file: string) =>
  decodeURIComponent(new RegExp(`download="${file}" href="data:[^,]+,([^"]*)"`).exec(page)![1]!);

/** What a reader sees. */
const textOf = (page: string) =>
  page
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");

test("samples of one model: numbers, documents and what can be saved", async () => {
  const { page, said, json } = await reported("perplexity rolling-low.jsonl");
  const text = textOf(page);
  expect(text).toContain(`Surprise a byte: ${numberText(said.surprisePerByte.value, "en")} bits`);
  expect(text).toContain(`word_perplexity ${numberText(said.wordPerplexity.value, "en")}`);
  expect(text).toContain("32 documents, scored whole, of 5,528 bytes and 1,112 words.");
  expect(text.match(/[^.]*\btokens?\b[^.]*\./gi)).toEqual([
    expect.stringContaining("BOS token"),
    expect.stringContaining("nothing is said per token"),
  ]);
  expect(saved(page, "results.json")).toBe(json);
  const rows = Papa.parse<Record<string, string>>(saved(page, "documents.csv").trimEnd(), {
    header: true,
  }).data;
  expect(rows).toHaveLength(32);
  const bits = rows.reduce((sum, row) => sum + Number(row.surprise_bits), 0);
  // Sums of 32 doubles below 1000.
  expect(bits / 5528).toBeCloseTo(said.surprisePerByte.value, 10);
  expect(page).not.toContain('<section class="text"');
  expect(text).not.toMatch(/NaN|undefined/);
});

test("the documents that differ most come first, shaded, with what both make of them", async () => {
  const { page, said } = await reported("diff rolling-low.jsonl rolling-high.jsonl --unit nats");
  const table = /<section class="documents">[\s\S]*?<\/section>/.exec(page)![0];
  const differences = [
    ...table.matchAll(
      /<tr><th[^>]*>(\d+)<\/th><td><span class="beginning( more\d)?">[^<]+<\/span><\/td><td[^>]*>([^<]+)/g,
    ),
  ].map(([, id, shade, difference]) => ({ id, shade, difference: Number(difference) }));
  expect(differences).toHaveLength(32);
  expect(differences.map(({ difference }) => difference)).toEqual(
    differences.map(({ difference }) => difference).toSorted((a, b) => b - a),
  );
  // Half of them are above the median.
  expect(differences.filter(({ shade }) => shade)).toHaveLength(16);
  const { difference } = said.candidates[0].surprisePerByte;
  expect(textOf(page)).toContain(`Q's less P's: ${numberText(difference.value, "en")} nats`);
  expect(textOf(page)).toContain("Q is more surprised than P by the same documents.");
});

test("continuations say who is right, in Spanish too, and of several candidates who is less surprised", async () => {
  const { page, said } = await reported("diff choices-low.jsonl choices-high.jsonl --language es");
  const text = textOf(page);
  const [{ right }] = said.candidates;
  expect(text).toContain(
    `La correcta es la más probable, según Q ${numberText(100 * right.candidate.value, "es")} %`,
  );
  expect(text).toContain("Por las veces que acierta, Q no se distingue de P.");
  expect(text).toContain("choices-high.jsonl frente a choices-low.jsonl");
  const several = await reported("diff choices-low.jsonl choices-high.jsonl choices-low.jsonl");
  expect(textOf(several.page)).toContain("choices-low.jsonl is less surprised than choices-high.jsonl");
});

test("without a choice the harness's perplexity is the answer", async () => {
  const { page, said } = await reported("perplexity last_word-low.jsonl");
  expect(textOf(page)).toContain(`Perplexity: ${numberText(said.perplexity.value, "en")}`);
});
