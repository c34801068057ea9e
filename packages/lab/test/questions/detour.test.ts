import fc from "fast-check";
import { expect, test } from "vitest";
import { detour } from "../../src/questions/detour.ts";

const verdict = (text: string) => {
  const taken = detour(0.5, 0.9, text);
  return typeof taken === "object" ? taken.verdict : taken;
};

test("each kind of detour from a fair coin to one of nine in ten", () => {
  expect(verdict("0,7")).toBe("right");
  expect(verdict("3/4")).toBe("right");
  expect(verdict("0.3")).toBe("longer");
  expect(verdict("0.97")).toBe("longer");
  expect(verdict("1")).toBe("endless");
  expect(verdict("1/2")).toBe("end");
  expect(verdict("90 %")).toBe("end");
  expect(verdict("1.1")).toBe("outside");
  expect(verdict("between")).toBeUndefined();
});

test("every coin strictly between makes a shorter way: D(P‖Q) exceeds the two legs by (M − P)·(logit Q − logit M)", () => {
  const inside = fc.double({ min: 0.51, max: 0.89, noNaN: true });
  fc.assert(
    fc.property(inside, (middle) => {
      const taken = detour(0.5, 0.9, middle.toFixed(6));
      if (typeof taken !== "object") throw new Error("expected a detour");
      const m = Number(middle.toFixed(6));
      const logit = (x: number) => Math.log(x / (1 - x));
      // Three divergences below 1, each with a relative error of a few 2⁻⁵³.
      expect(taken.direct - taken.first - taken.second).toBeCloseTo((m - 0.5) * (logit(0.9) - logit(m)), 13);
      expect(taken.verdict).toBe("right");
    }),
  );
});
