import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate } from "../../assembly/build.ts";

test("the committed kernel is what its source compiles to", async () => {
  const committed = new URL("../../src/kernels/klDivergence.gen.ts", import.meta.url);
  expect(readFileSync(committed, "utf8")).toBe(await generate());
});
