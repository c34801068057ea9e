import { bytesSource, columnPair, columnsJointCounts, columnTitles, FormatError } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsOf, pieces, resolve, utf8 } from "./sources.ts";

const table = 'city,"pets, all"\r\nLima,2\r\n"New\nYork",0\r\nLima,"say ""hi"""\r\n';

test("FILE.csv:COLUMN counts the values of a column", async () => {
  expect(await countsOf("t.csv:city", { "t.csv": table })).toEqual({ Lima: 2, "New\nYork": 1 });
  expect(await countsOf("t.csv:pets, all", { "t.csv": `\ufeff${table}` })).toEqual({
    "2": 1,
    "0": 1,
    'say "hi"': 1,
  });
  expect(await countsOf("t.csv:#1", { "t.csv": table })).toEqual({ Lima: 2, "New\nYork": 1 });
});

test("semicolons separate where the header has no comma, tabs in .tsv", async () => {
  expect(await countsOf("t.csv:b", { "t.csv": "a;b\n1,5;x\n2;y" })).toEqual({ x: 1, y: 1 });
  expect(await countsOf("t.tsv:b,c", { "t.tsv": "a\tb,c\n1\tx\n" })).toEqual({ x: 1 });
});

test("empty cells are a value of their own, and are reported", async () => {
  const resolved = await resolve("t.csv:b", { "t.csv": "a,b\n1,\n2,x\n3,\n" });
  expect(resolved.names).toEqual(["", "x"]);
  expect(resolved.notes).toEqual([{ code: "emptyCells", count: 2, total: 3 }]);
  expect(await countsOf("t.csv:a", { "t.csv": "a\nx\n\nx\n" })).toEqual({ x: 2, "": 1 });
  expect(await countsOf("t.csv:a", { "t.csv": "a,b\nx,y\n\nx,y\n\n" })).toEqual({ x: 2 });
});

describe("what does not fit is named with its line", () => {
  test.each([
    ["a", "a,b\n1,2\n3\n", "t.csv:3: has 1 cell, expected 2, as in the header"],
    ["a", 'a,b\n"x\ny",2\n1,2,3\n', "t.csv:4: has 3 cells, expected 2, as in the header"],
    ["a", 'a,b\n1,"2\n3,4\n', "t.csv:2: has a quoted cell that does not end at a separator"],
    ["a", 'a,b\n1,2\n"3"x,4\n', "t.csv:3: has a quoted cell that does not end at a separator"],
    ["citi", "city,age\nLima,3\n", 't.csv: has no column "citi", expected one of "city", "age"'],
    ["", "city,age\nLima,3\n", 't.csv: is a table, expected a column: t.csv:COLUMN, one of "city", "age"'],
    ["#3", "city,age\nLima,3\n", 't.csv: has no column "#3", expected one of "city", "age"'],
    ["a", "a,b,a\n1,2,3\n", 't.csv: has 2 columns called "a", expected one by its number: #1, #3'],
    ["a", "a,b\n", "t.csv: has no rows under its header, expected at least one"],
    ["a", "", "t.csv:1: is blank, expected a header"],
    ["a", "\na\n1\n", "t.csv:1: is blank, expected a header"],
  ])("column %j of %j", async (column, text, message) => {
    await expect(resolve(`t.csv${column && ":"}${column}`, { "t.csv": text })).rejects.toThrow(message);
  });

  test("the nearest name is offered", async () => {
    const wrong = resolve("t.csv:citi", { "t.csv": "city,age\nLima,3\n" });
    await expect(wrong).rejects.toThrow(
      expect.objectContaining({ code: "column", hint: 'did you mean "city"?' }),
    );
  });

  test("a quote that never ends stops at its row, not at the end of memory", async () => {
    const text = `a,b\n1,"${"x,\n".repeat(9e6)}`;
    await expect(resolve("t.csv:a", { "t.csv": text })).rejects.toThrow(
      "t.csv:2: begins a row of more than 16 MiB",
    );
  });
});

const cell = fc.string({ unit: fc.constantFrom(...'ab,;"\n ñ'), maxLength: 5 });
const rows = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
  );
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

test("tables written by RFC 4180 come back whole, however the bytes are cut", async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      cuts,
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      async (cells, lengths, end, last) => {
        const header = cells[0]!.map((_, i) => `c${i}`);
        const text = [header, ...cells].map((row) => row.map(quote).join(",")).join(end) + (last ? end : "");
        const expected = new Map<string, number>();
        for (const row of cells) expected.set(row[1]!, (expected.get(row[1]!) ?? 0) + 1);
        const { names, counts } = await resolve("t.csv:c1", { "t.csv": pieces(utf8(text), lengths) });
        expect(names).toEqual([...expected.keys()]);
        expect([...counts!]).toEqual([...expected.values()]);
      },
    ),
  );
});

test("lines are counted across pieces of any size", async () => {
  const good = 'id,"x\ny"\n'.repeat(20_000);
  const text = `a,b\n${good}bad\n`;
  for (const length of [1000, 65_536, 1 << 20])
    await expect(resolve("t.csv:a", { "t.csv": pieces(utf8(text), [length]) })).rejects.toThrow(
      "t.csv:40002: has 1 cell",
    );
});

test("any text is read or refused with a FormatError", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'ab,"\n\r; ') }), async (text) => {
      await resolve("t.csv:a", { "t.csv": `a,b\n${text}` }).catch((error) =>
        expect(error).toBeInstanceOf(FormatError),
      );
      await resolve("t.csv:a", { "t.csv": text }).catch((error) => expect(error).toBeInstanceOf(FormatError));
    }),
    { numRuns: 1000 },
  );
});

test("columnsJointCounts counts pairs, row-major, with the names of both columns", async () => {
  const source = bytesSource(utf8("sky,x,rain\nred,1,no\ngrey,1,yes\nred,2,no\ngrey,2,no\n"));
  const joint = await columnsJointCounts(source, "t.csv", "sky", "#3");
  expect(joint.columns).toEqual(["sky", "rain"]);
  expect(joint.names).toEqual([
    ["red", "grey"],
    ["no", "yes"],
  ]);
  expect([...joint.counts]).toEqual([2, 0, 1, 1]);
  expect(joint.table.shape).toEqual([2, 2]);
  expect([...joint.table.p]).toEqual([0.5, 0, 0.25, 0.25]);
});

test("columnPair keeps the rows: which value of either column each has", async () => {
  const source = bytesSource(utf8("sky,x,cups\nsun,1,3\nsnow,,\nrain,2,1\nsun,3,3\n ,4,3\n"));
  expect(await columnPair(source, "t.csv", "cups", "#1")).toEqual({
    columns: ["cups", "sky"],
    names: [
      ["3", "1"],
      ["sun", "rain"],
    ],
    of: [Int32Array.of(0, 1, 0), Int32Array.of(0, 1, 0)],
    incomplete: 2,
  });
  await expect(columnPair(bytesSource(utf8("a,b\n1,\n")), "t.csv", "a", "b")).rejects.toThrow(
    "t.csv: has no rows without an empty cell, expected at least one",
  );
  await expect(columnPair(bytesSource(utf8("a,b\n")), "t.csv", "a", "b")).rejects.toThrow(FormatError);
});

test("columnsJointCounts refuses a table of pairs that would not fit in memory", async () => {
  const text = `a,b\n${Array.from({ length: 6000 }, (_, i) => `${i},${i}`).join("\n")}`;
  await expect(columnsJointCounts(bytesSource(utf8(text)), "t.csv", "a", "b")).rejects.toThrow(
    "pairs of values",
  );
});

test("the titles of a table are read without its rows, however many there are", async () => {
  const endless = {
    async *chunks() {
      yield utf8('city,"pets, all"\na,b\nragged\n');
      for (;;) yield utf8("more\n".repeat(1000));
    },
  };
  expect(await columnTitles(endless, "t.csv")).toEqual(["city", "pets, all"]);
  await expect(columnTitles(bytesSource(utf8("")), "t.csv")).rejects.toThrow("expected a header");
});
