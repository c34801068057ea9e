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

test("a candidate is not better for the values it withholds; the bounds of all tokens decide", () => {
  const rng = createRng(5);
  const a = Array.from({ length: 300 }, () => -Math.log(1 - rng.next()));
  const b = a.map((x) => x + 0.1 * (rng.next() - 0.5));
  const worse = a.map((x) => 2 * x + 1);
  const limit = 2;
  const withheld = (name: string, values: number[]) => ({
    name,
    values: values.map((x) => (x > limit ? Number.NaN : x)),
    ends: {
      lower: values.map((x) => Math.min(x, limit)),
      upper: values.map((x) => (x > limit ? Infinity : x)),
    },
  });
  const alone = (named: { name: string }[]) => named.map(({ name }) => name);
  const found = compareCandidates(
    [withheld("hides", worse), { name: "b", values: b }, { name: "a", values: a }],
    { ...options(), rng: () => createRng(1) },
  );
  // By what it does not hide it would be near 1, and nearer to b than it is.
  const hides = found.candidates.find(({ name }) => name === "hides")!;
  const mean = (column: number[]) => column.reduce((sum, x) => sum + x, 0) / column.length;
  expect(hides.bounds!.lower.value).toBeCloseTo(mean(worse.map((x) => Math.min(x, limit))), 12);
  expect(hides.bounds!.upper.value).toBe(Infinity);
  expect(alone([...found.candidates]).at(-1)).toBe("hides");
  const verdicts = found.pairs.map(({ one, other, verdict }) => [one, other, verdict]);
  expect(verdicts).toContainEqual([expect.stringMatching(/^[ab]$/), "hides", "better"]);
  const equals = found.pairs.find(({ one, other }) => !`${one}${other}`.includes("hides"))!;
  expect(equals.verdict).toBe("not distinguishable");
  expect(equals.bounds!.lower).toEqual(equals.bounds!.upper);
  expect(equals.bounds!.lower.value).toBeCloseTo((mean(a) - mean(b)) * (equals.one === "a" ? 1 : -1), 12);
  const [pair] = compareCandidates(
    [withheld("hides", b), { name: "a", values: a.map((x) => x + 0.05) }],
    options(),
  ).pairs;
  // The tokens left are those that it likes.
  expect(Math.abs(pair!.difference.value)).toBeGreaterThan(0.04);
  expect(pair!.verdict).toBe("not distinguishable");
});
