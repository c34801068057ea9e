import { entropy, huffman, inUnit, normalize, type Probabilities, probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions } from "../distributions.ts";

const bits = (p: Probabilities) => inUnit(entropy(p), "bits");
/** The least mean length of any prefix code on few outcomes: every way to pair them up is tried. */
function leastByExhaustion(weights: readonly number[]): number {
  if (weights.length < 2) return 0;
  let best = Infinity;
  for (let i = 0; i < weights.length; i++)
    for (let j = 0; j < i; j++) {
      const pair = weights[i]! + weights[j]!;
      const rest = weights.filter((_, at) => at !== i && at !== j);
      best = Math.min(best, pair + leastByExhaustion([...rest, pair]));
    }
  return best;
}

test("huffman is the best prefix code: no way to pair the outcomes up does better", () => {
  const few = fc
    .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 })
    .map((w) => normalize(w));
  fc.assert(
    fc.property(few, (p) => {
      // Both add at most 6 terms below 6: 36 roundings of 2⁻⁵³ are below 1e-14.
      expect(Math.abs(huffman(p).expectedLength - leastByExhaustion([...p]))).toBeLessThan(1e-14);
    }),
    { numRuns: 60 },
  );
});

test("H ≤ E[L] < H + 1, and Kraft's sum is exactly 1", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      const { expectedLength, lengths } = huffman(p);
      // Twelve terms of at most 11: their rounding is below 1e-13.
      expect(expectedLength).toBeGreaterThanOrEqual(bits(p) - 1e-13);
      expect(expectedLength).toBeLessThanOrEqual(bits(p) + 1); // below it, by less than a rounding next to certainty
      expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
    }),
  );
});

test("no word begins another, each is as long as said, and a likelier outcome never has the longer word", () => {
  fc.assert(
    fc.property(distributions, (p) => {
      const { words, lengths } = huffman(p);
      words.forEach((word, i) => {
        expect(word?.length ?? Infinity).toBe(lengths[i]);
        expect(word === undefined).toBe(p[i] === 0);
        words.forEach((other, j) => {
          if (i !== j && word !== undefined) expect(other?.startsWith(word) ?? false).toBe(false);
          if (p[i]! > p[j]!) expect(lengths[i]).toBeLessThanOrEqual(lengths[j]!);
        });
      });
    }),
  );
});

describe("known codes", () => {
  test("powers of two cost exactly the entropy", () => {
    const { words, expectedLength } = huffman(probabilities([0.125, 0.5, 0.25, 0.125]));
    expect(words).toEqual(["110", "0", "10", "111"]);
    expect(expectedLength).toBe(1.75);
  });

  test("1024 equal outcomes take 10 questions each", () => {
    const { lengths } = huffman(normalize(new Array(1024).fill(1)));
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([10, 10]);
  });

  test("a coin of .9 and .1 still takes one digit a toss; H is 0.469 bits", () => {
    expect(huffman(probabilities([0.9, 0.1])).lengths).toEqual(Float64Array.of(1, 1));
  });

  test("what is certain takes none, what is impossible has no word", () => {
    const { words, lengths, expectedLength } = huffman(probabilities([0, 1, 0]));
    expect(words).toEqual([undefined, "", undefined]);
    expect([...lengths]).toEqual([Infinity, 0, Infinity]);
    expect(expectedLength).toBe(0);
  });

  test("a chain of a thousand falling weights is a thousand deep at most, and nothing overflows", () => {
    const p = normalize(Array.from({ length: 1000 }, (_, i) => 2 ** -i));
    const { lengths } = huffman(p);
    expect(lengths.slice(0, 900)).toEqual(Float64Array.from({ length: 900 }, (_, i) => i + 1));
  });
});

test("huffman takes probabilities only", () => {
  // @ts-expect-error a plain array has no kind
  expect(() => huffman([0.5, 0.5])).toThrow(
    new TypeError("huffman: p is a plain array, expected probabilities(…)"),
  );
});
