import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate } from "../../assembly/build.ts";

test("the committed kernels are what their sources compile to", async () => {
  const files = Object.entries(await generate());
  expect(files.length).toBeGreaterThan(1);
  for (const [file, text] of files)
    expect(readFileSync(new URL(`../../src/kernels/${file}`, import.meta.url), "utf8"), file).toBe(text);
});
