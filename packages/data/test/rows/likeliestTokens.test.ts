import { logits, logSoftmax } from "@surprisal/core";
import { likeliestTokens } from "@surprisal/data";
import fc from "fast-check";
import { expect, test } from "vitest";

function readerOf(values: Float32Array, vocabulary: number) {
  return {
    ...{ rows: values.length / vocabulary, vocabulary, format: "f32" as const },
    readRows: (start: number, count: number, into: Uint8Array) =>
      into.set(new Uint8Array(values.buffer, 4 * vocabulary * start, 4 * vocabulary * count)),
  };
}

test("the likeliest of a row by its softmax, and what came, wherever it stands", async () => {
  const number = fc.double({ min: -30, max: 30, noNaN: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(number, { minLength: 7, maxLength: 7 }),
      fc.integer({ min: -1, max: 6 }),
      async (row, came) => {
        const values = Float32Array.from([...row, ...row.toReversed()]);
        const found = await likeliestTokens(readerOf(values, 7)).at(1, 3, came);
        const second = values.subarray(7);
        const truth = logSoftmax(logits(second));
        // By the logits themselves: logits apart by less than a double of their logarithms tells are in order too.
        const order = Array.from(second.keys()).sort((a, b) => second[b]! - second[a]! || a - b);
        const shown = order.slice(0, 3);
        if (came >= 0 && !shown.includes(came)) shown.push(came);
        expect(found.map(({ id }) => id)).toEqual(shown);
        // The sum of a row is taken in singles: 1e-6 is what is promised of a log-likelihood.
        for (const { id, logProbability } of found)
          expect(Math.abs(logProbability - truth[id]!)).toBeLessThan(1e-6);
      },
    ),
    { numRuns: 50 },
  );
});

test("a row that is no distribution has none", async () => {
  expect(await likeliestTokens(readerOf(Float32Array.of(0, Number.NaN), 2)).at(0, 2)).toEqual([]);
});
