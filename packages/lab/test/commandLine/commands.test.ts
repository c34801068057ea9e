import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandsOf } from "../../src/commandLine/commands.ts";
import { inSpanish } from "../../src/commandLine/spanish.ts";

const source = join(import.meta.dirname, "../../../cli/src");
const commands = commandsOf(readFileSync(join(source, "commands.ts"), "utf8"), (name) =>
  readFileSync(join(source, "commands", `${name}.ts`), "utf8"),
);

test("every command is introduced, with an example that calls it", () => {
  expect(commands.map(({ name }) => name)).toContain("kl");
  for (const { name, summary, example } of commands) {
    expect(summary, name).toMatch(/^\S.{10,}$/);
    expect(example, name).toContain(`surprisal ${name}`);
  }
});

test("every command is introduced in Spanish too, and none that is gone", () => {
  expect(Object.keys(inSpanish)).toEqual(commands.map(({ name }) => name));
});
