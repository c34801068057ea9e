import { crossEntropy, klDivergence, probabilities, selfInformation } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { grade, type Quantity } from "../../src/questions/grade.ts";

const p = probabilities([0.5, 0.5]);
const q = probabilities([0.9, 0.1]);
const cost: Quantity = {
  expected: crossEntropy(p, q),
  unit: "bits",
  decimals: 3,
  mistakes: [
    { name: "gap", value: klDivergence(p, q) },
    { name: "swapped", value: crossEntropy(q, p) },
  ],
};

describe("grade answers each way of writing the right number", () => {
  test.each([
    "1.737",
    "1,737",
    "1.737 bits",
    "1.7369656",
    "-0.5*log2(0.9) - 0.5*log2(0.1)",
    "1.7374",
    "1.7365",
  ])("%s", (text) => expect(grade(cost, text)).toEqual({ kind: "right" }));
});

describe("grade says what kind of mistake it is", () => {
  test.each([
    ["1.204 nats", { kind: "rightInUnit", unit: "nats" }],
    ["1.737 nats", { kind: "wrongUnit", unit: "nats" }],
    ["1.204", { kind: "wrongBase", unit: "nats" }],
    ["0.523", { kind: "wrongBase", unit: "bans" }],
    ["1.204 bits", { kind: "wrongBase", unit: "nats" }],
    ["0.737", { kind: "mistake", name: "gap" }],
    ["0,511 nats", { kind: "mistake", name: "gap" }],
    ["1", { kind: "mistake", name: "swapped" }],
    ["-1.737", { kind: "sign" }],
    ["1.736", { kind: "close" }],
    ["1.74", { kind: "close" }],
    ["1.7", { kind: "close" }],
    ["1.73", { kind: "wrong" }],
    ["log(10/3)", { kind: "noBase" }],
    ["∞", { kind: "wrong" }],
    ["heads", { kind: "notANumber" }],
    ["", { kind: "notANumber" }],
  ])("%s", (text, verdict) => expect(grade(cost, text)).toEqual(verdict));
});

test("the square of an amount is in squares of its unit", () => {
  const half: Quantity = { expected: 0.5, isSquare: true, unit: "nats", decimals: 3, mistakes: [] };
  expect(grade(half, "0.5")).toEqual({ kind: "right" });
  // A nat is 1.4427 bits, and its square 2.0814 bits².
  expect(grade(half, "1.041 bits²")).toEqual({ kind: "rightInUnit", unit: "bits" });
  expect(grade(half, "0.721 bits")).toEqual({ kind: "wrong" });
});

test("a mistake made with rounded numbers is still that mistake", () => {
  const rare: Quantity = {
    expected: selfInformation(1e-6),
    unit: "bits",
    decimals: 2,
    mistakes: [{ name: "thousandfold", value: 1000 * selfInformation(1e-3) }],
  };
  for (const text of ["9965.78", "9966", "9970"])
    expect(grade(rare, text), text).toEqual({ kind: "mistake", name: "thousandfold" });
  expect(grade(rare, "9990")).toEqual({ kind: "wrong" });
  expect(grade(rare, "20")).toEqual({ kind: "close" });
});

test("a mistake that gives ∞ is made by ∞ alone", () => {
  const cut: Quantity = {
    expected: selfInformation(0.85),
    unit: "bits",
    decimals: 3,
    mistakes: [
      { name: "swapped", value: Infinity },
      { name: "lost", value: selfInformation(0.15) },
    ],
  };
  expect(grade(cut, "∞")).toEqual({ kind: "mistake", name: "swapped" });
  expect(grade(cut, "2.737")).toEqual({ kind: "mistake", name: "lost" });
  expect(grade(cut, "5")).toEqual({ kind: "wrong" });
});

test("grade takes ∞ where ∞ is the answer, in any unit", () => {
  const question: Quantity = { expected: Infinity, unit: "bits", decimals: 3, mistakes: [] };
  expect(grade(question, "∞")).toEqual({ kind: "right" });
  expect(grade(question, "infinito")).toEqual({ kind: "right" });
  expect(grade(question, "1000")).toEqual({ kind: "wrong" });
});
