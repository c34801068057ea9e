import { normalize, type Probabilities } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromParts, inBillionths, moveOne, toParts } from "../../src/figure/billionths.ts";

const weights = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 1, noNaN: true })), {
    minLength: 2,
    maxLength: 8,
  })
  .filter((all) => all.some((w) => w > 0));
const distributions = weights.map((all) => inBillionths(normalize(all)));
const total = (p: Probabilities) => toParts(p).reduce((a, b) => a + b, 0);

test("billionths sum to one exactly, and rounding again changes nothing", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      expect(total(p)).toBe(1e9);
      expect([...inBillionths(p)]).toEqual([...p]);
      expect([...fromParts(toParts(p))]).toEqual([...p]);
    }),
  );
});

test("rounding moves each probability by less than a billionth", () => {
  fc.assert(
    fc.property(weights, (all) => {
      const p = normalize(all);
      for (const [i, x] of [...inBillionths(p)].entries())
        expect(Math.abs(x - p[i]!)).toBeLessThan(1.000001e-9);
    }),
  );
});

test("the bar that moves gets its value, the rest stay in proportion", () => {
  fc.assert(
    fc.property(distributions, fc.nat(7), fc.double({ min: 0, max: 1, noNaN: true }), (p, i, value) => {
      const index = i % p.length;
      const moved = moveOne(p, index, value);
      expect(total(moved)).toBe(1e9);
      expect(Math.abs(moved[index]! - value)).toBeLessThanOrEqual(0.5e-9 * 1.000001);
      const before = toParts(p);
      const now = toParts(moved);
      const [hadOthers, haveOthers] = [1e9 - before[index]!, 1e9 - now[index]!];
      for (let j = 0; j < p.length; j++) {
        if (j === index || hadOthers === 0) continue;
        // Largest remainders: each share is off by less than one billionth.
        expect(Math.abs(now[j]! - (haveOthers * before[j]!) / hadOthers)).toBeLessThan(1);
      }
    }),
  );
});

test("if the others had nothing, they share equally", () => {
  expect([...moveOne(fromParts([1e9, 0, 0]), 0, 0.5)]).toEqual([0.5, 0.25, 0.25]);
});

test("the ends are exact, and a value outside goes to the nearer end", () => {
  const p = fromParts([2e8, 3e8, 5e8]);
  expect([...moveOne(p, 1, 1)]).toEqual([0, 1, 0]);
  expect([...moveOne(p, 1, 7)]).toEqual([0, 1, 0]);
  expect(moveOne(p, 1, -1)[1]).toBe(0);
});

test("moving a bar where it already is changes nothing", () => {
  fc.assert(
    fc.property(distributions, fc.nat(7), (p, i) => {
      const index = i % p.length;
      fc.pre(p[index]! < 1);
      expect([...moveOne(p, index, p[index]!)]).toEqual([...p]);
    }),
  );
});
