import {
  entropy,
  entropyBounds,
  negativeLogLikelihoodBounds,
  normalize,
  perplexity,
  perplexityBounds,
  probabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decimals, pairsOfLists, rounded, topList } from "./topLists.ts";

const slack = 1e-12;

test("entropy and perplexity lie between their bounds, whatever the shape and however short the list", () => {
  fc.assert(
    fc.property(pairsOfLists, ({ p, ofP }) => {
      const { lower, upper } = entropyBounds(ofP);
      expect(entropy(p)).toBeGreaterThanOrEqual(lower - slack);
      expect(entropy(p)).toBeLessThanOrEqual(upper + slack);
      const e = perplexityBounds(ofP);
      expect(perplexity(p)).toBeGreaterThanOrEqual(e.lower * (1 - slack));
      expect(perplexity(p)).toBeLessThanOrEqual(e.upper * (1 + slack));
    }),
    { numRuns: 2000 },
  );
});

test("the same of a list that is rounded, and of the surprise at an outcome of it", () => {
  fc.assert(
    fc.property(pairsOfLists, decimals, ({ p, ofP }, written) => {
      const list = rounded(ofP, written);
      const { lower, upper } = entropyBounds(list);
      expect(entropy(p)).toBeGreaterThanOrEqual(lower - slack);
      expect(entropy(p)).toBeLessThanOrEqual(upper + slack);
      const e = perplexityBounds(list);
      expect(perplexity(p)).toBeGreaterThanOrEqual(e.lower * (1 - slack));
      expect(perplexity(p)).toBeLessThanOrEqual(e.upper * (1 + slack));
      Array.from(p).forEach((x, i) => {
        const surprise = negativeLogLikelihoodBounds(list, i);
        expect(-Math.log(x)).toBeGreaterThanOrEqual(surprise.lower - slack);
        expect(-Math.log(x)).toBeLessThanOrEqual(surprise.upper + slack);
      });
    }),
    { numRuns: 3000 },
  );
});

test("a list of everything leaves nothing open, a longer list never more", () => {
  fc.assert(
    fc.property(pairsOfLists, ({ p, ofP }) => {
      const whole = entropyBounds(topList(p, p.length));
      expect(whole.upper - whole.lower).toBeLessThan(slack);
      const k = ofP.logProbabilities.length;
      if (k === p.length) return;
      const [short, long] = [entropyBounds(ofP), entropyBounds(topList(p, k + 1))];
      expect(long.lower).toBeGreaterThanOrEqual(short.lower - slack);
      expect(long.upper).toBeLessThanOrEqual(short.upper + slack);
    }),
  );
});

test("both bounds of the entropy are the entropy of a distribution with that list", () => {
  const list = { ...topList(probabilities([0.5, 0.2, 0.1, 0.1, 0.05, 0.05]), 2), rounding: 0 };
  const { lower, upper } = entropyBounds(list);
  expect(lower).toBeCloseTo(entropy(normalize([5, 2, 2, 1, 0, 0])), 14);
  expect(upper).toBeCloseTo(entropy(normalize([20, 8, 3, 3, 3, 3])), 14);
});

test("entropy bounds hold where an unlikely chosen token was added to the list and the cap is named", () => {
  fc.assert(
    fc.property(pairsOfLists, fc.nat(), ({ p, ofP }, pick) => {
      const rest = Array.from(p, (_, i) => i).filter((i) => !Array.from(ofP.outcomes).includes(i));
      if (rest.length === 0) return;
      const chosen = rest[pick % rest.length]!;
      const logs = [...Array.from(ofP.logProbabilities), Math.log(p[chosen]!)];
      const { lower, upper } = entropyBounds({
        ...ofP,
        outcomes: [...Array.from(ofP.outcomes), chosen],
        logProbabilities: logs,
        largestUnlisted: logs.at(-2)!,
      });
      expect(entropy(p)).toBeGreaterThanOrEqual(lower - slack);
      expect(entropy(p)).toBeLessThanOrEqual(upper + slack);
    }),
  );
});

test("the surprise at an outcome lies between its bounds, under a floor that holds too", () => {
  fc.assert(
    fc.property(pairsOfLists, ({ p, ofP }) => {
      const floor = Math.min(...p);
      Array.from(p).forEach((x, i) => {
        const { lower, upper } = negativeLogLikelihoodBounds(ofP, i, floor > 0 ? floor : undefined);
        expect(-Math.log(x)).toBeGreaterThanOrEqual(lower - slack);
        expect(-Math.log(x)).toBeLessThanOrEqual(upper + slack);
      });
    }),
  );
});

test("without a vocabulary nothing bounds the entropy above", () => {
  const { vocabulary, ...list } = topList(probabilities([0.5, 0.3, 0.2]), 1);
  expect(vocabulary).toBe(3);
  expect(entropyBounds(list).upper).toBe(Infinity);
});

test("lists that cannot be are refused, not renormalised", () => {
  const list = { outcomes: [1, 2], logProbabilities: [Math.log(0.6), Math.log(0.3)], vocabulary: 4 };
  const refused = (change: object) => () => entropyBounds({ ...list, ...change });
  expect(refused({ logProbabilities: [Math.log(0.8), Math.log(0.3)] })).toThrow(/lists probabilities of 1.1/);
  expect(refused({ logProbabilities: [0.1, -1] })).toThrow(
    /logProbabilities\[0\] is 0.1, expected at most 0/,
  );
  expect(refused({ logProbabilities: [-1, Number.NaN] })).toThrow(/logProbabilities\[1\] is NaN/);
  expect(refused({ logProbabilities: [Math.log(0.1), Math.log(0.05)] })).toThrow(
    /leaves 0.8\d* for 2 outcomes/,
  );
  expect(refused({ halfUnit: -1 })).toThrow(/list.halfUnit is -1, expected at least 0/);
  expect(refused({ vocabulary: 1 })).toThrow(/vocabulary is 1, expected at least 2/);
  expect(refused({ outcomes: [1] })).toThrow(/outcomes has 1 entries, expected 2/);
  expect(() => negativeLogLikelihoodBounds(list, 3, 0)).toThrow(/floor is 0/);
});

test("a listed probability below all doubles bounds as one of 1e-300 does; one of 0 leaves nothing outside", () => {
  const list = (log: number) => ({ outcomes: ["a", "b"], logProbabilities: [Math.log(0.5), log] });
  // Half of the mass in outcomes of at most 1e-300, and the entropy of the listed half; 2⁻²⁰ of the mass is rounding.
  const { lower, upper } = entropyBounds(list(-750));
  const least = 0.5 * Math.log(2) + 0.5 * Math.log(1e300);
  expect(lower).toBeLessThanOrEqual(least);
  expect(lower).toBeGreaterThan(least - 2 ** -20 * Math.log(1e300) - 1e-9);
  expect(upper).toBe(Infinity);
  expect(() => entropyBounds(list(-Infinity))).toThrow(
    /for Infinity outcomes of at most 0, expected at most 0/,
  );
});
