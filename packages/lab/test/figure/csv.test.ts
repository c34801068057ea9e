import { expect, test } from "vitest";
import { toCsv } from "../../src/figure/csv.ts";

test("toCsv quotes what must be quoted, and ends each line", () => {
  expect(
    toCsv([
      ["a,b", 'say "hi"', 0.1],
      ["line\nbreak", -1, Infinity],
    ]),
  ).toBe('"a,b","say ""hi""",0.1\r\n"line\nbreak",-1,Infinity\r\n');
});
