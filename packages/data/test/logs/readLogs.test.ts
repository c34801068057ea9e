import { readLogs, textSource } from "@surprisal/data";
import { describe, expect, test } from "vitest";

const names = { policy: "q", reference: "p" };
const read = (text: string, more = {}, path = "log.jsonl") =>
  readLogs(textSource(text), path, { ...names, ...more });

describe("lists in records of JSON are sequences", () => {
  const lines = '{"q":[-1,-2],"p":[-1.5,-0.5]}\n\n{"q":[-3],"p":[-4],"other":"x"}\n';
  const expected = {
    policy: Float64Array.of(-1, -2, -3),
    reference: Float64Array.of(-1.5, -0.5, -4),
    sequence: Int32Array.of(0, 0, 1),
    sequences: 2,
    leftOut: 0,
    aboveZero: 0,
  };
  test("as JSON Lines", async () => expect(await read(lines)).toEqual(expected));
  test("as a list, over lines", async () =>
    expect(await read(`[\n${lines.trim().split("\n\n").join(",\n")}\n]`)).toEqual(expected));
  test("or belong to those that a field names", async () => {
    const found = await read(
      '{"q":[-1],"p":[-1],"of":7}\n{"q":[-2],"p":[-1],"of":"a"}\n{"q":[-3],"p":[-1],"of":7}\n',
      { sequence: "of" },
    );
    expect([[...found.sequence], found.sequences]).toEqual([[0, 1, 0], 2]);
  });
});

test("numbers are tokens of one sequence, or of those that a field names", async () => {
  const tokens = '{"q":-1,"p":-2,"of":"a"}\n{"q":-3,"p":-4,"of":"b"}\n';
  expect(await read(tokens)).toMatchObject({ policy: Float64Array.of(-1, -3), sequences: 1 });
  expect((await read(tokens, { sequence: "of" })).sequences).toBe(2);
});

test("a table has a row for each token", async () => {
  const table = "of,q,p,old\na,-1,-2,-1.5\na,-0.5,-0.25,-0.5\nb,-3,-1e-2,-2\n";
  const found = await read(table, { draws: "old", sequence: "of" }, "log.csv");
  expect(found.draws).toEqual(Float64Array.of(-1.5, -0.5, -2));
  expect(found.reference).toEqual(Float64Array.of(-2, -0.25, -0.01));
  expect([...found.sequence]).toEqual([0, 0, 1]);
});

test("what is masked, null or empty is left out and counted, rounding above 0 taken as 0", async () => {
  const lists = '{"q":[-1,null,-3,0.0002],"p":[-1,-1,-1,-2],"use":[1,1,0,true]}\n';
  const found = await read(lists, { mask: "use" });
  expect(found).toMatchObject({ policy: Float64Array.of(-1, 0), leftOut: 2, aboveZero: 1 });
  const table = "q,p,use\n-1,,1\n5,-2,False\n-3,-4,1\n";
  expect(await read(table, { mask: "use" }, "log.csv")).toMatchObject({
    policy: Float64Array.of(-3),
    leftOut: 2,
  });
});

test.each([
  ['{"q":-1,"ref_p":-2}\n', {}, "log.jsonl:1:1: p is missing, expected a number, or a list of numbers"],
  [
    '{"q":[-1,-2],"p":[-1]}\n',
    {},
    "log.jsonl:1:18: p is a list, expected 2 entries and not 1, as many as q has",
  ],
  ['{"q":[-1],"p":-1}\n', {}, "log.jsonl:1:15: p is -1, expected a list"],
  [
    '{"q":[-1,0.5],"p":[-1,-1]}\n',
    {},
    "log.jsonl:1:10: q[1] is 0.5, expected a finite log-probability, at most 0",
  ],
  ['{"q":[-1],"p":[-Infinity]}\n', {}, "p[0] is -Infinity, expected a finite log-probability"],
  ['{"q":["-1"],"p":[-1]}\n', {}, 'q[0] is "-1", expected a finite log-probability'],
  ['{"q":-1,"p":-1,"m":2}\n', { mask: "m" }, "m is 2, expected a mask of 0 or 1"],
  [
    '{"q":-1,"p":-1,"s":[1]}\n',
    { sequence: "s" },
    "s is a list, expected a name, or a number, of a sequence",
  ],
  ['{"q":[],"p":[]}\n', {}, "log.jsonl: has no tokens, expected one that counts"],
  ['{"q":[null],"p":[-1]}\n', {}, "log.jsonl: has no token that counts, of 1"],
  ["3\n", {}, "the value is 3, expected an object"],
])("refuses %s", async (text, more, message) => {
  await expect(read(text, more)).rejects.toThrow(message);
});

test.each([
  [
    "q,p\n-1,x\n",
    'log.csv: has "x" in column "p", row 1 under the header, expected a finite log-probability',
  ],
  ["q,p\n-1,-1\n0.7,-1\n", 'has "0.7" in column "q", row 2 under the header'],
  ["q,r\n-1,-1\n", 'log.csv: has no column "p", expected one of "q", "r"'],
])("refuses the table %s", async (text, message) => {
  await expect(read(text, {}, "log.csv")).rejects.toThrow(message);
});
