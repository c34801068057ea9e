import { nearest } from "@surprisal/data";
import { expect, test } from "vitest";

test("nearest finds one letter wrong, missing, added or swapped, and nothing far", () => {
  const names = ["entropy", "cross-entropy", "kl", "js"];
  for (const typed of ["entrpy", "entropyy", "emtropy", "netropy", "ENTROPY"])
    expect(nearest(typed, names)).toBe("entropy");
  expect(nearest("banana", names)).toBeUndefined();
  expect(nearest("c", ["a", "b"])).toBeUndefined();
  expect(nearest("x", [])).toBeUndefined();
});
