import { csvLine } from "@surprisal/data";
import { expect, test } from "vitest";

test("cells are quoted where they must be, and spaces kept", () => {
  expect(csvLine([" a", "b,c", 'd"e', "f\ng", "h\ri", "", 0.1, -1e-300, Infinity])).toBe(
    ' a,"b,c","d""e","f\ng","h\ri",,0.1,-1e-300,Infinity',
  );
});
