import { linkSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const scores = '{"tokens":[{"text":"Yes","logprob":-0.5},{"text":",","logprob":-3}]}\n';
const files = { "base.jsonl": scores, "q.jsonl": scores, "pieces.json": '["a"]' };

test.each([
  [["tokens", "base.jsonl", "--output", "base.jsonl"], "--output is base.jsonl"],
  [["tokens", "base.jsonl:scores", "--output", "./base.jsonl"], "--output is ./base.jsonl"],
  [["tokens", "base.jsonl", "q.jsonl", "--output", "symbolic"], "--output is symbolic"],
  [
    ["tokens", "base.jsonl", "--vocabulary", "pieces.json", "--output", "pieces.json"],
    "--output is pieces.json",
  ],
  [["diff", "base.jsonl", "q.jsonl", "--report", "q.jsonl"], "--report is q.jsonl"],
  [["diff", "base.jsonl", "q.jsonl", "--report", "hard"], "--report is hard"],
  [["diff", "base.jsonl", "q.jsonl", "--resume", "base.jsonl"], "--resume is base.jsonl"],
  [["perplexity", "base.jsonl", "--resume", "new", "--report", "./new"], "--report is ./new"],
])("what is read, or written already, is not written over: %s", (words, said) =>
  inFolder(files, async (folder) => {
    symlinkSync("base.jsonl", join(folder, "symbolic"));
    linkSync(join(folder, "q.jsonl"), join(folder, "hard"));
    const { code, stdout, stderr } = await surprisal(words, { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toBe(
      `surprisal ${words[0]}: ${said}, expected a file that nothing else here reads or writes\nTry: surprisal ${words[0]} --help\n`,
    );
    for (const [name, text] of Object.entries(files))
      expect(readFileSync(join(folder, name), "utf8")).toBe(text);
  }),
);

test("what was written by an earlier run may be written again, and a device as often as one likes", () =>
  inFolder({ ...files, "old.csv": "old" }, async (folder) => {
    const { code } = await surprisal(["tokens", "base.jsonl", "--output", "old.csv"], { cwd: folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "old.csv"), "utf8")).toMatch(/^sequence,/);
    const toDevice = await surprisal(["perplexity", "base.jsonl", "--report", "/dev/null"], { cwd: folder });
    expect(toDevice.code).toBe(0);
  }));

test("an operand that is no path is told from one", () =>
  inFolder({}, async (folder) => {
    const numbers = Array(2000).fill("0.0005").join(",");
    const { stderr } = await surprisal(["perplexity", numbers, "--report", "out.html"], { cwd: folder });
    expect(stderr).toContain("--report is given, expected with a model's outputs only");
  }));
