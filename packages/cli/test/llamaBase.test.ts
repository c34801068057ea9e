import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

/** Written and printed by llama.cpp: reference/llamaBase.py. */
const cwd = join(import.meta.dirname, "../../../reference/llamaBase");
const printed = readFileSync(join(cwd, "printed.txt"), "utf8");
const blocks = printed.slice(printed.indexOf("====== Perplexity statistics"));
const numberBehind = (label: string) =>
  Number(blocks.slice(blocks.indexOf(label)).match(/: +(-?[\d.]+)/)![1]);
/** What it printed while it wrote the base and the candidate, from logits that are neither rounded nor cut. */
const [ofBase, ofCandidate] = Array.from(printed.matchAll(/PPL = ([\d.]+)/g), ([, number]) => Number(number));
/** The most that a code may differ from the next. */
const step = 16 / 65535;

const run = async (...words: string[]) => (await surprisal(words, { cwd })).stdout;
const json = async (...words: string[]) => JSON.parse(await run(...words, "--unit", "nats", "--json"));

test("inspect: the windows that llama-perplexity was told of", async () => {
  expect(printed).toContain("-c 64 -b 64 -t 1 --chunks 5 -m base.gguf");
  const text = await run("inspect", "base.kld");
  expect(text).toMatch(/windows +5, of 64 tokens\n +vocabulary +301\n +rows +155: of each window, the 31 /);
});

test("diff --llama of the candidate's logits: every character as llama-perplexity prints it", async () => {
  expect(await run("diff", "base.kld", "candidate.npy", "--llama")).toBe(blocks);
});

test("perplexity of a base file: the base's as llama-perplexity reads it; that of its logits is higher by what is cut", async () => {
  for (const [file, exact] of [
    ["base.kld", ofBase!],
    ["candidate.kld", ofCandidate!],
  ] as const) {
    const { perplexity, tokensScored } = await json("perplexity", file);
    expect(tokensScored).toBe(155);
    // What it printed has four decimals; rounded to codes, each surprise is within half a step.
    expect(Math.log(perplexity.value)).toBeLessThan(Math.log(exact + 5e-5) + step / 2);
    // A mean surprise is within 1e-6 of float64, and what was printed has six decimals.
    const stored = numberBehind("Mean PPL(base)");
    if (file === "base.kld")
      expect(Math.abs(perplexity.value / stored - 1)).toBeLessThan(1e-6 + 5e-7 / stored);
  }
});

test("diff of two base files: no further from what llama-perplexity prints of the logits than a step", async () => {
  const [{ comparison }] = (await json("diff", "base.kld", "candidate.kld")).candidates;
  expect(Math.abs(comparison.forwardKl.mean.value - numberBehind("Mean    KLD"))).toBeLessThan(step);
  expect(Math.abs(comparison.forwardKl.maximum - numberBehind("Maximum KLD"))).toBeLessThan(step);
  expect(100 * comparison.top1Agreement.value).toBeCloseTo(numberBehind("Same top p"), 3);
});

test("perplexity of a base file says where what came is cut", async () => {
  const file = readFileSync(join(cwd, "base.kld"));
  const row = (index: number) => 20 + 4 * 5 * 64 + index * (8 + 2 * 302);
  const codeOf = (index: number) => {
    const target = file.readInt32LE(20 + 4 * (64 * Math.floor(index / 31) + 33 + (index % 31)));
    return row(index) + 8 + 2 * target;
  };
  const cut = Array.from({ length: 155 }, (_, index) => codeOf(index)).filter(
    (at) => file.readUInt16LE(at) === 0,
  );
  expect(cut).toHaveLength(1);
  expect(await json("perplexity", "base.kld")).toMatchObject({ cameCut: 1 });
  expect(await run("perplexity", "base.kld")).toContain(
    "Note: at 1 of 155 rows what came is at the cut, however far below it was: the perplexity is too low\n",
  );
  file.writeUInt16LE(1, cut[0]);
  await inFolder({ "above.kld": file }, async (folder) => {
    const { stdout } = await surprisal(["perplexity", "above.kld", "--json"], { cwd: folder });
    expect(JSON.parse(stdout)).not.toHaveProperty("cameCut");
  });
});
