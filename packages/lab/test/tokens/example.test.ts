import { decodeTokens } from "@surprisal/data/report";
import { describe, expect, test } from "vitest";
import { alphabets } from "../../src/instruments/shannonGame/alphabet.ts";
import { firstReading } from "../../src/tokens/firstReading.ts";

describe.each(["en", "es"] as const)("the example in %s", (language) => {
  const read = firstReading(language);

  test("is two models that allow every letter, of which the one with more memory is surer", async () => {
    const { reading, tokens } = await read;
    const { p, q, comparison } = reading;
    expect(p.vocabulary).toBe(alphabets[language].length);
    expect(p.statistics.faults).toEqual([]);
    expect(comparison!.forwardKl!.maximum).toBeLessThan(Infinity);
    expect(p.statistics.entropy!.value).toBeLessThan(q!.statistics.entropy!.value);
    const { table } = decodeTokens(tokens);
    expect(table.text!.join("")).toMatch(/^(the tide|la marea) /);
  });

  test("is scored, letter by letter, better than by chance", async () => {
    const { p, q } = (await read).reading;
    for (const { statistics } of [p, q!])
      expect(statistics.perplexity!.high).toBeLessThan(alphabets[language].length);
  });

  test("points at the token where they part most", async () => {
    const { tokens, at, alternatives } = await read;
    const { forwardKl } = decodeTokens(tokens).table;
    expect(forwardKl![at]).toBe(Math.max(...forwardKl!));
    expect(alternatives.some(({ came }) => came)).toBe(true);
  });
});
