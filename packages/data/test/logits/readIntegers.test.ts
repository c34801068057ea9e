import { readIntegers } from "@surprisal/data";
import { expect, test } from "vitest";
import { arraysOf, expected, openFixture } from "../modelOutputs.ts";

const integersOf = async (name: string) => readIntegers(arraysOf(await openFixture(name))[""]!);

test.each(["i4", "i8", "big-i8", "u2", "i1"])("integers as NumPy saved them: %s", async (type) => {
  const name = `targets-${type}.npy`;
  expect([...(await integersOf(name))]).toEqual(expected[name].integers);
});

test("an integer of more than 32 bits is refused by its index", async () => {
  await expect(integersOf("targets-wide.npy")).rejects.toThrow(
    "targets-wide.npy: [1] is 1099511627776, expected an integer of 32 bits",
  );
});

test("numbers with a point are no integers", async () => {
  await expect(integersOf("f4.npy")).rejects.toThrow("f4.npy: holds numbers of type f32, expected integers");
});
