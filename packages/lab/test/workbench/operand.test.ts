import { parseOperand } from "@surprisal/data";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readingsOf } from "../../src/workbench/model.ts";
import { columnNames, fileOperand } from "../../src/workbench/operand.ts";

const names = fc
  .tuple(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom(".csv", ".tsv", ".json", ".txt", ".JSON", ""),
  )
  .map((parts) => parts.join(""))
  .filter((name) => !/[/\p{C}]|^\s*$/u.test(name));

test("a file, read in any way, is the operand that names it", () => {
  fc.assert(
    fc.property(names, (name) => {
      fc.pre(name === name.trim()); // blanks around an operand do not belong to it
      for (const as of readingsOf(name)) {
        if (as === "column" && /\.[ct]sv./i.test(name)) continue; // a.csv.csv is another file to the command line
        const operand = fileOperand({
          file: { id: 1, name, size: 0 },
          as,
          column: as === "column" ? "city" : undefined,
        });
        expect(parseOperand(operand!.text)).toEqual(operand);
      }
    }),
  );
});

test("columns are named by their titles, or by number where a title would not do", () => {
  expect(columnNames(["city", "", "age", "age"]).map(({ name }) => name)).toEqual(["city", "#2", "#3", "#4"]);
});
