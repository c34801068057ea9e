import { klDivergence, normalize, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { estimators, spreadOf } from "../../src/reference/estimators.ts";

const distribution = fc
  .array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
  .map((weights) => normalize(weights));

test("k1 and k3 are right on average, and k3 is never below zero", () => {
  fc.assert(
    fc.property(distribution, distribution, (p, q) => {
      const exact = klDivergence(p, q, "reverse");
      // Four terms below 5 nats round by less than 4·5·2⁻⁵³ each way.
      expect(Math.abs(spreadOf("k1", p, q).mean - exact)).toBeLessThan(1e-14);
      expect(Math.abs(spreadOf("k3", p, q).mean - exact)).toBeLessThan(1e-14);
      for (let x = 0; x < 4; x++) expect(estimators.k3(p[x]! / q[x]!)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("k2 is off, and near the truth by little", () => {
  const p = probabilities([0.6, 0.25, 0.1, 0.05]);
  const far = probabilities([0.1, 0.2, 0.3, 0.4]);
  const near = probabilities([0.58, 0.26, 0.105, 0.055]);
  const off = (q: typeof p) => spreadOf("k2", p, q).mean / klDivergence(p, q, "reverse") - 1;
  expect(Math.abs(off(far))).toBeGreaterThan(0.1);
  expect(Math.abs(off(near))).toBeLessThan(0.05);
});
