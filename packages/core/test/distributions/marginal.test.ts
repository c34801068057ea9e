import { jointTable, marginal } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectWithin, tables } from "../jointTables.ts";

test("marginal sums out the variables that are not kept", () => {
  const t = jointTable(
    [1, 2, 3, 4, 5, 6, 7, 4].map((x) => x / 32),
    [2, 2, 2],
  );
  expect([...marginal(t, [0]).p]).toEqual([10 / 32, 22 / 32]);
  expect([...marginal(t, [2]).p]).toEqual([16 / 32, 16 / 32]);
  expect(marginal(t, [2, 0])).toMatchObject({ shape: [2, 2] });
  expect([...marginal(t, [2, 0]).p]).toEqual([4, 12, 6, 10].map((x) => x / 32));
});

test("marginal over all axes is the table; over none, certainty", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      expect([...marginal(t, [0, 1, 2]).p]).toEqual([...t.p]);
      expectWithin(marginal(t, []).p[0]!, 1, t.p.length * 2 ** -52);
    }),
  );
});

test("marginal of a marginal is the marginal, to one rounding more", () => {
  fc.assert(
    fc.property(tables(4), (t) => {
      const direct = marginal(t, [3, 1]);
      const twice = marginal(marginal(t, [1, 2, 3]), [2, 0]);
      expect(twice.shape).toEqual(direct.shape);
      for (let i = 0; i < direct.p.length; i++)
        expectWithin(twice.p[i]!, direct.p[i]!, 2 ** -52 * direct.p[i]!);
    }),
  );
});

test("marginal keeps a table a table: transposing twice gives it back", () => {
  fc.assert(
    fc.property(tables(3), (t) => {
      expect(marginal(marginal(t, [2, 0, 1]), [1, 2, 0])).toEqual(t);
    }),
  );
});
