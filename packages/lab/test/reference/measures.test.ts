import { execFileSync } from "node:child_process";
import { join } from "node:path";
import * as core from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { films } from "../../src/reference/errata.ts";
import { entries, table } from "../../src/reference/measures.ts";
import { en } from "../../src/reference/words/en.ts";
import { es } from "../../src/reference/words/es.ts";

const scope = { ...core, ...films, table };
const main = join(import.meta.dirname, "../../../cli/src/main.ts");

describe.each(entries)("$id", ({ id, call, value }) => {
  test("is named in both languages, and its call gives its value", () => {
    expect([Object.hasOwn(en, id), Object.hasOwn(es, id)]).toEqual([true, true]);
    const given = new Function(...Object.keys(scope), `return ${call}`)(...Object.values(scope));
    expect(given).toBe(value());
  });
});

const printable = entries.flatMap(({ command, value, plain }) =>
  command && !command.includes("FILE") ? [{ command, value, plain }] : [],
);

test.each(printable)("$command prints its value", ({ command, value, plain }) => {
  const args = command.split(" ").map((word) => word.replaceAll("'", ""));
  const printed = execFileSync(process.execPath, ["--conditions=surprisal-source", main, ...args], {
    encoding: "utf8",
  });
  const shown = plain ? value() : core.inUnit(value(), "bits");
  const numbers = [...printed.matchAll(/\d+\.\d+/g)].map(([text]) => Number(text));
  // The command prints at least six decimals of what it computes here.
  expect(Math.min(...numbers.map((number) => Math.abs(number - shown)))).toBeLessThan(6e-7);
});
