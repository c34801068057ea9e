import { toJson } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../src/command.ts";
import { allCommands } from "../src/commands.ts";
import { surprisal } from "./surprisal.ts";

const commands = new Map((await allCommands()).map((command) => [command.name, command]));

// Weights with zeros and extremes, under names that are hard on a format, and --normalize to make them probabilities.
const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-12, max: 1e9, noNaN: true }));
const weights = fc.array(weight, { minLength: 1, maxLength: 6 }).filter((all) => all.some((w) => w > 0));
const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 });
const named = fc
  .uniqueArray(fc.tuple(name, weight), { minLength: 1, maxLength: 6, selector: ([key]) => key })
  .filter((all) => all.some(([, w]) => w > 0))
  .map((all) => all.map(([key, w]) => `"${key.replaceAll('"', '""')}"=${w}`).join(","));
const operand = fc.oneof(
  named,
  fc
    .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 5 })
    .map((all) => `logits:${all.join(",")}`),
  weights.map((all) => `counts:${all.join(",")}`),
);
const pair = fc.oneof(
  fc.tuple(named, named),
  fc.tuple(weights, fc.infiniteStream(fc.double({ min: 0.001, max: 1, noNaN: true }))).map(([p, others]) => {
    const q = p.map(() => others.next().value);
    return [p.join(","), `counts:${q.join(",")}`] as [string, string];
  }),
);
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom("entropy", "renyi", "perplexity", "temperature"), operand)
    .map(([command, p]) => [command, p]),
  fc
    .tuple(fc.constantFrom("kl", "js", "cross-entropy", "compare", "renyi", "perplexity"), pair)
    .map(([command, [p, q]]) => [command, p, q]),
);
const shape = { measure: expect.any(String), symbol: expect.any(String) };

function expectResult(text: string): void {
  expect(text).not.toMatch(/\bNaN\b.*:|:NaN/);
  const result = JSON.parse(text);
  expect(result).toMatchObject(shape);
  for (const measure of [result, ...(result.measures ?? [])]) {
    expect(measure).toMatchObject(shape);
    expect(["number", "Infinity"]).toContain(typeof measure.value === "number" ? "number" : measure.value);
    expect(["bits", "outcomes", null]).toContain(measure.unit);
    if (measure.value === "Infinity" && measure.symbol.startsWith("D("))
      expect(measure.culprits.length).toBeGreaterThan(0);
  }
}

test("--json is one object with measure, symbol, value and unit, whatever the operands", async () => {
  await fc.assert(
    fc.asyncProperty(line, async ([name, ...operands]) => {
      const command = commands.get(name!)!;
      const { operands: given, values } = parse(command, [...operands, "--json", "--normalize"]);
      const result = await command.run(given, values);
      expectResult(toJson(result));
      for (const rich of [false, true]) {
        const lines = [...command.show(result, { width: 80, rich })];
        expect(lines.join("\n")).not.toMatch(/\bNaN\b|undefined|\[object/);
      }
    }),
    { numRuns: 500 },
  );
});

test("so also through the process: one line on standard output, nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(line, async (words) => {
      const { code, stdout, stderr } = await surprisal([...words, "--json", "--normalize"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout.endsWith("\n")).toBe(true);
      expectResult(stdout);
    }),
    { numRuns: 8 },
  );
});

describe("toJson", () => {
  test("writes infinities in words, numbers at full precision", () => {
    const value = { a: [Infinity, -Infinity, 0.1 + 0.2], b: { c: null } };
    expect(toJson(value)).toBe('{"a":["Infinity","-Infinity",0.30000000000000004],"b":{"c":null}}');
    expect(toJson({ a: [Infinity] })).toBe('{"a":["Infinity"]}');
  });
});
