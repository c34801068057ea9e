import { expect, test } from "vitest";
import { arranged, type Columns, firstSort, leading, nameOf } from "../../src/workbench/outcomes.ts";

const columns: Columns = {
  names: ["pear", "Apple", "fig", "äpfel 10", "äpfel 9"],
  length: 5,
  p: [0.2, 0.3, 0.1, 0.25, 0.15],
  q: [0.4, 0, 0, 0.3, 0.3],
  forward: [-0.14, Infinity, Infinity, -0.05, -0.1],
  reverse: [0.28, 0, 0, 0.05, 0.2],
  both: [0.14, Infinity, Infinity, 0, 0.1],
};
const sorted = (key: "name" | "p" | "surprise" | "both", descending: boolean, find = "") =>
  arranged(columns, { key, descending }, find, "en").map((i) => columns.names![i]);

test("names are sorted as people sort them, numbers by size, equals by mass", () => {
  expect(sorted("name", false)).toEqual(["äpfel 9", "äpfel 10", "Apple", "fig", "pear"]);
  expect(sorted("p", true)).toEqual(["Apple", "äpfel 10", "pear", "äpfel 9", "fig"]);
  expect(sorted("both", true)).toEqual(["Apple", "fig", "pear", "äpfel 9", "äpfel 10"]);
  expect(sorted("surprise", true).slice(0, 2)).toEqual(["Apple", "fig"]);
});

test("outcomes are found by a part of their name, whatever its case", () => {
  expect(sorted("p", true, " ÄPF ")).toEqual(["äpfel 10", "äpfel 9"]);
  expect(sorted("p", true, "kiwi")).toEqual([]);
});

test("those that contribute nothing do not lead, unless all have room", () => {
  expect(leading(columns, 5)).toEqual([0, 1, 2, 3, 4]);
  expect(leading(columns, 4)).toEqual([1, 2, 0, 4]);
});

test("few keep their order, of many the weightiest come first, and without names an index stands", () => {
  expect(firstSort(20).key).toBe("given");
  expect(firstSort(21)).toEqual({ key: "both", descending: true });
  expect(nameOf({}, 3)).toBe("[3]");
});
