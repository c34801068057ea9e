import { createRng, estimateRate } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { moreForEnds, moreTokens, ofRate, verdictOn } from "../../src/gate/verdict.ts";

const number = fc.integer({ min: -20, max: 20 });
const operators = {
  "<": (x: number, bound: number) => x < bound,
  "<=": (x: number, bound: number) => x <= bound,
  ">": (x: number, bound: number) => x > bound,
  ">=": (x: number, bound: number) => x >= bound,
} as const;

test("it holds where every point of the interval satisfies it, and fails where none does", () => {
  fc.assert(
    fc.property(number, number, number, fc.constantFrom("<", "<=", ">", ">="), (a, b, bound, operator) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const points = Array.from({ length: 2 * (high - low) + 1 }, (_, i) => low + i / 2);
      const so = points.filter((x) => operators[operator](x, bound)).length;
      const expected = so === points.length ? "holds" : so === 0 ? "fails" : "cannot tell yet";
      expect(verdictOn([low, high], operator, bound)).toBe(expected);
    }),
  );
});

test("an end that is not known decides nothing", () => {
  expect(verdictOn([-Infinity, Infinity], "<", 2)).toBe("cannot tell yet");
  expect(verdictOn([0.5, Infinity], ">", 2)).toBe("cannot tell yet");
  expect(verdictOn([0.5, Infinity], ">", 0.1)).toBe("holds");
  expect(verdictOn([Infinity], "<", 2)).toBe("fails");
});

test("so many more tokens bring the end of a normal interval to the bound", () => {
  // Half-width 1.96·3/√n around 10 reaches 10.1 at n = (1.96·3/0.1)² = 3457.44.
  const half = (1.96 * 3) / Math.sqrt(400);
  const found = { value: 10, low: 10 - half, high: 10 + half };
  expect(moreTokens(found, 10.1, 400)).toBe(3100);
  expect(moreTokens(found, 9.9, 400)).toBe(3100);
  expect(moreTokens(found, 10, 400)).toBeUndefined();
  // A half-width of 1 from four tokens reaches 0.76 at 4/0.76² = 6.9.
  expect(moreTokens({ value: 0, low: -1, high: 1 }, 0.76, 4)).toBe(3);
  expect(moreTokens({ ...found, high: Infinity }, 10.1, 400)).toBeUndefined();
});

test.each([
  [200, 0, 0.01],
  [200, 0, 0.5e-3],
  [200, 194, 0.98],
  [200, 194, 0.95],
  [200, 200, 0.999],
])(
  "so many more tokens bring the end of Wilson's interval to the bound: of %i %i, %f",
  (tokens, times, bound) => {
    const share = (n: number) =>
      estimateRate(
        Array.from({ length: n }, (_, i) => Number((i * times) % tokens < times)),
        { dependence: { kind: "independent" } },
      );
    const found = share(tokens);
    const more = moreTokens(found, bound, tokens, ofRate)!;
    // Two digits are given, and a whole multiple of the tokens keeps the rate: within 5 % and one multiple.
    const end = (n: number) => (found.value < bound ? share(n).high : share(n).low);
    const multiple = (tokens + more) / tokens;
    expect(Math.abs(end(tokens * Math.floor(0.95 * multiple)) - found.value)).toBeGreaterThanOrEqual(
      Math.abs(bound - found.value),
    );
    expect(Math.abs(end(tokens * Math.ceil(1.05 * multiple)) - found.value)).toBeLessThanOrEqual(
      Math.abs(bound - found.value),
    );
  },
);

test("with so many more, some of them lie beyond the quantile all but surely", () => {
  const more = moreForEnds(0.99, { level: 0.95, effectiveSampleSize: 100 }, 100)!;
  // 0.99ⁿ = 2.5 % at n = 367.
  expect(100 + more).toBeGreaterThan(360);
  expect(100 + more).toBeLessThan(375);
  const rng = createRng(3);
  const none = (n: number) => Array.from({ length: n }, () => rng.next()).every((x) => x < 0.99);
  const share = Array.from({ length: 4000 }, () => none(100 + more)).filter(Boolean).length / 4000;
  // Five standard deviations of a share of 2.5 % among 4000.
  expect(Math.abs(share - 0.025)).toBeLessThan(5 * Math.sqrt((0.025 * 0.975) / 4000));
});
