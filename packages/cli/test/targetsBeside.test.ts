import { createRng } from "@surprisal/core";
import { expect, test } from "vitest";
import { safetensors } from "./safetensors.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const [rows, vocabulary] = [20, 300];
const rng = createRng(4);
const logits = Float32Array.from({ length: rows * vocabulary }, () => 4 * rng.next());
const came = Int32Array.from({ length: rows }, () => Math.floor(vocabulary * rng.next()));
const mask = Int32Array.from(came, (_, row) => Number(row > 2));

/** As a collator of batches leaves it: logits and, of the same shape but for the outcomes, integers. */
const saved = (integers: Record<string, Int32Array>) =>
  safetensors({
    logits: [logits, [2, rows / 2, vocabulary]],
    ...Object.fromEntries(Object.entries(integers).map(([name, values]) => [name, [values, [2, rows / 2]]])),
  });

const files = {
  "labels.safetensors": saved({ attention_mask: mask, labels: came }),
  "mask.safetensors": saved({ attention_mask: mask }),
  "flags.safetensors": saved({ seen: mask }),
  "two.safetensors": saved({ one: came, other: came.toReversed() }),
};

const of = (cwd: string, ...words: string[]) => surprisal(words, { cwd });

test("labels beside a mask are what came", () =>
  inFolder(files, async (cwd) => {
    const { stdout } = await of(cwd, "perplexity", "labels.safetensors");
    expect(stdout).toMatch(
      /^labels.safetensors: 20 of 20 rows .* what came is from labels.safetensors:labels\n/,
    );
    const named = await of(
      cwd,
      "perplexity",
      "mask.safetensors",
      "--targets",
      "labels.safetensors",
      "--json",
    );
    const { perplexity } = JSON.parse((await of(cwd, "perplexity", "labels.safetensors", "--json")).stdout);
    expect(JSON.parse(named.stdout)).toMatchObject({ targets: "labels.safetensors:labels", perplexity });
  }));

test("a mask is never what came, nor are zeros and ones over many outcomes; who says so is believed", () =>
  inFolder(files, async (cwd) => {
    const note = "Note: without targets nothing is scored: --targets FILE says what came";
    const { stdout, code } = await of(cwd, "perplexity", "mask.safetensors");
    expect([code, stdout.includes(": 0 of 20 rows"), stdout.includes(`${note}\n`)]).toEqual([0, true, true]);
    const flags = await of(cwd, "perplexity", "flags.safetensors");
    expect(flags.stdout).toContain(`${note}, where FILE could be flags.safetensors:seen\n`);
    const asked = await of(cwd, "perplexity", "flags.safetensors", "--targets", "flags.safetensors:seen");
    expect(asked.stdout).toContain(": 20 of 20 rows");
    const named = await of(cwd, "perplexity", "two.safetensors", "--targets", "mask.safetensors");
    expect(named).toMatchObject({
      code: 1,
      stderr:
        "surprisal perplexity: mask.safetensors: holds no array of integers but attention_mask, expected one\n",
    });
  }));

test("where several could say what came, they are named", () =>
  inFolder(files, async (cwd) => {
    const could = "where FILE could be two.safetensors:one or two.safetensors:other\n";
    expect((await of(cwd, "perplexity", "two.safetensors")).stdout).toContain(could);
    expect((await of(cwd, "diff", "two.safetensors", "mask.safetensors")).stdout).toContain(could);
    const { possibleTargets } = JSON.parse((await of(cwd, "perplexity", "two.safetensors", "--json")).stdout);
    expect(possibleTargets).toEqual(["two.safetensors:one", "two.safetensors:other"]);
  }));

test("text in UTF-16, as some shells write it, is called so, of targets and of scores", () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  const given = {
    ...files,
    "t.txt": utf16("1\n2\n"),
    "s.jsonl": utf16('{"tokens":[{"text":"a","logprob":-1}]}'),
  };
  return inFolder(given, async (cwd) => {
    for (const [name, ...words] of [
      ["t.txt", "mask.safetensors", "--targets", "t.txt"],
      ["s.jsonl", "s.jsonl"],
    ] as const) {
      const { code, stderr } = await of(cwd, "perplexity", ...words);
      expect(code).toBe(1);
      expect(stderr).toContain(`${name}: byte 0 does not begin a UTF-8 character, expected UTF-8 text`);
      expect(stderr).toContain(`it looks like UTF-16: iconv -f UTF-16 -t UTF-8 ${name}`);
    }
  });
});

test("an array that was named is called by its name", () => {
  const [shape, other] = [[2, rows / 2, vocabulary], logits.map((x) => x / 2)];
  const two = safetensors({ a: [logits, shape], b: [other, shape] });
  return inFolder({ "two.safetensors": two }, async (cwd) => {
    const [a, b] = ["two.safetensors:a", "two.safetensors:b"];
    expect((await of(cwd, "perplexity", a)).stdout).toMatch(/^two.safetensors:a: 0 of 20 rows/);
    const { base, candidates } = JSON.parse((await of(cwd, "diff", a, b, "--json")).stdout);
    expect([base, candidates[0].file]).toEqual([a, b]);
  });
});
