import { describe, expect, test } from "vitest";
import { bar, number, table } from "../src/table.ts";

const wide = { width: Infinity, rich: true };
const plain = { width: Infinity, rich: false };

describe("table", () => {
  test("aligns texts at the left, numbers on their point, and titles over numbers at the right", () => {
    const rows = [
      ["outcome", "P"],
      ["a", number("0.25")],
      ["bb", number("12")],
      ["c", number("1.5e-7")],
      ["d", number("∞")],
    ];
    expect(table(rows, plain)).toEqual([
      "  outcome        P",
      "  a         0.25",
      "  bb       12",
      "  c         1.5e-7",
      "  d         ∞",
    ]);
  });

  test("counts the columns that characters take, not the characters", () => {
    const lines = table(
      [
        ["日本", number("1")],
        ["a\u0301", number("2")],
        ["👍🏽", number("3")],
      ],
      plain,
    );
    expect(lines).toEqual(["  日本  1", "  a\u0301     2", "  👍🏽    3"]);
  });

  // 2 + 11 + 2 + 5 columns
  test("cuts the first column, and no grapheme, to fit the page", () => {
    const [line] = table([["日本日本日本日本", number("0.125")]], { width: 20, rich: true });
    expect(line).toBe("  日本日本日…  0.125");
  });

  test("of nothing is nothing", () => expect(table([], plain)).toEqual([]));
});

describe("bar", () => {
  test.each([
    [1, "████"],
    [0.5, "██"],
    [1 / 32, "▏"],
    [0.9, "███▋"],
    [0, ""],
    [7, "████"],
    [-1, ""],
  ])("of a share of %d in 4 columns is %j", (share, text) => expect(bar(share, 4, wide)).toBe(text));

  test("is nothing on a plain page", () => expect(bar(1, 4, plain)).toBe(""));
});
