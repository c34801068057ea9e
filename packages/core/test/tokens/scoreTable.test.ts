import { type ListedToken, scoreTable } from "@surprisal/core";
import { expect, test } from "vitest";

const cat: ListedToken = { text: "cat", logProbability: Math.log(0.25), top: [] };
const listed: ListedToken = {
  ...{ text: "cat", id: 7, rank: 2, logProbability: Math.log(0.25) },
  top: [{ text: "dog", id: 9, logProbability: Math.log(0.5) }],
};
const one = (...scores: ListedToken[]) => scoreTable([{ name: "one", scores }]);

test("scores stand in the order of their texts", () => {
  const table = scoreTable([
    { name: "one", scores: [cat, listed] },
    { name: "two", scores: [listed] },
  ]);
  expect(table.sequenceNames).toEqual(["one", "two"]);
  expect([[...table.sequence], [...table.position]]).toEqual([
    [0, 0, 1],
    [0, 1, 0],
  ]);
  expect(table.text).toEqual(["cat", "cat", "cat"]);
  expect([...table.p.surprise!]).toEqual([2, 2, 2].map((bits) => bits * Math.LN2));
  expect([...table.target!]).toEqual([-1, 7, 7]);
  expect([...table.p.rank!]).toEqual([-1, 2, 2]);
  expect([...table.p.top1!]).toEqual([-1, 9, 9]);
  expect(table.p.top1Text).toEqual([undefined, "dog", "dog"]);
  expect(table.p.top1Probability![1]).toBeCloseTo(0.5, 15);
  expect(table.p).not.toHaveProperty("entropy");
});

test("columns of which nothing is known are absent", () => {
  expect(Object.keys(one(cat).p)).toEqual(["surprise"]);
  expect(one(cat)).not.toHaveProperty("target");
  expect(scoreTable([]).tokens).toBe(0);
});

test("what came is the likeliest if it is likelier than the listed", () => {
  const sure = { ...listed, logProbability: Math.log(0.9) };
  const unknown = { ...listed, logProbability: undefined };
  const { p } = one(sure, unknown);
  expect(p.top1Text).toEqual(["cat", "dog"]);
  expect(p.top1Probability![0]).toBeCloseTo(0.9, 15);
  expect(p.surprise![1]).toBeNaN();
});

test("the likeliest is found wherever it is listed", () => {
  const sampledFirst = [
    { text: "cat", logProbability: Math.log(0.25) },
    { text: "ape", logProbability: undefined },
    { text: "dog", logProbability: Math.log(0.5) },
  ];
  const { p } = one({ ...sampledFirst[0]!, top: sampledFirst });
  expect(p.top1Text).toEqual(["dog"]);
  expect(p.top1Probability![0]).toBeCloseTo(0.5, 15);
});

test("a token that is ruled out surprises infinitely", () => {
  expect(one({ ...cat, logProbability: -Infinity }).p.surprise![0]).toBe(Infinity);
});
