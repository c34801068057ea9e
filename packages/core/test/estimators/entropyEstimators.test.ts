import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  chao1,
  chaoShenEntropy,
  chaoWangJostEntropy,
  countProfile,
  counts,
  dirichletEntropy,
  entropy,
  grassbergerEntropy,
  integrate,
  jackknifeEntropy,
  jamesSteinEntropy,
  millerMadowEntropy,
  normalize,
  nsbEntropy,
  type Probabilities,
  plugInEntropy,
  probabilities,
  sampleCoverage,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { rareRate } from "../../src/estimators/rareRate.ts";
import { logTail } from "../../src/numeric/logTail.ts";

const reference = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../reference/estimators.json"), "utf8"),
);

type Case = { counts: number[]; alphabet: number } & Record<string, number>;

// Sums of at most nine terms of a few nats, each within a dozen roundings; those of NSB are quadratures to 1e-9.
const exact = 12;
const quadrature = 8;

describe.each<Case>(reference.entropies)(
  "of $counts over $alphabet, as their definitions have it",
  (known) => {
    const sample = counts(known.counts);
    test.each<[string, () => number, number]>([
      ["plugIn", () => plugInEntropy(sample), exact],
      ["jackknife", () => jackknifeEntropy(sample), exact],
      ["grassberger", () => grassbergerEntropy(sample), exact],
      ["chaoShen", () => chaoShenEntropy(sample), exact],
      ["chaoWangJost", () => chaoWangJostEntropy(sample), exact],
      ["jamesStein", () => jamesSteinEntropy(sample, known.alphabet), exact],
      ["dirichlet", () => dirichletEntropy(sample, 0.5, known.alphabet).mean, exact],
      ["dirichletSd", () => dirichletEntropy(sample, 0.5, known.alphabet).sd, exact],
      ["nsb", () => nsbEntropy(sample, known.alphabet).mean, quadrature],
      ["nsbSd", () => nsbEntropy(sample, known.alphabet).sd, quadrature],
    ])("%s", (name, compute, digits) => expect(compute()).toBeCloseTo(known[name]!, digits));
  },
);

test.each<Case>(reference.infomeasure)("of $counts, as infomeasure has it", (known) => {
  const sample = counts(known.counts);
  expect(millerMadowEntropy(sample)).toBeCloseTo(known.millerMadow!, exact);
  expect(chaoShenEntropy(sample)).toBeCloseTo(known.chaoShen!, exact);
  expect(chaoWangJostEntropy(sample)).toBeCloseTo(known.chaoWangJost!, exact);
  expect(jamesSteinEntropy(sample)).toBeCloseTo(known.jamesStein!, exact);
});

// ndd's own releases differ from each other in the fifth digit.
test.each<Case>(reference.ndd)("nsbEntropy of $counts, as ndd has it", (known) => {
  const { mean, sd } = nsbEntropy(counts(known.counts), known.alphabet);
  expect(mean).toBeCloseTo(known.mean!, 4);
  if (known.sd !== undefined) expect(sd).toBeCloseTo(known.sd, 3);
});

test.each<[number, number, number]>(reference.logTail)("logTail(%d, %d)", (a, n, truth) => {
  expect(Math.abs(logTail(a, n) / truth - 1)).toBeLessThan(1e-12 + 1e-17 / a);
});

/** The expectation of a statistic over all samples of n draws, by enumeration. */
function expectation(p: Probabilities, n: number, statistic: (sample: number[]) => number): number {
  const logFactorial = (k: number) =>
    Array.from({ length: k }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0);
  const visit = (sample: number[], left: number, logWeight: number): number => {
    const i = sample.length;
    if (i === p.length - 1) {
      const whole = [...sample, left];
      return Math.exp(logWeight + left * Math.log(p[i]!) - logFactorial(left)) * statistic(whole);
    }
    let sum = 0;
    for (let k = 0; k <= left; k++)
      sum += visit([...sample, k], left - k, logWeight + k * Math.log(p[i]!) - logFactorial(k));
    return sum;
  };
  return visit([], n, logFactorial(n));
}

const truths = [probabilities([0.5, 0.3, 0.2]), probabilities([0.85, 0.1, 0.05]), normalize([1, 1, 1, 1])];

describe.each(truths.map((p) => ({ p, h: entropy(p) })))(
  "over all samples from $p, by enumeration",
  ({ p, h }) => {
    const bias = (n: number, estimate: (sample: ReturnType<typeof counts>) => number) =>
      expectation(p, n, (sample) => estimate(counts(sample))) - h;

    test("the plug-in estimate is too small on average, and nearly by (K − 1)/2n", () => {
      for (const n of [2, 5, 12]) expect(bias(n, plugInEntropy)).toBeLessThan(0);
      // What is left is of the order (Σ 1/p − 1)/12n², here below 0.02 at n = 16.
      const inverse = [...p].reduce((sum, x) => sum + 1 / x, 0);
      expect(bias(16, plugInEntropy) + (p.length - 1) / 32).toBeGreaterThan((-2 * inverse) / (12 * 16 ** 2));
      expect(bias(16, plugInEntropy) + (p.length - 1) / 32).toBeLessThan((2 * inverse) / (12 * 16 ** 2));
    });

    test("each correction takes at least half of the bias away", () => {
      const plain = Math.abs(bias(12, plugInEntropy));
      for (const estimate of [millerMadowEntropy, jackknifeEntropy, grassbergerEntropy, chaoWangJostEntropy])
        expect(Math.abs(bias(12, estimate)), estimate.name).toBeLessThan(plain / 2);
    });

    // E Σ (X/n)(ψ(n) − ψ(X)) = Σ over r < n of Σ p(1 − p)^r/r, which lacks of H only r ≥ n.
    test("Chao, Wang and Jost's is unbiased but for the part it estimates", () => {
      const n = 9;
      const known = expectation(p, n, (sample) => {
        const profile = countProfile(counts(sample));
        const once = sample.filter((count) => count === 1).length;
        const guessed = once === 0 ? 0 : (once / n) * logTail(rareRate(profile), n);
        return chaoWangJostEntropy(profile) - guessed;
      });
      let partial = 0;
      for (let r = 1; r < n; r++) for (const x of p) partial += (x * (1 - x) ** r) / r;
      expect(known).toBeCloseTo(partial, 12);
    });

    test("Good and Turing's unseen mass is that of one draw less, exactly", () => {
      const n = 7;
      const expected = expectation(p, n, (sample) => sampleCoverage(counts(sample)).unseenMass);
      const truth = [...p].reduce((sum, x) => sum + x * (1 - x) ** (n - 1), 0);
      expect(expected).toBeCloseTo(truth, 12);
    });
  },
);

// E[n G(n)] = λ ln λ + λ E₁(2λ) for a Poisson n of mean λ: Grassberger (2003), eq. 30 and 34.
test.each([0.5, 1, 3, 8])(
  "Grassberger's G leaves a Poisson count of mean %d as much bias as he says",
  (lambda) => {
    const g = (m: number) => Math.log(m) - grassbergerEntropy(counts([m]));
    let sum = 0;
    let chance = Math.exp(-lambda);
    for (let m = 1; m < 80; m++) {
      chance *= lambda / m;
      sum += chance * m * g(m);
    }
    const e1 = integrate((t) => Math.exp((-2 * lambda) / t) / t, 0, 1, { relativeTolerance: 1e-12 }).value;
    expect(sum).toBeCloseTo(lambda * Math.log(lambda) + lambda * e1, 9);
  },
);

test("a posterior given a thousand times as much says what the frequencies say", () => {
  const many = counts([4e6, 3e6, 2e6, 1e6]);
  // sd = √(Var(ln p)/n) ≈ 1.4e-4; the prior moves the mean by about 1/n.
  const sd = Math.sqrt(
    [0.4, 0.3, 0.2, 0.1].reduce((s, p) => s + p * Math.log(p) ** 2, 0) / 1e7 - plugInEntropy(many) ** 2 / 1e7,
  );
  for (const { mean, sd: found } of [nsbEntropy(many), dirichletEntropy(many, 1)]) {
    expect(mean).toBeCloseTo(plugInEntropy(many), 5);
    expect(found / sd).toBeCloseTo(1, 4);
  }
});

test("Dirichlet's posterior without a sample to speak of is the prior's: ψ(Kβ + 1) − ψ(β + 1), by uniform weights", () => {
  // One draw of each of K outcomes under weight β is K outcomes of weight β + 1: digamma of whole numbers are harmonic sums.
  const { mean } = dirichletEntropy(counts([1, 1, 1]), 1);
  expect(mean).toBeCloseTo(1 / 3 + 1 / 4 + 1 / 5 + 1 / 6, 13);
});

test("chao1 of 100 equally likely outcomes is about 100 on average, from a sample of as many", () => {
  expect(chao1(counts([2, 2, 1, 1, 1, 1]))).toBeCloseTo(6 + ((7 / 8) * 16) / 4, 13);
  expect(chao1(counts([1, 1, 1]))).toBeCloseTo(3 + ((2 / 3) * 6) / 2, 13);
  expect(chao1(counts([5, 3]))).toBe(2);
});

test("an estimate of entropies refuses what is no sample", () => {
  expect(() => plugInEntropy(counts([1.5, 1]))).toThrow(
    "plugInEntropy: sample[0] is 1.5, expected a whole number of occurrences",
  );
  expect(() => nsbEntropy(counts([1, 2, 3]), 2)).toThrow(
    "nsbEntropy: alphabet is 2, expected a whole number, at least the 3 outcomes seen",
  );
  expect(() => dirichletEntropy(counts([1, 2]), 0)).toThrow(RangeError);
  expect(() => jackknifeEntropy([1, 2] as never)).toThrow(TypeError);
  expect(nsbEntropy(counts([7]))).toEqual({ mean: 0, sd: 0 });
});
