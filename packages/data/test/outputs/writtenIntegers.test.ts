import { describe, expect, test } from "vitest";
import { readIntegers } from "../../src/logits/readIntegers.ts";
import { writtenIntegers } from "../../src/outputs/writtenIntegers.ts";

test.each([
  ["[1, -100, 3]", [3], [1, -100, 3]],
  ["[[1, 2, 3],\n [4, 5, 6]]\n", [2, 3], [1, 2, 3, 4, 5, 6]],
  ["[[[1], [2]], [[3], [4]]]", [2, 2, 1], [1, 2, 3, 4]],
  ["1\n2\r\n\n3", [3], [1, 2, 3]],
  ["1, 2,3\n", [3], [1, 2, 3]],
  ["1,2,3\n4,5,6\n", [2, 3], [1, 2, 3, 4, 5, 6]],
  ["2147483647 -2147483648", [2], [2147483647, -2147483648]],
])("%j", async (text, shape, values) => {
  const array = writtenIntegers(text, "t");
  expect([array.shape, [...(await readIntegers(array))]]).toEqual([shape, values]);
});

describe("what is refused, and where", () => {
  test.each([
    ["[1, 2.5]", "t:1:5: [1] is 2.5, expected an integer of 32 bits"],
    ["[[1, 2],\n[3]]", "t:2:1: [1] is a list, expected one of 2 integers, as the first"],
    ["[[1], 2]", "t:1:7: [1] is 2, expected a list"],
    ['{"a": 1}', "t:1:1: the value is an object, expected a list"],
    ["1\n2\nx", "t:3: has x, expected an integer of 32 bits"],
    ["1\n2147483648", "t:2: has 2147483648, expected an integer of 32 bits"],
    ["1 2\n3", "t:2: has 1 integers, expected 2, as the first"],
  ])("%j", (text, message) => {
    expect(() => writtenIntegers(text, "t")).toThrow(message);
  });
});
