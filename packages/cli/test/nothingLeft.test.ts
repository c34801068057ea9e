import { describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const files = {
  "p.npy": npy(
    Float32Array.from({ length: 12 }, (_, i) => i % 5),
    [4, 3],
  ),
  "nan.npy": npy(new Float32Array(12).fill(Number.NaN), [4, 3]),
  "padding.npy": npy(new Int32Array(4).fill(-100), [4]),
};
const padding = ["--targets", "padding.npy"];
const isPadding = "p.npy: has no row left to measure: 4 rows are padding, by --targets and --ignore";
const isNone = "nan.npy: has no row left to measure: 4 rows are no distribution, the first at row 0: NaN";

describe("where every row is left out, nothing is measured, and why is said", () => {
  test.each([
    [["perplexity", "p.npy", ...padding], isPadding],
    [["perplexity", "nan.npy"], isNone],
    [["diff", "p.npy", "p.npy", ...padding], isPadding],
    [["diff", "nan.npy", "p.npy"], isNone],
    [["diff", "p.npy", "nan.npy"], isNone],
    [["gate", "p.npy", "p.npy", "--assert", "kl<1", ...padding], isPadding],
    [["gate", "nan.npy", "p.npy", "--assert", "kl<1"], isNone],
  ])("%j", async (words, message) => {
    await inFolder(files, async (cwd) => {
      const ended = await surprisal(words, { cwd });
      expect(ended).toEqual({ code: 1, stdout: "", stderr: `surprisal ${words[0]}: ${message}\n` });
    });
  });
});

test("rows without a target are compared, and only what came is not known", async () => {
  await inFolder(files, async (cwd) => {
    const { code, stdout } = await surprisal(["diff", "p.npy", "p.npy"], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("--targets FILE says it")]);
  });
});

test("a candidate without any distribution fails, of nothing that was measured", () =>
  inFolder(files, async (cwd) => {
    const { code, stdout } = await surprisal(["gate", "p.npy", "nan.npy", "--assert", "kl<1"], { cwd });
    expect([code, stdout]).toEqual([3, expect.stringContaining("\nFails: 4 rows at which P has a")]);
    expect(stdout).not.toContain("verdict");
  }));
