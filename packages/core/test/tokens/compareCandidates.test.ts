import { compareCandidates, compareRows, createRng } from "@surprisal/core";
import { expect, test } from "vitest";
import { models } from "./models.ts";

const options = () => ({ rng: createRng(1), dependence: { kind: "blocks" } }) as const;
const { base, copies } = models(400, [0.5, 0.1, 0.1, 0.3]);
const candidates = copies.map((copy, i) => ({
  name: ["half", "tenth", "tenth again", "third"][i]!,
  values: compareRows(base, copy).forwardKl,
}));

test("candidates are ranked by their noise, and equals are not told apart", () => {
  const { tokens, candidates: ranked, pairs } = compareCandidates(candidates, options());
  expect(tokens).toBe(400);
  expect(ranked.slice(2).map(({ name }) => name)).toEqual(["third", "half"]);
  expect(pairs).toHaveLength(6);
  for (const { one, other, verdict, difference } of pairs) {
    const equals = one.startsWith("tenth") && other.startsWith("tenth");
    expect(verdict, `${one}, ${other}`).toBe(equals ? "not distinguishable" : "better");
    const mean = (name: string) => ranked.find((candidate) => candidate.name === name)!.mean.value;
    expect(difference.value).toBeCloseTo(mean(one) - mean(other), 12);
  }
});

test("together, each pair is held to a sixth of the doubt", () => {
  const { pairs } = compareCandidates(candidates, { ...options(), together: true });
  const alone = compareCandidates(candidates, options()).pairs;
  pairs.forEach(({ difference }, i) => {
    expect(difference.level).toBeCloseTo(1 - 0.05 / 6, 12);
    expect(difference.resamples).toBe(4800);
    expect(difference.high - difference.low).toBeGreaterThan(
      alone[i]!.difference.high - alone[i]!.difference.low,
    );
  });
});

test("only tokens that all have count, and an infinity is named", () => {
  const values = [1, 2, Number.NaN, 4];
  const found = compareCandidates(
    [
      { name: "a", values },
      { name: "b", values: [1, 1, 1, 1] },
    ],
    options(),
  );
  expect([found.tokens, found.candidates.map(({ name }) => name)]).toEqual([3, ["b", "a"]]);
  expect(() =>
    compareCandidates(
      [
        { name: "a", values: [1, Infinity] },
        { name: "b", values: [1, 1] },
      ],
      options(),
    ),
  ).toThrow(/^compareCandidates: a\[1\] is Infinity/);
  expect(() => compareCandidates([{ name: "a", values }], options())).toThrow(/there are 1 candidates/);
});
