import { createRng } from "@surprisal/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { distribution, shuffled, twoDistributions } from "../../src/exercises/draw.ts";

const seed = fc.nat();

test("a drawn distribution has no zero, and whole parts that sum to one", () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 2, max: 6 }), fc.constantFrom(10, 20), (seed, length, parts) => {
      const whole = [...distribution(createRng(seed), length, parts)].map((x) => Math.round(x * parts));
      expect(whole).toHaveLength(length);
      expect(Math.min(...whole)).toBeGreaterThan(0);
      expect(whole.reduce((a, b) => a + b)).toBe(parts);
    }),
  );
});

test("every distribution of two outcomes in tenths is drawn, none more often than chance allows", () => {
  const rng = createRng(1);
  const heads = Array.from({ length: 9000 }, () => Math.round(distribution(rng, 2, 10)[0]! * 10));
  for (let tenth = 1; tenth <= 9; tenth++) {
    // 1000 expected of 9000; five standard deviations of √(9000 · 1/9 · 8/9) ≈ 30.
    const times = heads.filter((head) => head === tenth).length;
    expect(Math.abs(times - 1000), `${tenth}/10`).toBeLessThan(150);
  }
});

test("two distributions differ by a fifth or more", () => {
  fc.assert(
    fc.property(seed, (seed) => {
      const [p, q] = twoDistributions(createRng(seed), 3, 10);
      // The two sides of a difference of tenths round by less than 2⁻⁵³ each.
      expect(Math.max(...Array.from(p, (x, i) => Math.abs(x - q[i]!)))).toBeGreaterThan(0.2 - 1e-15);
    }),
  );
});

test("shuffling loses nothing and adds nothing", () => {
  fc.assert(
    fc.property(seed, fc.array(fc.integer()), (seed, things) => {
      expect(shuffled(createRng(seed), things).sort()).toEqual([...things].sort());
    }),
  );
});
