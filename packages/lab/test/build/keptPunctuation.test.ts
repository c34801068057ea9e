import { expect, test } from "vitest";
import keptPunctuation from "../../src/build/keptPunctuation.ts";

type Node = { type: string; value?: string; properties?: { className: string[] }; children?: Node[] };

const span = (name: string, children: Node[] = []): Node => ({
  type: "element",
  properties: { className: [name] },
  children,
});
const formula = (pieces: number) => span("katex", new Array(pieces).fill(span("base")));

function around(pieces: number, after: string): string {
  const line = { type: "element", children: [formula(pieces), { type: "text", value: after }] };
  keptPunctuation()({ type: "root", children: [line] });
  return line.children.map((node) => textOf(node)).join("");
}

function textOf({ value, properties, children = [] }: Node): string {
  if (properties?.className[0] === "katex") return "x";
  return value ?? `[${children.map(textOf).join("")}]`;
}

test("what ends a sentence stays with the formula before it", () => {
  expect(around(1, ", and so on")).toBe("[x,] and so on");
  expect(around(2, ".) Then")).toBe("[x.)] Then");
});

test("a word is not drawn to a formula", () => {
  expect(around(1, " bits.")).toBe("x bits.");
});

test("a long formula keeps its right to break", () => {
  expect(around(3, ".")).toBe("x.");
});
