import { fromUnit, inUnit } from "@surprisal/core";
import { expect, test } from "vitest";

test.each(["bits", "nats", "bans"] as const)("fromUnit takes %s back, whatever is infinite", (unit) => {
  expect(fromUnit(inUnit(Math.LN2, unit), unit)).toBeCloseTo(Math.LN2, 15);
  expect(inUnit(Infinity, unit)).toBe(Infinity);
  expect(fromUnit(-Infinity, unit)).toBe(-Infinity);
});

test.each(["bit", "", "toString", undefined])("a unit that is %j is refused, and the units named", (unit) => {
  // @ts-expect-error what JavaScript lets through
  expect(() => inUnit(1, unit)).toThrow(
    new RangeError(`inUnit: unit is ${unit}, expected "bits", "nats" or "bans"`),
  );
  // @ts-expect-error what JavaScript lets through
  expect(() => fromUnit(1, unit)).toThrow(
    new RangeError(`fromUnit: unit is ${unit}, expected "bits", "nats" or "bans"`),
  );
});
