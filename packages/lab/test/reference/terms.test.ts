import { expect, test } from "vitest";
import { terms } from "../../src/reference/terms.ts";

test("no term, and no name of one, comes twice", () => {
  for (const keys of [terms.map(({ id }) => id), terms.map(({ en }) => en[0]), terms.map(({ es }) => es[0])])
    expect(new Set(keys).size).toBe(terms.length);
});
