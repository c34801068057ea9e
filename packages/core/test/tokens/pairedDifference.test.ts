import { boundedDifference, createRng, pairedDifference, standardNormal, verdictOf } from "@surprisal/core";
import { expect, test } from "vitest";
import { successes } from "../estimators/samples.ts";

const options = () => ({ rng: createRng(1), dependence: { kind: "independent" } }) as const;

test("pairing sees what two means with wide intervals do not", () => {
  const rng = createRng(81);
  const hard = Array.from({ length: 300 }, () => Math.exp(2 * standardNormal(rng)));
  const one = hard.map((x) => x + 0.05 * standardNormal(rng));
  const other = hard.map((x) => x + 0.05 + 0.05 * standardNormal(rng));
  const { difference, verdict, tokens } = pairedDifference(one, other, options());
  expect([tokens, verdict]).toEqual([300, "lower"]);
  expect(difference.value).toBeCloseTo(-0.05, 1);
  expect(pairedDifference(other, one, options()).verdict).toBe("higher");
});

test("equals are told apart in 5 of 100 samples", () => {
  const trials = 300;
  const told = successes(trials, 82, (rng) => {
    const column = () => Array.from({ length: 60 }, () => standardNormal(rng));
    const { verdict } = pairedDifference(column(), column(), { ...options(), rng, resamples: 400 });
    return verdict !== "not distinguishable";
  });
  // 4σ of the binomial.
  expect(Math.abs(told / trials - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / trials));
});

test("tokens without a value in both are left out; ∞ on one side decides, on both sides nothing", () => {
  const nan = Number.NaN;
  expect(pairedDifference([1, nan, Infinity, 2], [2, 1, Infinity, 3], options()).tokens).toBe(2);
  expect(pairedDifference([Infinity, 1], [1, 1], options()).difference.value).toBe(Infinity);
  expect(() => pairedDifference([Infinity, 1], [1, Infinity], options())).toThrow(
    /^pairedDifference: differences/,
  );
  expect(() => pairedDifference([nan], [1], options())).toThrow(/^pairedDifference: no token/);
  expect(() => pairedDifference([1, 2], [1], options())).toThrow(/^pairedDifference: other has 1 entries/);
});

test("an infinite difference has a verdict, whatever its interval: a token suffices", () => {
  const finite = new Array<number>(60).fill(1);
  const infinite = finite.with(7, Infinity);
  const found = pairedDifference(infinite, finite, options());
  // A third of the resamples miss the one.
  expect([found.difference.low, found.verdict]).toEqual([0, "higher"]);
  expect(pairedDifference(finite, infinite, options()).verdict).toBe("lower");
  const twice = (column: number[]) => ({ lower: column, upper: column });
  expect(boundedDifference(twice(infinite), twice(finite), options())!.verdict).toBe("higher");
});

test("an interval that only touches 0 decides nothing", () => {
  const { difference } = pairedDifference([1, 2], [1, 2], options());
  expect([difference.low, difference.high, verdictOf(difference)]).toEqual([0, 0, "not distinguishable"]);
});
