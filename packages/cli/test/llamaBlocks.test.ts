import { expect, test } from "vitest";
import { llamaBlocks } from "../src/outputs/llamaBlocks.ts";

/** What the block of tokens says of these, which are printed times 100. */
const lastNumber = (value: number) => {
  const line = { name: "Minimum Δp", value, percent: true } as const;
  return llamaBlocks({ perplexity: [], klDivergence: [], tokenProbability: [line] })
    .at(-1)!
    .slice(11);
};

// By printf("%6.3lf%%", 100 * x). The first is what llama-perplexity says of 297 rows in 320.
test.each([
  [297 / 320, "92.812%"],
  [0.928175, "92.817%"],
  [303 / 320, "94.688%"],
  [-297 / 320, "-92.812%"],
  [-303 / 320, "-94.688%"],
  [0.5, "50.000%"],
  [1 / 3, "33.333%"],
  [-1e-9, "-0.000%"],
])("%d is rounded as printf does, halves to even", (value, text) => {
  expect(lastNumber(value).trim()).toBe(text);
});
