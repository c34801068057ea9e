import { fromUnit } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { judge, shown } from "../../src/lesson/prediction.ts";

const bits = { expected: fromUnit(2, "bits"), unit: "bits", digits: 1, within: 0.25 } as const;

test("a guess is near, too low or too high", () => {
  expect(judge(bits, "2,2")).toEqual({ guess: 2.2, verdict: "near" });
  expect(judge(bits, "1.5")?.verdict).toBe("low");
  expect(judge(bits, "log2(8)")?.verdict).toBe("high");
  expect(judge(bits, "∞")?.verdict).toBe("high");
  expect(judge(bits, "a lot")).toBeUndefined();
});

test("a guess in another unit is taken in the unit asked for", () => {
  expect(judge(bits, "1.4 nats")?.verdict).toBe("near");
  expect(judge(bits, "0.6 bans")?.verdict).toBe("near");
});

test("infinity is near infinity only", () => {
  const endless = { expected: Infinity, digits: 0, within: 1 };
  expect(judge(endless, "∞")?.verdict).toBe("near");
  expect(judge(endless, "1000")?.verdict).toBe("low");
});

test("what is shown is near to itself, and everything far below it is low", () => {
  const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(numbers, fc.double({ min: 1e-6, max: 1, noNaN: true }), (expected, within) => {
      const asked = { expected, digits: 3, within };
      expect(judge(asked, shown(asked).toFixed(9))?.verdict).toBe("near");
      expect(judge(asked, (expected - 2 * within - 1).toFixed(9))?.verdict).toBe("low");
    }),
  );
});
