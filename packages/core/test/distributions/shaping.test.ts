import {
  counts,
  entropy,
  epsilonSmoothing,
  klDivergence,
  labelSmoothing,
  laplaceSmoothing,
  logits,
  logSoftmax,
  minP,
  mixture,
  normalize,
  type Probabilities,
  probabilities,
  softmax,
  temperature,
  toProbabilities,
  topK,
  topP,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions, tuples } from "../distributions.ts";

const scores = fc
  .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 12 })
  .map(logits);

function expectDistribution(p: Probabilities): void {
  expect([...probabilities([...p])]).toEqual([...p]);
}

describe("softmax and logSoftmax", () => {
  test("agree, sum to 1, and do not see a constant added to every logit", () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: -512, max: 512 }), (l, shift) => {
        const p = softmax(l);
        expectDistribution(p);
        const moved = softmax(logits(Array.from(l, (x) => x + shift)));
        const logged = toProbabilities(logSoftmax(l));
        [...p].forEach((x, i) => {
          // x + shift is rounded to 2⁻⁴³ at worst; so is x − max.
          expect(Math.abs(moved[i]! - x)).toBeLessThanOrEqual(4 * 2 ** -42 * x + 1e-300);
          expect(Math.abs(logged[i]! - x)).toBeLessThanOrEqual(4 * 2 ** -42 * x + 1e-300);
        });
      }),
    );
  });

  test("hold at ±1000, ±1e308, −∞ and next to certainty", () => {
    expect([...softmax(logits([1000, 1000]))]).toEqual([0.5, 0.5]);
    expect([...softmax(logits([-1e308, 1e308, -Infinity]))]).toEqual([0, 1, 0]);
    expect([...logSoftmax(logits([-1e308, 1e308, -Infinity]))]).toEqual([-Infinity, 0, -Infinity]);
    // ln(1 + e⁻⁴⁰) = e⁻⁴⁰ to 17 digits; 1 + e⁻⁴⁰ is 1 in doubles.
    expect(logSoftmax(logits([0, -40]))[0]! / -Math.exp(-40)).toBeCloseTo(1, 15);
    expect([...logSoftmax(logits([-1000, -1800]))]).toEqual([0, -800]);
  });
});

describe("temperature", () => {
  test("p at t is proportional to p^(1/t): the same from probabilities as from logits", () => {
    fc.assert(
      fc.property(distributions, fc.double({ min: 0.05, max: 50, noNaN: true }), (p, t) => {
        const tempered = temperature(p, t);
        expectDistribution(tempered);
        const fromLogits = temperature(logits([...p].map(Math.log)), t);
        const max = Math.max(...p);
        const top = [...p].indexOf(max);
        [...p].forEach((x, i) => {
          const ratio = (x / max) ** (1 / t);
          // e^((ln p − ln max)/t) carries the rounding of logarithms up to 700, divided by t.
          expect(Math.abs(tempered[i]! / tempered[top]! - ratio)).toBeLessThanOrEqual(
            4 * 2 ** -52 * ratio + 1e-300,
          );
          expect(Math.abs(fromLogits[i]! - tempered[i]!)).toBeLessThanOrEqual(
            (1400 / t + 16) * 2 ** -52 * tempered[i]! + 1e-300,
          );
        });
      }),
    );
  });

  test("higher temperatures raise the entropy", () => {
    fc.assert(
      fc.property(distributions, (p) => {
        const entropies = [0, 0.1, 0.5, 1, 2, 10, Infinity].map((t) => entropy(temperature(p, t)));
        entropies.slice(1).forEach((h, i) => {
          expect(h).toBeGreaterThanOrEqual(entropies[i]! - 1e-14);
        });
      }),
    );
  });

  test("limits: 0 shares among the largest, ∞ among the possible, 1 changes nothing", () => {
    const p = probabilities([0.375, 0.375, 0.25, 0]);
    for (const source of [p, logits([...p].map(Math.log))]) {
      expect([...temperature(source, 0)]).toEqual([0.5, 0.5, 0, 0]);
      expect([...temperature(source, 5e-324)]).toEqual([0.5, 0.5, 0, 0]);
      expect([...temperature(source, Infinity)]).toEqual([...normalize([1, 1, 1, 0])]);
    }
    expect([...temperature(p, 1)]).toEqual([...p]);
    expect([...temperature(logits([-1e308, 1e308]), Infinity)]).toEqual([0.5, 0.5]);
    expect(() => temperature(p, -1)).toThrow("temperature: t is -1, expected a number in [0, ∞]");
    expect(() => temperature(p, Number.NaN)).toThrow(RangeError);
  });
});

describe("cutting", () => {
  const p = probabilities([0.1, 0.4, 0.2, 0.3]);
  const close = (q: Probabilities, expected: number[]) => {
    expected.forEach((x, i) => {
      expect(q[i]).toBeCloseTo(x, 15);
    });
  };

  test("topK keeps the k largest", () => {
    close(topK(p, 1), [0, 1, 0, 0]);
    close(topK(p, 2), [0, 4 / 7, 0, 3 / 7]);
    close(topK(p, 4), [...p]);
    close(topK(p, 99), [...p]);
    close(topK(probabilities([0.25, 0.25, 0.25, 0.25]), 2), [0.5, 0.5, 0, 0]);
    for (const k of [0, 1.5, -1, Number.NaN])
      expect(() => topK(p, k)).toThrow(`topK: k is ${k}, expected a whole number ≥ 1`);
  });

  test("topP keeps the fewest that reach the mass", () => {
    close(topP(p, 0), [0, 1, 0, 0]);
    close(topP(p, 0.4), [0, 1, 0, 0]);
    close(topP(p, 0.41), [0, 4 / 7, 0, 3 / 7]);
    close(topP(p, 0.7), [0, 4 / 7, 0, 3 / 7]);
    close(topP(p, 0.9), [0, 4 / 9, 2 / 9, 3 / 9]);
    close(topP(p, 1), [...p]);
    expect([...topP(probabilities([1, 1e-300]), 1)]).toEqual([1, 1e-300]);
    for (const mass of [-0.1, 1.1, Number.NaN])
      expect(() => topP(p, mass)).toThrow(`topP: mass is ${mass}, expected a number in [0, 1]`);
  });

  test("of equal ones the first stay, and 0.3 + 0.3 + 0.3 reaches 0.9", () => {
    const ties = probabilities([0.1, 0.3, 0.3, 0.3]);
    close(topK(ties, 2), [0, 0.5, 0.5, 0]);
    close(topK(ties, 3), [0, 1 / 3, 1 / 3, 1 / 3]);
    close(topP(ties, 0.5), [0, 0.5, 0.5, 0]);
    close(topP(ties, 0.9), [0, 1 / 3, 1 / 3, 1 / 3]);
    close(topP(ties, 0.91), [...ties]);
    expect([...topK(probabilities([0, 1, 0]), 2)]).toEqual([0, 1, 0]);
  });

  test("minP keeps what is probable enough beside the largest", () => {
    close(minP(p, 0), [...p]);
    close(minP(p, 0.5), [0, 4 / 9, 2 / 9, 3 / 9]);
    close(minP(p, 0.51), [0, 4 / 7, 0, 3 / 7]);
    close(minP(p, 1), [0, 1, 0, 0]);
    for (const ratio of [-0.1, 1.1, Number.NaN])
      expect(() => minP(p, ratio)).toThrow(`minP: ratio is ${ratio}, expected a number in [0, 1]`);
  });

  test("what is cut away is the information of the cut: D(cut‖P) = −ln of the mass kept", () => {
    fc.assert(
      fc.property(distributions, fc.integer({ min: 1, max: 6 }), (p, k) => {
        for (const cut of [topK(p, k), topP(p, k / 7), minP(p, k / 7)]) {
          const kept = [...p].reduce((sum, x, i) => (cut[i]! > 0 ? sum + x : sum), 0);
          expect(klDivergence(cut, p)).toBeCloseTo(-Math.log(kept), 13);
        }
      }),
    );
  });
});

describe("mixture", () => {
  test("is the weighted mean of its components", () => {
    fc.assert(
      fc.property(tuples(3), ([a, b, c]) => {
        const mixed = mixture([a!, b!, c!], probabilities([0.5, 0.25, 0.25]));
        expectDistribution(mixed);
        [...mixed].forEach((x, i) => {
          expect(x).toBeCloseTo((2 * a![i]! + b![i]! + c![i]!) / 4, 15);
        });
      }),
    );
  });

  test("names what does not fit", () => {
    const [a, b] = [probabilities([1]), probabilities([0.5, 0.5])];
    expect(() => mixture([a, b], b)).toThrow("mixture: components[1] has 2 outcomes, expected 1");
    expect(() => mixture([a], b)).toThrow(
      "mixture: weights has 2 entries, expected one for each of 1 components",
    );
  });
});

describe("smoothing", () => {
  test("Laplace's rule of succession: (c + 1)/(N + n)", () => {
    expect([...laplaceSmoothing(counts([3, 0, 0]), 1)]).toEqual([4 / 6, 1 / 6, 1 / 6]);
    expect([...laplaceSmoothing(counts([3, 1]), 0)]).toEqual([0.75, 0.25]);
    expect(() => laplaceSmoothing(counts([1]), -1)).toThrow(
      "laplaceSmoothing: alpha is -1, expected a finite number ≥ 0",
    );
  });

  test("ε: (p + ε)/(1 + nε); label: (1 − ε)p + ε/n; each makes every outcome possible", () => {
    fc.assert(
      fc.property(distributions, fc.double({ min: 1e-6, max: 1, noNaN: true }), (p, epsilon) => {
        const [added, labelled] = [epsilonSmoothing(p, epsilon), labelSmoothing(p, epsilon)];
        [...p].forEach((x, i) => {
          expect(added[i]).toBeCloseTo((x + epsilon) / (1 + p.length * epsilon), 14);
          expect(labelled[i]).toBeCloseTo((1 - epsilon) * x + epsilon / p.length, 14);
          expect(Math.min(added[i]!, labelled[i]!)).toBeGreaterThan(0);
        });
        expectDistribution(added);
        expectDistribution(labelled);
        expect(klDivergence(p, added)).toBeLessThan(Infinity);
      }),
    );
    const p = probabilities([0.75, 0.25]);
    expect([...epsilonSmoothing(p, 0)]).toEqual([...p]);
    expect([...labelSmoothing(p, 0)]).toEqual([...p]);
    expect([...labelSmoothing(p, 1)]).toEqual([0.5, 0.5]);
    expect(() => epsilonSmoothing(p, Infinity)).toThrow(
      "epsilonSmoothing: epsilon is Infinity, expected a finite number ≥ 0",
    );
    expect(() => labelSmoothing(p, 1.5)).toThrow(
      "labelSmoothing: epsilon is 1.5, expected a number in [0, 1]",
    );
  });
});
