import { createRng } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const [rows, vocabulary] = [24, 7];
const rng = createRng(5);
const logits = Float32Array.from({ length: rows * vocabulary }, () => 4 * rng.next());
const perRow = (values: Float32Array, of: (row: Float32Array) => ArrayLike<number>) =>
  Float32Array.from(
    Array.from({ length: rows }, (_, row) =>
      Array.from(of(values.subarray(row * vocabulary, (row + 1) * vocabulary))),
    ).flat(),
  );
const softmax = perRow(logits, (row) => {
  const weights = row.map(Math.exp);
  return weights.map((x) => x / weights.reduce((sum, y) => sum + y, 0));
});
const shape = [4, 6, vocabulary];
const files = {
  "logits.npy": npy(logits, shape),
  "probabilities.npy": npy(softmax, shape),
  "logs.npy": npy(softmax.map(Math.log), shape),
  // Of which softmax would make a model that is hardly sure of anything.
  "padded.npy": npy(
    softmax.map((x, i) => (i < 2 * vocabulary ? 0 : x)),
    shape,
  ),
  "targets.npy": npy(
    Int32Array.from({ length: rows }, (_, i) => i % vocabulary),
    shape.slice(0, 2),
  ),
};
const refused =
  "probabilities.npy: holds probabilities: its rows are nowhere negative and sum to 1, expected logits or log-probabilities\nHint: save their logarithms instead, numpy.log(x); or say that they are logits: --logits\n";

describe("rows of probabilities are no logits", () => {
  test.each([
    ["perplexity", "probabilities.npy", "--targets", "targets.npy"],
    ["diff", "logits.npy", "probabilities.npy"],
    ["tokens", "probabilities.npy"],
    ["gate", "probabilities.npy", "logits.npy", "--assert", "kl<1"],
  ])("%s %s", async (...line) => {
    await inFolder(files, async (cwd) => {
      expect(await surprisal(line, { cwd })).toEqual({
        code: 1,
        stdout: "",
        stderr: `surprisal ${line[0]}: ${refused}`,
      });
    });
  });

  test("nor where some are padding; inspect says what they are", async () => {
    await inFolder(files, async (cwd) => {
      const { code } = await surprisal(["perplexity", "padded.npy", "--targets", "targets.npy"], { cwd });
      expect(code).toBe(1);
      const { stdout } = await surprisal(["inspect", "probabilities.npy"], { cwd });
      expect(stdout).toContain(
        "24 rows over 7, probabilities\nNote: probabilities.npy: to be measured, save",
      );
    });
  });

  test("unless they are said to be logits; their logarithms are what the logits are", async () => {
    await inFolder(files, async (cwd) => {
      const perplexity = async (file: string, ...options: string[]) =>
        JSON.parse(
          (await surprisal(["perplexity", file, "--targets", "targets.npy", "--json", ...options], { cwd }))
            .stdout,
        ).perplexity.value;
      // Singles: each log-likelihood is off by 1e-6 at most.
      expect((await perplexity("logs.npy")) / (await perplexity("logits.npy"))).toBeCloseTo(1, 5);
      const asLogits = await perplexity("probabilities.npy", "--logits");
      const targets = Array.from({ length: rows }, (_, row) => row % vocabulary);
      const surprise = targets.map((target, row) => {
        const x = Array.from(softmax.subarray(row * vocabulary, (row + 1) * vocabulary));
        return Math.log(x.reduce((sum, y) => sum + Math.exp(y), 0)) - x[target]!;
      });
      expect(asLogits / Math.exp(surprise.reduce((sum, nats) => sum + nats, 0) / rows)).toBeCloseTo(1, 5);
    });
  });
});
