import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeChoice, encodeChoice } from "../../src/worksheet/codec.ts";
import { choices } from "./choices.ts";

test("a link carries the choice", () => {
  fc.assert(
    fc.property(choices, (choice) => {
      expect(decodeChoice(encodeChoice(choice))).toEqual({ state: choice });
    }),
  );
  const choice = { lessons: ["surprise", "entropy"], seed: 7, count: 8, unit: "bits", key: true } as const;
  expect(encodeChoice(choice)).toBe("1~surprise,entropy~7~8~bits~key");
});

test.each([
  "",
  "1",
  "1~",
  "1~surprise~7~8~bits~key~more",
  "1~surprise,surprise~7~8~bits",
  "1~constructor~7~8~bits",
  "1~surprise~-7~8~bits",
  "1~surprise~4294967296~8~bits",
  "1~surprise~7~0~bits",
  "1~surprise~7~31~bits",
  "1~surprise~7~8~furlongs",
  "1~surprise~7~8~bits~maybe",
])("a damaged link is refused: %s", (text) => expect(decodeChoice(text)).toEqual({ problem: "damaged" }));

test("a link of another version is refused as that", () => {
  expect(decodeChoice("2~anything")).toEqual({ problem: "version" });
});

test("whatever a link says, it is answered", () => {
  fc.assert(fc.property(fc.string(), (text) => void decodeChoice(text)));
});
