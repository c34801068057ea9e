import { expect, test } from "vitest";
import { withinRange } from "../../src/index.ts";

test("ends beyond the range are its ends; those within it stay, and so does what is not known at all", () => {
  expect(withinRange({ value: 0.5, low: -Infinity, high: 0.7 }, [0, 1])).toEqual({
    value: 0.5,
    low: 0,
    high: 0.7,
  });
  expect(withinRange({ value: 0.5, low: 0.2, high: 3 }, [0, 1])).toEqual({ value: 0.5, low: 0.2, high: 1 });
  const unknown = { value: 0.5, low: -Infinity, high: Infinity };
  expect(withinRange(unknown, [0, 1])).toEqual(unknown);
  // What rounding put a little outside is in its own interval.
  expect(withinRange({ value: 1 + 2 ** -40, low: 0.9, high: Infinity }, [0, 1]).high).toBe(1 + 2 ** -40);
});
