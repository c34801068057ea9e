import { scoreTable } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingTable } from "../../src/outputs/growingTable.ts";
import type { ScoredSequence } from "../../src/scores/scoredSequence.ts";

const listed = fc.record(
  {
    text: fc.constantFrom("a", " b", "ñ"),
    logProbability: fc.option(fc.double({ min: -9, max: 0, noNaN: true }), { nil: undefined }),
    id: fc.nat(9),
  },
  { requiredKeys: ["text", "logProbability"] },
);
const token = fc
  .tuple(listed, fc.option(fc.nat(3), { nil: undefined }), fc.array(listed, { maxLength: 2 }))
  .map(([one, rank, top]) => ({ ...one, ...(rank !== undefined && { rank }), top }));
const sequence = fc
  .record({ name: fc.constantFrom("one", "two"), scores: fc.array(token, { maxLength: 4 }) })
  .map((part): ScoredSequence => ({ ...part, format: "plain", line: 1, unit: "token", quirks: [] }));

test("sequence by sequence the same table as of all at once", () => {
  fc.assert(
    fc.property(fc.array(sequence, { maxLength: 4 }), (sequences) => {
      const table = new GrowingTable();
      for (const one of sequences) table.add(one);
      expect(table.whole()).toEqual(scoreTable(sequences));
    }),
  );
});
