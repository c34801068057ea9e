import { describe, expect, test } from "vitest";
import { number, numbers, table } from "../src/table.ts";

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
    const [line] = table([[{ name: "日本日本日本日本" }, number("0.125")]], { width: 20, rich: true });
    expect(line).toBe("  日本日本日…  0.125");
  });

  test("of nothing is nothing", () => expect(table([], plain)).toEqual([]));
});

test("breaks words and titles before it cuts names, and never a number", () => {
  const rows = [
    [{ title: "outcome" }, { title: "P log P/Q" }],
    [{ name: "a-long-name" }, number("-0.5")],
    ["all", number("12.25"), { words: "of the smaller of both" }],
  ];
  expect(table(rows, { width: 34, rich: false })).toEqual([
    "                  P log",
    "  outcome           P/Q",
    "  a-long-name     -0.5",
    "  all             12.25  of the",
    "                         smaller",
    "                         of both",
  ]);
});

test("numbers of a column have as many decimals as the largest has digits for, but for those they would not show", () => {
  const texts = (values: number[]) => numbers(values, 4).map((cell) => Object.values(cell)[0]);
  expect(texts([1.848, 3.17, 2.585])).toEqual(["1.848", "3.170", "2.585"]);
  expect(texts([0.5, 0.25])).toEqual(["0.50", "0.25"]);
  expect(texts([0.9875, 0.000127, 0])).toEqual(["0.9875", "0.000127", "0"]);
  expect(texts([-0.5, Infinity])).toEqual(["-0.5", "∞"]);
});
