import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JsonNode } from "../../src/json/jsonNode.ts";
import { type Json, parseJson, placeInJson } from "../../src/json/parseJson.ts";

const plain = (value: Json): unknown =>
  value instanceof Map
    ? Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]))
    : Array.isArray(value)
      ? value.map(plain)
      : value;

test("parseJson agrees with JSON.parse on whatever JSON.stringify writes", () => {
  const value = fc.jsonValue({ maxDepth: 6 }).filter((x) => !JSON.stringify(x).includes("__proto__"));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 1, "\t"), (x, space) => {
      const text = JSON.stringify(x, null, space);
      expect(plain(parseJson(text, "x"))).toEqual(JSON.parse(text));
    }),
  );
});

test("parseJson takes a text that JSON.parse takes, and no other but Python's three numbers", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[]{}:,"\\ \n-+.0123eEutrfalsn\u0007é') }), (text) => {
      const taken = (parse: () => unknown) => {
        try {
          parse();
          return true;
        } catch {
          return false;
        }
      };
      expect(taken(() => parseJson(text, "x"))).toBe(taken(() => JSON.parse(text)));
    }),
    { numRuns: 20_000 },
  );
});

test("keys keep their order, numbers among them; Python's numbers are read", () => {
  expect([...(parseJson('{"9": 1, "a": 2, "1": 3}', "x") as Map<string, Json>).keys()]).toEqual([
    "9",
    "a",
    "1",
  ]);
  expect(parseJson("[NaN, Infinity, -Infinity]", "x")).toEqual([Number.NaN, Infinity, -Infinity]);
});

describe("a fault has its line and column", () => {
  test.each([
    ['{"a": 1,\n "a": 2}', 'x:2:2: has "a" twice in an object, expected a name once'],
    ["[1,\n2", 'x:2:2: the text ends, expected "," or "]"'],
    ['"a\nb"', 'x:1:1: found "a, expected a string on one line, whose escapes are those of JSON'],
    ['"a', 'x:1:1: found "a, expected a closing quote'],
    ["[01]", "x:1:2: found 01, expected a JSON value"],
    ["1 2", "x:1:3: found 2, expected nothing after the value"],
    ["[".repeat(70), "x:1:66: is nested too deep, expected values nested at most 64 deep"],
  ])("%j", (text, message) => {
    expect(() => parseJson(text, "x")).toThrow(message);
  });

  test("of a value that is read as what it is not", () => {
    const text = '{\n  "choices": [\n    {"a b": true}\n  ]\n}';
    const root = new JsonNode(parseJson(text, "x"), { text, source: "x", firstLine: 10 });
    const node = root.get("choices").items()[0]!.get("a b");
    expect(() => node.number()).toThrow('x:12:13: choices[0]["a b"] is true, expected a number');
    expect(() => root.get("other").text()).toThrow("x:10:1: other is missing, expected a string");
    expect(placeInJson(text, ["choices", 0])).toEqual({ line: 3, column: 5 });
  });
});
