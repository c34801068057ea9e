import {
  counts,
  entropy,
  klDivergence,
  logits,
  logProbabilities,
  logSoftmax,
  normalize,
  probabilities,
  softmax,
  toLogProbabilities,
  toProbabilities,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions } from "../distributions.ts";

const makers = { probabilities, logProbabilities, logits, counts };

describe.each(Object.entries(makers))("%s", (name, make) => {
  const good = name === "logProbabilities" ? [-Math.LN2, -Math.LN2] : [0.5, 0.5];

  test("carries its kind and copies its input", () => {
    const input = Float64Array.from(good);
    const made = make(input);
    input[0] = 7;
    expect(made.kind).toBe(name);
    expect([...made]).toEqual(good);
  });

  test("refuses NaN, the empty list, and what is no list of numbers", () => {
    expect(() => make([good[0]!, Number.NaN])).toThrow(
      new RegExp(`^${name}: values\\[1\\] is NaN, expected .*[^.]$`),
    );
    expect(() => make([])).toThrow(`${name}: values is empty, expected at least one outcome`);
    expect(() => make(null as unknown as number[])).toThrow(TypeError);
    expect(() => make(0.5 as unknown as number[])).toThrow(
      `${name}: values is 0.5, expected an array of numbers`,
    );
    expect(() => make(["0.5", "0.5"] as unknown as number[])).toThrow(
      `${name}: values[0] is string, expected a number`,
    );
  });
});

describe("probabilities", () => {
  test("names the value and its index, or how far off the sum is", () => {
    expect(() => probabilities([0.5, -0.1, 0.6])).toThrow(
      new RangeError("probabilities: values[1] is -0.1, expected a probability in [0, 1]"),
    );
    expect(() => probabilities([0, 1.5])).toThrow(
      new RangeError("probabilities: values[1] is 1.5, expected a probability in [0, 1]"),
    );
    expect(() => probabilities([0.5, 0.4])).toThrow(
      new RangeError(
        "probabilities: values sum to 0.9, off by -0.1, expected 1 within 4.4e-16; normalize(values) makes it so",
      ),
    );
    expect(() => probabilities([0.5, 0.5, 0.25])).toThrow(/sum to 1.25, off by 0.25/);
  });

  test("takes what a plain division by a plain sum gives, whatever the weights: the tolerance is n·2⁻⁵²", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 1, maxLength: 500 }),
        (w) => {
          const total = w.reduce((sum, x) => sum + x, 0);
          expect(() => probabilities(w.map((x) => x / total))).not.toThrow();
          const singles = Float32Array.from(w);
          const total32 = singles.reduce((sum, x) => Math.fround(sum + x), 0);
          expect(() => probabilities(singles.map((x) => x / total32))).not.toThrow();
        },
      ),
    );
  });

  test("takes a sum off by n·2⁻⁵² and refuses the next step; a Float32Array may miss by n·2⁻²³", () => {
    const short = (steps: number) => [0.5, 0.25, 0.125, 0.125 - steps * 2 ** -53];
    expect(() => probabilities(short(8))).not.toThrow();
    expect(() => probabilities(short(9))).toThrow(/off by -9.99e-16, expected 1 within 8.9e-16/);
    const single = (steps: number) => Float32Array.from([0.5, 0.5 - steps * 2 ** -24]);
    expect(() => probabilities(single(4))).not.toThrow();
    expect(() => probabilities(single(5))).toThrow(/expected 1 within 2.4e-7/);
    expect(() => probabilities([...single(4)])).toThrow(RangeError);
  });

  test("−0 is 0", () => {
    expect(Object.is(probabilities([-0, 1])[0], 0)).toBe(true);
  });
});

describe("logProbabilities", () => {
  test("names the value and its index, or how far off the sum is", () => {
    expect(() => logProbabilities([-1, 0.25])).toThrow(
      new RangeError(
        "logProbabilities: values[1] is 0.25, expected the logarithm of a probability, in [-∞, 0]",
      ),
    );
    expect(() => logProbabilities([-1, -1])).toThrow(
      /exponentials sum to 0.7357\d+, off by -0.264, expected 1/,
    );
    expect(() => logProbabilities([-Infinity, -Infinity])).toThrow(/sum to 0/);
  });

  test("two halves may miss by 2⁻⁵²·(2 + ln 2 + 710) = 1.58e-13, single precision by 8.5e-5", () => {
    const off = (miss: number) => [-Math.LN2, -Math.LN2 - 2 * miss];
    expect(() => logProbabilities(off(1.5e-13))).not.toThrow();
    expect(() => logProbabilities(off(1.7e-13))).toThrow(/expected 1 within 1.6e-13/);
    expect(() => logProbabilities(Float32Array.from(off(8.3e-5)))).not.toThrow();
    expect(() => logProbabilities(Float32Array.from(off(8.7e-5)))).toThrow(/expected 1 within 0.000085/);
  });

  test("takes a plain log-softmax of any logits up to ±700, in double and in single precision", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1, maxLength: 300 }),
        (l) => {
          const max = Math.max(...l);
          const logTotal = max + Math.log(l.reduce((sum, x) => sum + Math.exp(x - max), 0));
          expect(() => logProbabilities(l.map((x) => Math.min(0, x - logTotal)))).not.toThrow();
          const single = Float32Array.from(l, (x) => Math.min(0, Math.fround(x) - Math.fround(logTotal)));
          expect(() => logProbabilities(single)).not.toThrow();
        },
      ),
    );
  });
});

describe("logits and counts", () => {
  test("logits refuse +∞ and nothing but −∞", () => {
    expect(() => logits([0, Infinity])).toThrow(/^logits: values\[1\] is Infinity, expected/);
    expect(() => logits([-Infinity, -Infinity])).toThrow(/^logits: values are all -Infinity/);
    expect([...logits([-Infinity, 3])]).toEqual([-Infinity, 3]);
  });

  test("counts refuse negatives, ∞ and nothing but 0, and need not be whole", () => {
    expect(() => counts([1, -1])).toThrow(/^counts: values\[1\] is -1, expected/);
    expect(() => counts([1, Infinity])).toThrow(/^counts: values\[1\] is Infinity, expected/);
    expect(() => counts([0, 0])).toThrow(/^counts: values are all 0/);
    expect([...counts([0.5, 2])]).toEqual([0.5, 2]);
  });
});

describe("normalize", () => {
  test("gives probabilities that their own maker accepts, in the proportions of the weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1e308, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (weights) => {
          fc.pre(weights.some((x) => x > 0));
          const p = normalize(weights);
          expect([...probabilities([...p])]).toEqual([...p]);
          const top = weights.indexOf(Math.max(...weights));
          weights.forEach((w, i) => {
            // Three roundings; below 2⁻¹⁰²² the grid of the subnormal doubles.
            expect(Math.abs(p[i]! / p[top]! - w / weights[top]!)).toBeLessThanOrEqual(
              4 * 2 ** -52 * (w / weights[top]!) + 1e-306,
            );
          });
        },
      ),
    );
  });

  test("survives the largest and the smallest weights", () => {
    expect([...normalize([1.7e308, 1.7e308])]).toEqual([0.5, 0.5]);
    expect([...normalize([5e-324, 5e-324])]).toEqual([0.5, 0.5]);
    expect([...normalize(counts([9, 1]))]).toEqual([0.9, 0.1]);
  });

  test("refuses what has no proportions", () => {
    expect(() => normalize([0, 0])).toThrow(/^normalize: weights are all 0/);
    expect(() => normalize([1, -1])).toThrow(/^normalize: weights\[1\] is -1, expected/);
    expect(() => normalize([1, Infinity])).toThrow(/^normalize: weights\[1\] is Infinity, expected/);
    expect(() => normalize([1, Number.NaN])).toThrow(/^normalize: weights\[1\] is NaN, expected/);
  });
});

describe("conversions", () => {
  test("there and back again, within the rounding of ln p", () => {
    fc.assert(
      fc.property(distributions, (p) => {
        const back = toProbabilities(toLogProbabilities(p));
        [...p].forEach((x, i) => {
          const tolerance = (2 + Math.abs(x > 0 ? Math.log(x) : 0)) * 2 ** -53;
          expect(Math.abs(back[i]! - x)).toBeLessThanOrEqual(tolerance * x + 5e-324);
        });
      }),
    );
  });
});

describe("a vector of the wrong kind", () => {
  test("is refused by the makers too, which take plain numbers or their own kind", () => {
    const scores = logits([0.25, 0.75]);
    // @ts-expect-error logits are not weights
    expect(() => normalize(scores)).toThrow(
      new TypeError("normalize: weights is logits, expected plain numbers or counts or probabilities"),
    );
    // @ts-expect-error nor probabilities, even when they could be
    expect(() => probabilities(scores)).toThrow(
      new TypeError("probabilities: values is logits, expected plain numbers or probabilities"),
    );
    // @ts-expect-error nor counts
    expect(() => counts(scores)).toThrow(TypeError);
    // @ts-expect-error probabilities are not their logarithms
    expect(() => logProbabilities(softmax(scores))).toThrow(TypeError);
    // @ts-expect-error nor logits
    expect(() => logits(softmax(scores))).toThrow(TypeError);
    expect([...probabilities(probabilities([0.5, 0.5]))]).toEqual([0.5, 0.5]);
    expect([...normalize(probabilities([0.5, 0.5]))]).toEqual([0.5, 0.5]);
  });

  test("is refused by name, at run time too", () => {
    const scores = logits([1, 2]);
    const refused = scores as unknown as ReturnType<typeof probabilities>;
    expect(() => entropy(refused)).toThrow(
      new TypeError("entropy: p is logits, expected probabilities(…) or logProbabilities(…)"),
    );
    expect(() => klDivergence(softmax(scores), refused)).toThrow(/^klDivergence: q is logits/);
    expect(() => entropy([0.5, 0.5] as unknown as typeof refused)).toThrow(/^entropy: p is a plain array/);
    expect(() => entropy(undefined as unknown as typeof refused)).toThrow(/^entropy: p is undefined/);
    expect(() => logSoftmax(softmax(scores) as unknown as typeof scores)).toThrow(
      /^logSoftmax: l is probabilities/,
    );
  });

  test("does not compile", () => {
    const scores = logits([0, 0]);
    const share = probabilities([0.5, 0.5]);
    const seen = counts([1, 1]);
    const mistakes = [
      // @ts-expect-error logits are not probabilities
      () => entropy(scores),
      // @ts-expect-error counts are not probabilities
      () => entropy(seen),
      // @ts-expect-error a plain array has not been checked
      () => entropy([0.5, 0.5]),
      // @ts-expect-error nor has a typed one
      () => entropy(new Float64Array([0.5, 0.5])),
      // @ts-expect-error the second argument is checked as the first
      () => klDivergence(share, scores),
      // @ts-expect-error probabilities are not logits
      () => softmax(share),
      // @ts-expect-error log-probabilities are not probabilities
      () => toLogProbabilities(toLogProbabilities(share)),
    ];
    for (const mistake of mistakes) expect(mistake).toThrow(TypeError);
  });

  test("an entry cannot be assigned, as far as the compiler can see", () => {
    const p = probabilities([0.5, 0.5]);
    // @ts-expect-error vectors are read-only
    const assign = () => (p[0] = 2);
    expect(assign).toBeTypeOf("function");
  });
});
