import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Given } from "../../src/tokens/question.ts";
import { usualIgnore } from "../../src/tokens/slots.ts";
import { readWholes } from "../../src/tokens/wholesReading.ts";
import { wholesCommand, wholesSaved } from "../../src/tokens/wholesSaved.ts";

const root = join(import.meta.dirname, "../../../..");
const harness = join(root, "reference/harness");
const given = (name: string, folder = harness): Given => ({
  name,
  blob: new Blob([readFileSync(join(folder, name))]),
});

const reading = (...names: [string, string?]) => {
  const [p, q] = names;
  return readWholes({ p: given(p), ...(q !== undefined && { q: given(q) }), ignore: usualIgnore }, {});
};

/** The words of a command of the line, after its name. */
const surprisal = (line: string, ...more: string[]) =>
  execFileSync(
    process.execPath,
    [
      "--conditions=surprisal-source",
      join(root, "packages/cli/src/main.ts"),
      ...line.split(" ").slice(1),
      ...more,
    ],
    { cwd: harness },
  ).toString();

test.each([
  ["rolling-low.jsonl", undefined],
  ["choices-low.jsonl", "choices-high.jsonl"],
  ["last_word-low.jsonl", "last_word-high.jsonl"],
] as const)("what is saved of %s and %s is what its command prints", async (p, q) => {
  const read = (await reading(p, q))!;
  const command = wholesCommand(read, "nats");
  expect(wholesSaved("json", read, { language: "en", unit: "nats" })).toBe(surprisal(command, "--json"));
  const tokens = command.replace(/surprisal \w+/, "surprisal tokens");
  expect(wholesSaved("csv", read, { language: "en", unit: "nats" })).toBe(surprisal(tokens));
  expect(wholesSaved("report", read, { language: "es", unit: "nats" })).toContain('<html lang="es">');
});

test("scores of tokens are none of samples, beside samples either", async () => {
  const scores = given("base.jsonl", join(root, "reference/scorePairs"));
  expect(await readWholes({ p: scores, ignore: usualIgnore }, {})).toBeUndefined();
  expect(
    await readWholes({ p: given("rolling-low.jsonl"), q: scores, ignore: usualIgnore }, {}),
  ).toBeUndefined();
});
