import { FormatError, parseValues, type ValueKind } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const valuesOf = (text: string, kind: ValueKind = "probabilities") => [
  ...parseValues(text, kind, "P").values,
];
const namesOf = (text: string) => parseValues(text, "probabilities", "P").names;

function faultOf(text: string, kind: ValueKind = "probabilities"): FormatError {
  try {
    parseValues(text, kind, "P");
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error(`parseValues accepted ${text}`);
}

test.each([
  ["0.5,0.5", [0.5, 0.5]],
  [" .25 , 0.75\n", [0.25, 0.75]],
  ["0.5 0.5", [0.5, 0.5]],
  ["0.5\r\n0.25\r\n\r\n0.25\r\n", [0.5, 0.25, 0.25]],
  ["0.5,\n0.25,\n0.25", [0.5, 0.25, 0.25]],
  ["1/3, 2/3", [1 / 3, 2 / 3]],
  ["1e-3;9.99E-1", [1e-3, 0.999]],
  ["0,5; 0,5", [0.5, 0.5]],
  ["0,125;0,875", [0.125, 0.875]],
  ["1", [1]],
])("parseValues(%j)", (text, expected) => {
  expect(valuesOf(text)).toEqual(expected);
});

test("logits may be −∞, written in the usual ways", () => {
  expect(valuesOf("-inf,-Infinity,-∞,−1.5", "logits")).toEqual([-Infinity, -Infinity, -Infinity, -1.5]);
});

test.each([
  ["heads=0.9,tails=0.1", ["heads", "tails"]],
  ["New York=0.5, Boston=0.5", ["New York", "Boston"]],
  ["New York=0.5\nBoston = 0.5\n", ["New York", "Boston"]],
  ["a = 0.5  b= 0.5", ["a", "b"]],
  ["cara=0,9; cruz=0,1", ["cara", "cruz"]],
  ['"a,b"=0.5,"c=""d"""=0.5', ["a,b", 'c="d"']],
  ["a=b=1", ["a=b"]],
  ['""=1', [""]],
])("the names of %j", (text, expected) => {
  expect(namesOf(text)).toEqual(expected);
});

describe("what cannot be read is named with its index", () => {
  test.each([
    ["0.5,x", 'P: [1] is "x", expected a probability such as 0.25 or 1/4'],
    ["0.5,,0.5", 'P: [1] is missing, expected a value between two ",", and none of them at an end'],
    ["0.5,0.5,", 'P: [2] is missing, expected a value between two ",", and none of them at an end'],
    [",0.5", 'P: [0] is missing, expected a value between two ",", and none of them at an end'],
    ["", "P: has no values, expected at least one"],
    ["0.5,NaN", 'P: [1] is "NaN", expected a probability such as 0.25 or 1/4'],
    ["0.5,inf", 'P: [1] is "inf", expected a probability such as 0.25 or 1/4'],
    ["1/0", 'P: [0] is "1/0", expected a probability such as 0.25 or 1/4'],
    ["0x10", 'P: [0] is "0x10", expected a probability such as 0.25 or 1/4'],
    ["a=0.5,0.5", 'P: [1] is "0.5", without a name, expected names for all values or for none'],
    ["0.5,a=0.5", "P: [1] has a name and [0] has none, expected names for all values or for none"],
    ["a=0.5,b=0.2,a=0.3", 'P: [2] is named "a", as is [0], expected a name for one value only'],
    ["=1", 'P: [0] has an empty name, expected a name before "=" (the empty one is written "")'],
    ["a=", "P: [0] has no value, expected a probability such as 0.25 or 1/4"],
    ['"a=1', 'P: has a double quote that is not closed, expected names as "…", a quote in them doubled'],
    ['a"b"=1', 'P: [0] has the name a"b", expected a name all within quotes, a quote in it doubled'],
  ])("%j", (text, message) => {
    expect(faultOf(text).message).toBe(message);
  });
});

test("decimal commas that cannot be told from separators are explained", () => {
  expect(faultOf("0,5 0,5").hint).toBe('with decimal commas, put ";" between the values: 0,5; 0,5');
  expect(faultOf("1,000;2,000", "counts").hint).toContain("write 1000 or 1.000");
});

test("a percentage and a division by 0 are not taken for decimal commas", () => {
  expect(faultOf("50%,50%").hint).toBe(
    "a percentage is written as a fraction, 50/100, or as a weight: counts:…",
  );
  expect(faultOf("1/0,1").hint).toBe("nothing is divided by 0");
  expect(faultOf("1,2/x").hint).toBeUndefined();
});

const name = fc.string({ unit: "grapheme", minLength: 1 });
const value = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

test("numbers come back bit for bit, through every separator", () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1 }),
      fc.constantFrom(",", ";", " ", "\n", ", ", " ;\n"),
      (xs, separator) => {
        expect(valuesOf(xs.join(separator))).toEqual(xs.map((x) => x + 0));
      },
    ),
  );
});

test("any name comes back when it is quoted", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1 }),
      fc.constantFrom(",", ";", " ", "\n"),
      (names, separator) => {
        expect(namesOf(names.map((n) => `${quote(n)}=0.5`).join(separator))).toEqual(names);
      },
    ),
  );
});

test("a million values are read in linear time, blanks and quotes included", () => {
  const count = 1e6;
  expect(parseValues("0.5\n".repeat(count), "counts", "-").values.length).toBe(count);
  expect(
    parseValues(`${" ".repeat(count)}0.5${" ".repeat(count)}=`.concat("1"), "counts", "-").names,
  ).toEqual(["0.5"]);
  expect(parseValues(`"${'""'.repeat(count)}"=1`, "counts", "-").names?.[0]?.length).toBe(count);
}, 10_000);
