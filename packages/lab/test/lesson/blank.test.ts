import { expect, test } from "vitest";
import { faultIn } from "../../src/lesson/proof/blank.ts";

const one = { expected: 1, digits: 0, mistakes: { zero: 0, e: Math.E }, says: {} };

test("a blank takes any way of writing its number, and names the mistakes it knows", () => {
  for (const text of ["1", "1,0", "2/2", "log2(2)", "e/e"]) expect(faultIn(one, text), text).toBeUndefined();
  expect(faultIn(one, "0")).toBe("zero");
  expect(faultIn(one, "e")).toBe("e");
  expect(faultIn(one, "1.2")).toBe("wrong");
  expect(faultIn(one, "one")).toBe("notANumber");
});

test("a blank with decimals takes what rounds to it", () => {
  const half = { expected: 0.5004, digits: 2, mistakes: {}, says: {} };
  expect(faultIn(half, "0.5")).toBeUndefined();
  expect(faultIn(half, "0.51")).toBe("wrong");
});
