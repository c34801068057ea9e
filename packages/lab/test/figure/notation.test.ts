import { expect, test } from "vitest";
import { notation } from "../../src/figure/notation.ts";

test("powers and indices are told from what they belong to", () => {
  expect(notation("2^H")).toEqual([{ base: "2", script: "H", place: "above" }]);
  expect(notation("H_α(P)")).toEqual([{ base: "H", script: "α", place: "below" }, "(P)"]);
  expect(notation("PP = 10^{−3.5}")).toEqual(["PP = ", { base: "10", script: "−3.5", place: "above" }]);
});

test("what has neither comes back as it is", () => {
  for (const text of ["D(P ‖ Q)", "−log₂ P", "E[L] − H(P)"]) expect(notation(text)).toEqual([text]);
  expect(notation("")).toEqual([]);
});
