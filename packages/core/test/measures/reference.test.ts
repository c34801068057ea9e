import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@surprisal/core";
import { expect, test } from "vitest";

type Case = {
  name: string;
  p?: number[];
  q?: number[];
  logP?: (number | string)[];
  logQ?: (number | string)[];
  n?: number;
  far?: boolean;
  values: Record<string, number | "Infinity">;
};

const file = join(import.meta.dirname, "../../../../reference/measures.json");
const cases: Case[] = JSON.parse(readFileSync(file, "utf8"));

// The requirement: relative error ≤ 1e-14 against references of 50 digits or more.
const relativeTolerance = 1e-14;

const ofOne = ["entropy", "perplexity", "renyiEntropy", "tsallisEntropy"];
type Measure = (...args: unknown[]) => number;
const measures = { ...core } as unknown as Record<string, Measure>;

test.each(cases)("$name", (reference) => {
  const [p, q] = pairOf(reference);
  const entries = Object.entries(reference.values);
  expect(entries.length).toBeGreaterThan(0);
  for (const [key, expected] of entries) {
    const [name = "", ...args] = key.split(" ");
    const options = args.map((x) => (x === "reverse" ? x : Number(x)));
    const value = measures[name]!(...(ofOne.includes(name) ? [p] : [p, q]), ...options);
    const truth = Number(expected);
    if (truth === 0 || truth === Infinity) expect.soft(value, key).toBe(truth);
    else
      expect
        .soft(Math.abs(value / truth - 1), `${key} is ${value}, not ${truth}`)
        .toBeLessThan(relativeTolerance);
  }
});

function pairOf(reference: Case) {
  if (reference.logP && reference.logQ)
    return [reference.logP, reference.logQ].map((v) => core.logProbabilities(v.map(Number)));
  if (reference.p && reference.q) return [reference.p, reference.q].map((v) => core.probabilities(v));
  const first = weights(reference.n ?? 0, 1);
  const second = reference.far ? weights(first.length, 2) : nudged(first, 3);
  return [first, second].map((v) => core.probabilities(shares(v)));
}

// The integers of reference/measures.py; their sums stay below 2⁵³, so the shares are the same doubles in both languages.
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state;
  };
}

function weights(n: number, seed: number): number[] {
  const draw = generator(seed);
  return Array.from({ length: n }, () => {
    const value = draw() >>> 12;
    return (value >>> (draw() >>> 28)) + 1;
  });
}

function nudged(values: number[], seed: number): number[] {
  const draw = generator(seed);
  return values.map((x) => 1024 * x + (draw() >>> 22));
}

function shares(values: number[]): number[] {
  const total = values.reduce((sum, x) => sum + x, 0);
  return values.map((x) => x / total);
}
