import { FormatError } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolve } from "./sources.ts";

const read = (text: string, prefix = "counts:") => resolve(`${prefix}f.json`, { "f.json": text });

test("an array, or an object from names to numbers", async () => {
  expect([...(await read("[0.25, 7.5e-1]", "")).probabilities]).toEqual([0.25, 0.75]);
  const named = await read('\ufeff{ "a\\u00f1\\n": 1,\r\n "": 3 }\n');
  expect(named.names).toEqual(["añ\n", ""]);
  expect([...named.probabilities]).toEqual([0.25, 0.75]);
});

test("standard input may hold JSON or a list", async () => {
  expect((await resolve("counts:-", { "-": ' {"a": 1}' })).names).toEqual(["a"]);
  expect((await resolve("-", { "-": "a=0.5\nb=0.5\n" })).names).toEqual(["a", "b"]);
  expect([...(await resolve("logits:-", { "-": "[0, 0]" })).probabilities]).toEqual([0.5, 0.5]);
});

describe("what does not fit is named with line and column", () => {
  test.each([
    ["", "f.json:1:1: the text ends, expected an array of numbers, or an object from names to numbers"],
    ["[1,\n 2,]", "f.json:2:4: found ], expected a number"],
    ["[1 2]", 'f.json:1:4: found 2, expected "," or "]"'],
    ["[1, [2]]", "f.json:1:5: found an array, expected a number (arrays and objects do not nest)"],
    ['{"a": {}}', "f.json:1:7: found an object, expected a number (arrays and objects do not nest)"],
    ['{"a": "1"}', 'f.json:1:7: found "1", expected a number'],
    ["[null]", "f.json:1:2: found null, expected a number"],
    ["[NaN]", "f.json:1:2: found NaN, expected a number"],
    [
      "[-Infinity, 1]",
      "f.json:1:2: found -Infinity, expected a finite number (only logits: may be infinite)",
    ],
    ["[01]", "f.json:1:2: found 01, expected a number"],
    ["[.5]", "f.json:1:2: found .5, expected a number"],
    ["{a: 1}", 'f.json:1:2: found a, expected a name in double quotes, or "}" without a comma before it'],
    ['{"a" 1}', 'f.json:1:6: found 1, expected ":" after the name'],
    ['{"\\x": 1}', 'f.json:1:2: found "\\x", expected a name whose escapes are those of JSON'],
    ["[1] 2", "f.json:1:5: found 2, expected nothing after the values"],
    ["[]", "f.json: has no values, expected at least one"],
    ['{"a": 1, "a": 2}', 'f.json: [1] is named "a", as is [0], expected a name for one value only'],
  ])("%j", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

test("logits may be infinite as Python's json.dump writes it; +∞ and NaN are refused by name", async () => {
  expect([...(await read("[-Infinity, 1.0]", "logits:")).probabilities]).toEqual([0, 1]);
  expect([...(await read('{"a": 0, "b": -Infinity, "c": 0}', "logits:")).probabilities]).toEqual([
    0.5, 0, 0.5,
  ]);
  await expect(read("[0, Infinity]", "logits:")).rejects.toThrow(
    "[1] is Infinity, expected a logit below +∞",
  );
  await expect(read("[NaN, 0]", "logits:")).rejects.toThrow("f.json:1:2: found NaN, expected a number");
  await expect(read("[-Infinityx]", "logits:")).rejects.toThrow("found -Infinityx, expected a number");
});

const number = fc.double({ min: 0, max: 1e300, noNaN: true, noDefaultInfinity: true });

test("JSON of any numbers and names comes back bit for bit, however it is indented", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string({ unit: "binary" }), number), { minLength: 1, maxLength: 9 }),
      fc.constantFrom("", "  ", "\t"),
      async (entries, indent) => {
        const object = Object.fromEntries([...entries, ["one", 1]]);
        const keys = Object.keys(object);
        const { names, counts } = await read(JSON.stringify(object, null, indent));
        expect(names).toEqual(keys);
        expect([...counts!]).toEqual(keys.map((key) => object[key]! + 0));
      },
    ),
  );
});

test("JSON that JSON.parse refuses is refused, and broken texts give a FormatError", async () => {
  const json = fc.string({ unit: fc.constantFrom(...'[]{}",:0123456789.eE+-\\u \nabtrue') });
  await fc.assert(
    fc.asyncProperty(json, async (inside) => {
      for (const text of [inside, `[${inside}]`, `{"a":${inside}}`]) {
        try {
          await read(text);
          JSON.parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("a name of ten million letters", async () => {
  const { names } = await read(`{"${"\\n".repeat(1e6)}${"x".repeat(1e7)}": 1}`);
  expect(names![0]).toHaveLength(1.1e7);
});
