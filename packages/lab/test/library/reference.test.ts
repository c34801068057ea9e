import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@surprisal/core";
import { expect, test } from "vitest";
import { inSpanish } from "../../src/library/headings.ts";
import { referenceOf } from "../../src/library/reference.ts";

const source = join(import.meta.dirname, "../../../core/src");
const read = (path: string) => readFileSync(join(source, path), "utf8");

test("the reference lists every function of the library once, with something to say of each", () => {
  const groups = referenceOf(read("index.ts"), read);
  const entries = groups.flatMap((group) => group.entries);
  expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(core).sort());
  for (const { name, summary } of entries) expect(summary, name).toMatch(/^\S.{10,}$/);
});

test("the headings of the library are translated, and none that is gone remains", () => {
  const headings = referenceOf(read("index.ts"), read).map(({ heading }) => heading);
  expect(Object.keys(inSpanish).sort()).toEqual(headings.sort());
});

test("a summary is the first sentence of the docstring", () => {
  const index =
    '// Measures\n\nexport { half } from "./half.ts";\nexport type { Third } from "./third.ts";\n';
  const module =
    "/** No. */\nconst x = 1;\n\n/**\n * Half of x, as {@link x} is\n * written. More.\n *\n * @param x A number.\n */\nexport function half(x) {}\n";
  const [group] = referenceOf(index, () => module);
  expect(group).toEqual({
    heading: "Measures",
    entries: [{ name: "half", summary: "Half of x, as `x` is written." }],
  });
});
