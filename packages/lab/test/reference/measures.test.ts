import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { films, student, teacher } from "../../src/reference/errata.ts";
import { table, xor } from "../../src/reference/measures/joint.ts";
import { entries } from "../../src/reference/measures.ts";
import { en } from "../../src/reference/words/en.ts";
import { es } from "../../src/reference/words/es.ts";

const scope = { ...core, ...films, student, table, teacher, xor };
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

test("every measure of the library is on the sheet", () => {
  const index = readFileSync(join(import.meta.dirname, "../../../core/src/index.ts"), "utf8");
  const parts = index.split(/^\/\/ (?=[A-Z])/m).filter((part) => part.startsWith("Measures of"));
  // Terms of a measure, the best of one, a slope, an integral, and a measure by its name are no measures of their own.
  const isMeasure = (name: string) =>
    typeof Object.entries(core).find(([key]) => key === name)?.[1] === "function" &&
    !/Contributions$|^bestGaussian|^alphaGradient$|^integrate$|^measureBy$/.test(name);
  const names = parts.flatMap((part) =>
    [...part.matchAll(/^export \{([^}]+)\}/gm)]
      .flatMap(([, list]) => list!.match(/\w+/g) ?? [])
      .filter(isMeasure),
  );
  expect(names.length).toBeGreaterThan(25);
  const missing = names.filter((name) => !entries.some(({ call }) => call.startsWith(`${name}(`)));
  expect(missing).toEqual([]);
});
