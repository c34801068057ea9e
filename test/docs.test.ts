import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, relative } from "node:path";
import * as core from "@surprisal/core";
import * as data from "@surprisal/data";
import * as node from "@surprisal/data/node";
import * as report from "@surprisal/data/report";
import { describe, expect, test } from "vitest";
import { docstringExamples, fencedBlocks, runExample } from "./examples.ts";

const root = join(import.meta.dirname, "..");
const scope = { ...core, ...data, ...node, ...report };

function files(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => pattern.test(file) && !/node_modules|dist\//.test(file))
    .map((file) => join(folder, file));
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

const sources = [...files("packages/core/src", /\.ts$/), ...files("packages/data/src", /\.ts$/)];
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith(".md")),
  ...["core", "data", "cli"].map((name) => `packages/${name}/README.md`),
  ...files("packages/lab/src/content", /\.mdx?$/),
];

describe("docstring examples give what they say", () => {
  for (const { where, code } of sources.flatMap((file) => docstringExamples(file, read(file)))) {
    test(where, async () => expect(await runExample(code, scope)).toBeGreaterThan(0));
  }
});

describe("TypeScript blocks of the documentation give what they say", () => {
  for (const { where, code } of pages.flatMap((file) => fencedBlocks(file, read(file), "ts"))) {
    test(where, async () => expect(await runExample(code, scope)).toBeGreaterThan(0));
  }
});

describe("sessions of the documentation print what they say", () => {
  for (const page of pages) {
    const blocks = fencedBlocks(page, read(page), "console");
    if (blocks.length === 0) continue;
    test(relative(".", page), () =>
      inFolderWithCommand((run) => {
        for (const { where, code } of blocks) {
          for (const { command, output } of session(code))
            expect(run(command), `${where}: $ ${command}`).toBe(output);
        }
      }),
    );
  }
});

test("shell blocks name scripts that exist", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const commands = fencedBlocks("README.md", read("README.md"), "sh").flatMap(
    ({ code }) => code.match(/npm (run )?(?!ci\b)[\w:]+/g) ?? [],
  );
  expect(commands.length).toBeGreaterThan(4);
  for (const command of commands) expect(Object.keys(scripts), command).toContain(command.split(" ").at(-1));
});

/** Splits a session into the commands after `$ ` and the output printed under each. */
function session(code: string): { command: string; output: string }[] {
  return code
    .split(/^\$ /m)
    .slice(1)
    .map((entry) => {
      const [command = "", ...lines] = entry.split("\n");
      return { command, output: lines.join("\n").trimEnd() };
    });
}

function inFolderWithCommand(use: (run: (command: string) => string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "surprisal-docs-"));
  const bin = join(folder, ".bin");
  mkdirSync(bin);
  const main = join(root, "packages/cli/src/main.ts");
  writeFileSync(
    join(bin, "surprisal"),
    `#!/bin/sh\nexec "${process.execPath}" --conditions=surprisal-source "${main}" "$@"\n`,
    { mode: 0o755 },
  );
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NO_COLOR: "1" };
  const run = (command: string) => {
    try {
      return execFileSync("bash", ["-c", `${command} 2>&1`], {
        cwd: folder,
        env,
        encoding: "utf8",
      }).trimEnd();
    } catch (error) {
      return String((error as { stdout: string }).stdout).trimEnd();
    }
  };
  try {
    use(run);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
