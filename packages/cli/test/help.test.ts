import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allCommands } from "../src/commands.ts";
import { inFolder, shell, surprisal } from "./surprisal.ts";

const commands = await allCommands();

// `lab` serves until it is stopped; lab.test.ts runs it.
const ending = commands.filter(({ name }) => name !== "lab");

describe("each example of the help prints what it shows", () => {
  for (const { line, output, files = {} } of ending.flatMap(({ examples }) => examples)) {
    test(line, () =>
      inFolder(files, async (cwd) => {
        expect(await shell(line, { cwd })).toEqual({ code: 0, stdout: `${output}\n`, stderr: "" });
      }),
    );
  }
});

describe.each(commands)("surprisal $name --help", ({ name, summary, operands, options, examples }) => {
  test("says everything that its definition has, in 80 columns but for examples", async () => {
    const { code, stdout, stderr } = await surprisal([name, "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^surprisal ${name} .*\\[options\\]\n\n`));
    for (const text of [summary, ...operands.map(({ help }) => help)]) expect(stdout).toContain(text);
    for (const [option, { help }] of Object.entries(options)) {
      expect(stdout).toContain(`--${option}`);
      expect(stdout).toContain(help);
    }
    expect(examples.length).toBeGreaterThan(0);
    const manual = stdout.slice(0, stdout.indexOf("\nExample"));
    for (const line of manual.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
  });
});

test("surprisal, --help, -h and help list every command, in 80 columns", async () => {
  const pages = await Promise.all([[], ["--help"], ["-h"], ["help"]].map((words) => surprisal(words)));
  for (const page of pages) expect(page).toEqual({ code: 0, stdout: pages[0]!.stdout, stderr: "" });
  for (const { name, summary } of commands)
    expect(pages[0]!.stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 8)}`, "m"));
  for (const line of pages[0]!.stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(80);
});

test("help COMMAND is COMMAND --help", async () => {
  expect(await surprisal(["help", "kl"])).toEqual(await surprisal(["kl", "--help"]));
});

test("the README lists every command as its definition has it", () => {
  const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
  for (const { name, operands, summary } of commands) {
    const words = [
      name,
      ...operands.map(({ name, optional, rest }) => (optional ? `[${name}]` : rest ? `${name}…` : name)),
    ].join(" ");
    expect(readme).toContain(`| \`${words}\` | ${summary} |`);
  }
});
