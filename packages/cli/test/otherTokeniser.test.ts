import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { npy } from "./npy.ts";
import { inFolder, shell, surprisal } from "./surprisal.ts";

/** Texts as two tokenisers of Hugging Face's library cut them: reference/vocabularies.py. One spells é in bytes, the other 🙂 too, and puts a blank before a text. */
const vocabularies = join(import.meta.dirname, "../../../reference/vocabularies");
const expected = JSON.parse(readFileSync(join(vocabularies, "expected.json"), "utf8"));
const idsBy = (tokenizer: string): number[][] =>
  expected[tokenizer].texts
    .filter(({ text }: { text: string }) => !text.includes("<|end|>"))
    .map(({ ids }: { ids: number[] }) => ids);
const texts: string[] = expected["byte-level.json"].texts
  .map(({ text }: { text: string }) => text)
  .filter((text: string) => !text.includes("<|end|>"));

const padding = -100;
const end = { "byte-level.json": 330, "byte-fallback.json": 360 };

/**
 * Logits of 0 but for what comes, whose surprise is ln(e^a + V − 1) − a.
 *
 * @param isShifted The tokens are those put in, after one that begins the text; else those that come.
 */
function model(tokenizer: keyof typeof end, isShifted: boolean) {
  const vocabulary: number = expected[tokenizer].alone.length;
  const sequences = idsBy(tokenizer);
  const length = Math.max(...sequences.map((ids) => ids.length)) + (isShifted ? 1 : 0);
  const targets = new Int32Array(sequences.length * length).fill(padding);
  const logits = new Float32Array(targets.length * vocabulary);
  let nats = 0;
  for (const [s, ids] of sequences.entries()) {
    targets.set(isShifted ? [end[tokenizer], ...ids] : ids, s * length);
    for (const [i, id] of ids.entries()) {
      const a = (i * 7) % 11;
      logits[(s * length + i) * vocabulary + id] = a;
      nats += Math.log(Math.exp(a) + vocabulary - 1) - a;
    }
  }
  return {
    logits: npy(logits, [sequences.length, length, vocabulary]),
    targets: npy(targets, [sequences.length, length]),
    nats,
  };
}

test("logits of two tokenisers are compared by bytes, by the commands that the refusal names", async () => {
  const [p, q] = [model("byte-level.json", false), model("byte-fallback.json", true)];
  const files = { "p.npy": p.logits, "came.npy": p.targets, "q 8.npy": q.logits, "ids.npy": q.targets };
  await inFolder(files, async (cwd) => {
    const { code, stderr } = await surprisal(["diff", "p.npy", "q 8.npy"], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("q 8.npy: has rows over 362 outcomes, expected 332, as p.npy has\n");
    const [ofP, ofQ, diff, ...more] = stderr
      .split("\n")
      .flatMap((line) => /^ {2}(surprisal .*)/.exec(line)?.[1] ?? []);
    expect(more).toEqual([]);
    const filled = (line: string, targets: string, tokenizer: string) =>
      line.replace("TARGETS", targets).replace("TOKENIZER", join(vocabularies, tokenizer));
    const lines = [
      filled(ofP!, "came.npy", "byte-level.json"),
      filled(ofQ!, "ids.npy --shift", "byte-fallback.json"),
      `${diff} --unit nats --json`,
    ];
    const ended = await shell(lines.join(" && "), { cwd });
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const [found] = JSON.parse(ended.stdout).candidates;
    expect(found).toMatchObject({ by: "bytes", bytes });
    // Every token is scored, so that the stretches are the whole texts; a surprise is within 1e-6 of float64, and of two bytes at the least.
    expect(found.base.value).toBeCloseTo(p.nats / bytes, 6);
    expect(found.candidate.value).toBeCloseTo(q.nats / bytes, 6);
    expect(found.spans).toBeGreaterThan(texts.length);
    // The scores have the perplexity of the logits.
    for (const [scores, words] of [
      ["base.jsonl", ["p.npy", "--targets", "came.npy"]],
      ["candidate.jsonl", ["q 8.npy", "--targets", "ids.npy", "--shift"]],
    ] as const) {
      const surpriseOf = async (...all: string[]) =>
        JSON.parse((await surprisal(["perplexity", ...all, "--json"], { cwd })).stdout).surprisePerToken
          .value;
      expect(await surpriseOf(scores)).toBeCloseTo(await surpriseOf(...words), 12);
    }
  });
});

const twoModels = join(import.meta.dirname, "../../../reference/twoModels");

test.each([
  [
    ["base.npy", "--scores", "--targets", "targets.npy"],
    2,
    "--scores is given, expected with --vocabulary FILE",
  ],
  [
    ["base.npy", "near.npy", "--scores"],
    2,
    "--scores is given, expected with one FILE, and not also near.npy",
  ],
  [["base.npy", "--scores", "--jsonl"], 2, "--jsonl is given, expected without --scores"],
  [["base.npy", "--scores", "--unit", "nats"], 2, "--unit is given, expected without --scores"],
  [
    ["base.npy", "--scores", "--vocabulary", "v.json"],
    1,
    "base.npy: does not say what came, expected --targets FILE",
  ],
  [
    ["../scorePairs/base.jsonl", "--scores", "--vocabulary", "v.json"],
    1,
    "../scorePairs/base.jsonl: holds the log-probabilities of single tokens, expected rows of logits",
  ],
] as const)("surprisal tokens %j says what --scores needs", async (words, code, message) => {
  const ended = await surprisal(["tokens", ...words], { cwd: twoModels });
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toContain(message);
});
