import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRng } from "@surprisal/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { npy } from "./npy.ts";
import { node, surprisal } from "./surprisal.ts";

const vocabulary = 32_000;

/** Logits as NumPy saves them, mostly zeros that take no place on disk, some tenths of a second to measure; numbers at the beginning of every hundredth row. */
function writeLogits(path: string, seed: number, rows: number): void {
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows}, ${vocabulary}), }`;
  const header = Buffer.from(`\x93NUMPY\x01\x00\x76\x00${dictionary.padEnd(117)}\n`, "latin1");
  const rng = createRng(seed);
  const file = openSync(path, "w");
  writeSync(file, header, 0, 128, 0);
  for (let row = 0; row <= rows; row += 100) {
    const last = row === rows;
    const values = Float32Array.from({ length: 40 }, () => 12 * rng.next());
    const at = 128 + 4 * vocabulary * row - (last ? values.byteLength : 0);
    writeSync(file, new Uint8Array(values.buffer), 0, values.byteLength, at);
  }
  closeSync(file);
}

/** Runs a line until there is a file, interrupts it, and gives how it ended. */
function interrupted(
  words: readonly string[],
  cwd: string,
  file: string,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(node[0]!, [...node.slice(1), ...words], { cwd });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    const watch = setInterval(() => {
      if (existsSync(join(cwd, file))) child.kill("SIGINT");
    }, 5);
    child.on("error", reject).on("close", (code) => {
      clearInterval(watch);
      resolve({ code, stderr });
    });
  });
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "surprisal-"));
  writeLogits(join(folder, "base.npy"), 1, 4800);
  writeLogits(join(folder, "q.npy"), 2, 4800);
  writeLogits(join(folder, "long.npy"), 3, 19_200);
  for (const [name, rows] of Object.entries({ "targets.npy": 4800, "long-targets.npy": 19_200 }))
    writeFileSync(join(folder, name), npy(new Int32Array(rows), [rows]));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  {
    line: ["diff", "base.npy", "q.npy", "--json"],
    others: [
      [["--top", "0"], "--top was above 0, and is 0 now"],
      [["--report", "out.html"], "--report was none, and is a file now"],
      [["--again", "q.npy"], "--again was none, and is a file now"],
      [["--targets", "targets.npy"], "--targets, --ignore or --shift was none, and is sha256 "],
    ],
  },
  {
    line: ["perplexity", "long.npy", "--json"],
    others: [[["--targets", "long-targets.npy"], "--targets, --ignore or --shift was none, and is sha256 "]],
  },
] as const)("$line", ({ line, others }) => {
  test("interrupted, says how to go on, and goes on to the same answer", { timeout: 120_000 }, async () => {
    const words = [...line, "--resume", "kept.part"];
    const first = join(folder, line[1]!);
    expect(await interrupted(words, folder, "kept.part")).toEqual({
      code: 130,
      stderr: "Interrupted. The same line goes on from kept.part.\n",
    });
    expect(readdirSync(folder).sort()).toEqual([
      "base.npy",
      "kept.part",
      "long-targets.npy",
      "long.npy",
      "q.npy",
      "targets.npy",
    ]);
    const kept = readFileSync(join(folder, "kept.part"));
    for (const [options, difference] of others)
      expect(await surprisal([...words, ...options], { cwd: folder })).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringContaining(`kept.part: is of another run: ${difference}`),
      });
    expect(readFileSync(join(folder, "kept.part")).equals(kept)).toBe(true);
    const whole = await surprisal(line, { cwd: folder });
    expect(await surprisal(words, { cwd: folder })).toEqual(whole);
    expect(whole.code).toBe(0);
    expect(existsSync(join(folder, "kept.part"))).toBe(false);

    // The same again, but one of the files is another by now.
    writeFileSync(join(folder, "kept.part"), kept);
    utimesSync(first, new Date(), new Date("2001-02-03T04:05:06Z"));
    const refused = await surprisal(words, { cwd: folder });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(
      /kept.part: is of another run: time of P was 20\S+, and is 2001-02-03T04:05:06.000Z now, expected .* its files as they were\nHint: without this file, or with another, it begins anew\n$/,
    );
    expect(readFileSync(join(folder, "kept.part")).equals(kept)).toBe(true);

    // Half of it is no checkpoint, and neither is anything else: both are left alone.
    for (const content of [kept.subarray(0, kept.length >> 1), Buffer.from("notes of mine")]) {
      writeFileSync(join(folder, "kept.part"), content);
      const { stderr } = await surprisal(words, { cwd: folder });
      expect(stderr).toMatch(
        /kept.part: is no checkpoint, expected one that --resume wrote, or a file that is not there yet\n$/,
      );
      expect(readFileSync(join(folder, "kept.part")).equals(content)).toBe(true);
    }
    rmSync(join(folder, "kept.part"));
  });
});

test("a run that was for a report goes on without it, to the same answer; not the other way round", {
  timeout: 120_000,
}, async () => {
  const line = ["diff", "base.npy", "q.npy", "--json"];
  const words = [...line, "--resume", "report.part"];
  const report = ["--report", "out.html"];
  const begun = async (...more: string[]) =>
    expect((await interrupted([...words, ...more], folder, "report.part")).code).toBe(130);

  await begun(...report);
  expect(existsSync(join(folder, "out.html"))).toBe(false);
  const whole = await surprisal(line, { cwd: folder });
  expect(await surprisal(words, { cwd: folder })).toEqual(whole);
  expect(whole.code).toBe(0);

  await begun();
  expect((await surprisal([...words, ...report], { cwd: folder })).stderr).toMatch(
    /--report was none, and is a file now, .*\nHint: a report needs ranks, which that run did not measure: go on without --report, or begin anew with another --resume FILE\n$/,
  );
  rmSync(join(folder, "report.part"));
});

test("a file that cannot be written is refused before anything is measured", async () => {
  expect(await surprisal(["diff", "base.npy", "q.npy", "--resume", "nowhere/x"], { cwd: folder })).toEqual({
    ...{ code: 1, stdout: "" },
    stderr: "surprisal diff: nowhere/x: lies in a folder that does not exist, expected a file to write\n",
  });
});

test("is for rows of logits", async () => {
  expect(await surprisal(["perplexity", "0.5,0.5", "--resume", "x.part"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      "--resume is given, expected with a model's outputs only: 0.5,0.5 is a distribution",
    ),
  });
});
