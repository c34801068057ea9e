import { describe, expect, test } from "vitest";
import { choice, defineCommand, flag, parse, usageLine } from "../src/command.ts";
import { UsageError } from "../src/usage.ts";

const pour = defineCommand({
  name: "pour",
  summary: "Pour A into B",
  operands: [
    { name: "A", help: "what" },
    { name: "B", help: "where", optional: true, choices: ["cup", "bowl"] },
  ],
  options: {
    size: choice("SIZE", ["small", "large"], "small", "how much"),
    times: {
      placeholder: "N",
      help: "how often",
      initial: 1,
      expected: "a whole number",
      parse: (text: string) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
    },
    slowly: flag("take time"),
  },
  examples: [],
  run: () => ({}),
  show: () => [],
});

describe("parse", () => {
  test("gives operands in order and every option, typed or at its initial value", () => {
    expect(parse(pour, ["tea"])).toEqual({
      help: false,
      operands: ["tea"],
      values: { size: "small", times: 1, slowly: false },
    });
    expect(parse(pour, ["--size=large", "tea", "--slowly", "cup", "--times", "3"])).toEqual({
      help: false,
      operands: ["tea", "cup"],
      values: { size: "large", times: 3, slowly: true },
    });
  });

  test("takes what looks like a negative number for a number, everywhere", () => {
    expect(parse(pour, ["-1.5,2", "--times", "-3"])).toMatchObject({
      operands: ["-1.5,2"],
      values: { times: -3 },
    });
    expect(parse(pour, ["-.5"]).operands).toEqual(["-.5"]);
    expect(parse(pour, ["-inf"]).operands).toEqual(["-inf"]);
    expect(parse(pour, ["--", "--slowly"]).operands).toEqual(["--slowly"]);
    expect(parse(pour, ["-"]).operands).toEqual(["-"]);
  });

  test("asked for help, asks for no operand", () => {
    expect(parse(pour, ["--help"]).help).toBe(true);
    expect(parse(pour, ["-h", "tea"]).help).toBe(true);
  });

  test.each([
    [[], "A is missing, expected surprisal pour A [B] [options]"],
    [["a", "cup", "c"], "c is one too many, expected surprisal pour A [B] [options]"],
    [["a", "cap"], "B is cap, expected cup, bowl"],
    [["a", "--size", "huge"], "--size is huge, expected small, large"],
    [["a", "--times", "x"], "--times is x, expected a whole number"],
    [["a", "--speed"], "unknown option --speed"],
    [["a", "--no-slowly"], "unknown option --no-slowly"],
    [["a", "-s"], "unknown option -s"],
  ])("refuses %j", (words, message) => {
    expect(() => parse(pour, words)).toThrow(expect.objectContaining({ constructor: UsageError, message }));
  });

  test("keeps the refused word beside the valid ones, for a suggestion", () => {
    const refused = (words: string[]) => {
      try {
        parse(pour, words);
      } catch (error) {
        return [(error as UsageError).typed, (error as UsageError).valid];
      }
    };
    expect(refused(["a", "--sise", "small"])).toEqual([
      "--sise",
      ["--help", "--size", "--times", "--slowly"],
    ]);
    expect(refused(["a", "--size", "smal"])).toEqual(["smal", ["small", "large"]]);
  });
});

test("usageLine shows what is optional in brackets", () => {
  expect(usageLine(pour)).toBe("surprisal pour A [B] [options]");
});
