import { klDivergence } from "@surprisal/core";
import { align, FormatError, type ResolveOptions } from "@surprisal/data";
import fc from "fast-check";
import { expect, test } from "vitest";
import { resolve } from "./sources.ts";

async function aligned(
  p: string,
  q: string,
  options: ResolveOptions = {},
  files: Record<string, string> = {},
) {
  const { names, p: a, q: b } = align(await resolve(p, files, options), await resolve(q, files, options));
  return { names, p: [...a.probabilities], q: [...b.probabilities], pCounts: a.counts && [...a.counts] };
}

test("two named operands meet by name: outcomes of P in order, then the new ones of Q", async () => {
  expect(await aligned("a=0.5,b=0.5", "c=0.25,b=0.5,a=0.25")).toMatchObject({
    names: ["a", "b", "c"],
    p: [0.5, 0.5, 0],
    q: [0.25, 0.5, 0.25],
  });
  expect(await aligned("logits:a=0,b=0", "c=1")).toMatchObject({ p: [0.5, 0.5, 0], q: [0, 0, 1] });
});

test("otherwise position counts, and the names come from whichever has them", async () => {
  expect((await aligned("0.5,0.5", "0.9,0.1")).names).toBeUndefined();
  expect((await aligned("0.5,0.5", "x=0.9,y=0.1")).names).toEqual(["x", "y"]);
  expect((await aligned("x=0.5,y=0.5", "counts:1,0")).names).toEqual(["x", "y"]);
});

test("lengths that differ are both told", async () => {
  for (const [p, q] of [
    ["0.5,0.5", "0.5,0.25,0.25"],
    ["a=0.5,b=0.5", "0.5,0.25,0.25"],
  ] as const) {
    const fault = await aligned(p, q).catch((e) => e);
    expect(fault).toBeInstanceOf(FormatError);
    expect(fault.message).toBe(`0.5,0.25,0.25: has 3 values, expected 2, as ${p} has`);
  }
});

// By hand: union of 3 outcomes, so P = (9+1, 1+1, 0+1)/13 and Q = (1, 1, 5)/(4+3) with the two missing counts at 0 + 1.
test("Laplace smoothing reaches the outcomes the other operand brought", async () => {
  const { p, q, pCounts } = await aligned("counts:a=9,b=1", "counts:c=4", { smooth: { laplace: 1 } });
  expect(p).toEqual([10 / 13, 2 / 13, 1 / 13]);
  expect(q).toEqual([1 / 7, 1 / 7, 5 / 7]);
  expect(pCounts).toEqual([9, 1, 0]);
});

test("ε-smoothing leaves no outcome of either without mass", async () => {
  const options = { smooth: { epsilon: 1e-6 } };
  const p = await resolve("a=1", {}, options);
  const q = await resolve("b=1", {}, options);
  const both = align(p, q);
  expect(klDivergence(both.p.probabilities, both.q.probabilities)).toBeLessThan(20);
  expect(
    klDivergence(align(await resolve("a=1"), await resolve("b=1")).p.probabilities, both.q.probabilities),
  ).toBeGreaterThan(0);
});

test("texts meet by character, whatever order they bring them in", async () => {
  const files = { f: "aab", g: "bc" };
  expect(await aligned("chars:f", "chars:g", {}, files)).toMatchObject({
    names: ["a", "b", "c"],
    q: [0, 0.5, 0.5],
  });
  expect(await aligned("chars:f", "c=0.5,b=0.5", {}, files)).toMatchObject({ names: ["a", "b", "c"] });
  expect((await aligned("bytes:f", "bytes:g", {}, files)).names).toHaveLength(256);
});

const named = fc.dictionary(
  fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
  fc.integer({ min: 1, max: 99 }),
  { minKeys: 1 },
);
const operand = (counts: Record<string, number>) =>
  `counts:${Object.entries(counts)
    .map(([name, n]) => `"${name.replaceAll('"', '""')}"=${n}`)
    .join(",")}`;

test("alignment moves no mass: each name keeps its count on both sides", async () => {
  await fc.assert(
    fc.asyncProperty(named, named, async (left, right) => {
      const { names, p, q } = align(await resolve(operand(left)), await resolve(operand(right)));
      expect(new Set(names)).toEqual(new Set([...Object.keys(left), ...Object.keys(right)]));
      expect([...p.counts!]).toEqual(names!.map((name) => (Object.hasOwn(left, name) ? left[name] : 0)));
      expect([...q.counts!]).toEqual(names!.map((name) => (Object.hasOwn(right, name) ? right[name] : 0)));
    }),
  );
});
