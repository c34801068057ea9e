import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "@surprisal/core";
import { expect, test } from "vitest";
import { npy } from "./npy.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const [sequences, length, vocabulary] = [4, 10, 16];
const rng = createRng(9);
const tokens = Int32Array.from({ length: sequences * length }, () => rng.next() * vocabulary);
// A model that is rather sure of the token after each, by a logit of 8 over noise.
const logits = Float32Array.from({ length: tokens.length * vocabulary }, (_, i) => {
  const [row, outcome] = [Math.floor(i / vocabulary), i % vocabulary];
  return rng.next() + (tokens[row + 1] === outcome ? 8 : 0);
});
const came = tokens.map((_, row) => ((row + 1) % length === 0 ? -100 : tokens[row + 1]!));
const files = {
  "p.npy": npy(logits, [sequences, length, vocabulary]),
  "q.npy": npy(
    logits.map((x) => x / 2),
    [sequences, length, vocabulary],
  ),
  "put-in.npy": npy(tokens, [sequences, length]),
  "came.npy": npy(came, [sequences, length]),
  "beyond.npy": npy(
    came.map((token, i) => (i === 23 ? 99 : token)),
    [sequences, length],
  ),
};
const on = (line: string) => inFolder(files, (cwd) => surprisal(line.split(" "), { cwd }));
const twice =
  /with --shift what came is far more surprising than without it: .* Are the targets aligned with/;
const unshifted =
  /without --shift what came is far more surprising than with it: .* Are the targets the tokens/;

test.each([
  ["perplexity p.npy --targets came.npy --shift", twice],
  ["perplexity p.npy --targets put-in.npy", unshifted],
  ["diff p.npy q.npy --targets came.npy --shift", twice],
  ["diff p.npy q.npy --targets put-in.npy", unshifted],
  ["tokens p.npy --targets came.npy --shift", twice],
  ["gate p.npy q.npy --targets put-in.npy --assert kl<9 --resample blocks", unshifted],
])("targets a place beside their rows are doubted: %s", async (line, doubt) => {
  const { code, stdout, stderr } = await on(line);
  expect(code).toBe(0);
  expect((stdout + stderr).replaceAll(/\s+/g, " ")).toMatch(doubt);
});

test.each([
  "perplexity p.npy --targets came.npy",
  "perplexity p.npy --targets put-in.npy --shift",
  "diff p.npy q.npy --targets put-in.npy --shift",
])("and where they belong they are not: %s", async (line) => {
  expect((await on(line)).stdout).not.toContain("far more surprising");
});

test("so does a report, in its language", async () => {
  await inFolder(files, async (cwd) => {
    const line = "diff p.npy q.npy --targets came.npy --shift --report out.html --language es";
    await surprisal(line.split(" "), { cwd });
    expect(readFileSync(join(cwd, "out.html"), "utf8")).toContain(
      "¿Están los objetivos ya alineados con las filas?",
    );
  });
});

test("--json says by how much", async () => {
  const { alignment } = JSON.parse((await on("perplexity p.npy --targets came.npy --shift --json")).stdout);
  expect(alignment).toMatchObject({ shifted: true, rows: tokens.length });
  // 8 nats of 16 outcomes, give or take the noise of 1.
  expect(alignment.asked - alignment.other).toBeGreaterThan((8 - 2) / Math.LN2);
});

test("a target beyond the vocabulary is named by its place", async () => {
  expect(await on("perplexity p.npy --targets beyond.npy")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "beyond.npy: [23] is 99 (at [2, 3] of 4 × 10), expected one of 16 tokens, from 0, or -100 where none is scored\n",
    ),
  });
});
