import * as core from "@surprisal/core";
import {
  alphaDivergence,
  bhattacharyyaDistance,
  crossEntropy,
  entropy,
  hellingerDistance,
  jeffreysDivergence,
  jensenShannonDivergence,
  klDivergence,
  mixture,
  normalize,
  type Probabilities,
  probabilities,
  renyiDivergence,
  renyiEntropy,
  skewedKlDivergence,
  toLogProbabilities,
  totalVariation,
  tsallisEntropy,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions, merged, nearPairs, pairs, tuples } from "../distributions.ts";

// Generated distributions have at most 12 outcomes and sum to 1 within 12·2⁻⁵², so identities that need the sum to be exactly 1 hold to a few times that.
const slack = 1e-14;

function close(actual: number, expected: number, scale = 1): void {
  if (!Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(slack * (scale + Math.abs(expected)) + 1e-300);
}

function rotated(p: Probabilities, shift: number): Probabilities {
  return probabilities(Array.from(p, (_, i) => p[(i + shift) % p.length] ?? 0));
}

type Divergence = (p: Probabilities, q: Probabilities) => number;

const fDivergences: Record<string, Divergence> = {
  klDivergence: (p, q) => klDivergence(p, q),
  "klDivergence reverse": (p, q) => klDivergence(p, q, "reverse"),
  jeffreysDivergence,
  jensenShannonDivergence: (p, q) => jensenShannonDivergence(p, q),
  "jensenShannonDivergence 0.2": (p, q) => jensenShannonDivergence(p, q, 0.2),
  skewedKlDivergence: (p, q) => skewedKlDivergence(p, q, 0.3),
  "alphaDivergence 0.3": (p, q) => alphaDivergence(p, q, 0.3),
  "alphaDivergence 2.5": (p, q) => alphaDivergence(p, q, 2.5),
  "alphaDivergence -1": (p, q) => alphaDivergence(p, q, -1),
  totalVariation: core.totalVariation,
  "squared hellingerDistance": (p, q) => hellingerDistance(p, q) ** 2,
  chiSquaredDivergence: core.chiSquaredDivergence,
};
const divergences: Record<string, Divergence> = {
  ...fDivergences,
  "renyiDivergence 0": (p, q) => renyiDivergence(p, q, 0),
  "renyiDivergence 0.7": (p, q) => renyiDivergence(p, q, 0.7),
  "renyiDivergence 3": (p, q) => renyiDivergence(p, q, 3),
  "renyiDivergence ∞": (p, q) => renyiDivergence(p, q, Infinity),
  bhattacharyyaDistance,
};

describe.each(Object.entries(divergences))("%s", (_, divergence) => {
  test("is never negative nor NaN, and 0 between equals (Gibbs)", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        expect(divergence(p, q)).toBeGreaterThanOrEqual(0);
        expect(divergence(p, p)).toBe(0);
      }),
    );
  });

  test("does not grow when outcomes are merged (data processing)", () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), ([p, q], labels) => {
        const before = divergence(p, q);
        const after = divergence(merged(p, labels), merged(q, labels));
        expect(after).toBeLessThanOrEqual(before + slack * (1 + before));
      }),
    );
  });

  test("does not depend on the order of the outcomes", () => {
    fc.assert(
      fc.property(pairs, fc.nat(11), ([p, q], shift) => {
        close(divergence(rotated(p, shift), rotated(q, shift)), divergence(p, q), 0);
      }),
    );
  });
});

describe.each(Object.entries(fDivergences))("%s", (_, divergence) => {
  test("is jointly convex", () => {
    fc.assert(
      fc.property(tuples(4), fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), ([a, b, c, d], share) => {
        const weights = probabilities([share, 1 - share]);
        const mixed = divergence(mixture([a!, b!], weights), mixture([c!, d!], weights));
        const parts = share * divergence(a!, c!) + (1 - share) * divergence(b!, d!);
        if (!Number.isNaN(parts)) expect(mixed).toBeLessThanOrEqual(parts + slack * (1 + parts));
      }),
    );
  });
});

describe("two distributions", () => {
  test("H(P,Q) = H(P) + D(P‖Q)", () => {
    fc.assert(fc.property(pairs, ([p, q]) => close(crossEntropy(p, q), entropy(p) + klDivergence(p, q))));
  });

  test("D obeys Pinsker: D ≥ 2 TV²", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        expect(klDivergence(p, q)).toBeGreaterThanOrEqual(2 * totalVariation(p, q) ** 2 * (1 - slack));
      }),
    );
  });

  test("D is infinite exactly when P has an outcome that Q rules out, and supportMismatch names it", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const { outcomes, mass } = core.supportMismatch(p, q);
        expect(klDivergence(p, q) === Infinity).toBe(outcomes.length > 0);
        for (const { index, mass } of outcomes) expect([q[index], p[index]]).toEqual([0, mass]);
        close(
          mass,
          [...p].reduce((sum, x, i) => (q[i] === 0 ? sum + x : sum), 0),
        );
      }),
    );
  });

  test("chain rule: D of a joint is D of the first variable plus the mean D of the second given it", () => {
    fc.assert(
      fc.property(tuples(2), tuples(6), ([p, q], rows) => {
        const size = Math.min(p!.length, 3);
        const [a, b] = [
          normalize([...p!].slice(0, size).map((x) => x + 0.1)),
          normalize([...q!].slice(0, size).map((x) => x + 0.1)),
        ];
        const joint = (v: Probabilities, from: number) =>
          normalize(Array.from(v, (x, i) => Array.from(rows[from + i]!, (y) => x * y)).flat());
        const inner = Array.from(a, (x, i) => x * klDivergence(rows[i]!, rows[3 + i]!));
        const sum = inner.reduce((s, x) => s + x, klDivergence(a, b));
        // A product that underflows (below 1e-308) is an outcome lost, and with it an infinity.
        if (Number.isFinite(sum)) close(klDivergence(joint(a, 0), joint(b, 3)), sum, 10);
      }),
    );
  });

  test("Jensen–Shannon is symmetric, at most ln 2, and the entropy of the mixture less the mean entropy", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const js = jensenShannonDivergence(p, q);
        expect(jensenShannonDivergence(q, p)).toBe(js);
        expect(js).toBeLessThanOrEqual(Math.LN2 * (1 + slack));
        const middle = mixture([p, q], probabilities([0.5, 0.5]));
        close(js, entropy(middle) - (entropy(p) + entropy(q)) / 2, 3);
      }),
    );
  });

  test("weighted Jensen–Shannon: exchanging P and Q exchanges the weights; at most the entropy of the weights", () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), ([p, q], w) => {
        const js = jensenShannonDivergence(p, q, w);
        close(jensenShannonDivergence(q, p, 1 - w), js);
        expect(js).toBeLessThanOrEqual(entropy(normalize([w, 1 - w])) * (1 + slack) + slack);
        close(js, w * skewedKlDivergence(p, q, w) + (1 - w) * skewedKlDivergence(q, p, 1 - w));
      }),
    );
  });

  test("skewed KL runs from D(P‖Q) at 0 down to 0 at 1, and never exceeds −ln λ", () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([p, q], lambda) => {
        close(skewedKlDivergence(p, q, 0), klDivergence(p, q), 0);
        expect(skewedKlDivergence(p, q, 1)).toBe(0);
        const skewed = skewedKlDivergence(p, q, lambda);
        expect(skewed).toBeLessThanOrEqual(-Math.log(lambda) + slack);
        expect(skewed).toBeLessThanOrEqual((1 - lambda) * klDivergence(p, q) + slack);
      }),
    );
  });

  test("Jeffreys is the sum of both directions, keeping the digits of near-equal P and Q", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const both = klDivergence(p, q) + klDivergence(q, p);
        close(jeffreysDivergence(p, q), both, both < 1e-18 ? 1 : 0);
      }),
    );
  });

  test("Rényi divergence never falls with the order, and its special orders are the named ones", () => {
    const orders = [0, 1e-6, 0.3, 0.5, 0.9, 1 - 1e-9, 1, 1 + 1e-9, 1.5, 2, 7, 300, Infinity];
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const values = orders.map((order) => renyiDivergence(p, q, order));
        values.slice(1).forEach((value, i) => {
          expect(value * (1 + slack) + slack, `order ${orders[i + 1]}`).toBeGreaterThanOrEqual(values[i]!);
        });
        close(renyiDivergence(p, q, 0.5), 2 * bhattacharyyaDistance(p, q));
        close(renyiDivergence(p, q, 2), Math.log1p(core.chiSquaredDivergence(p, q)));
      }),
    );
  });

  test("Rényi divergence tends to KL at order 1", () => {
    fc.assert(
      fc.property(nearPairs, ([p, q]) => {
        // At P ≈ Q the divergence of order α is α·D to first order.
        const kl = klDivergence(p, q);
        const at = (order: number) => renyiDivergence(p, q, order);
        expect(Math.abs(at(1 + 1e-10) - kl)).toBeLessThanOrEqual(1e-9 * kl + 1e-300);
        expect(Math.abs(at(1 - 1e-10) - kl)).toBeLessThanOrEqual(1e-9 * kl + 1e-300);
      }),
    );
  });

  test("α-divergence: α and 1 − α exchange P and Q; ½, 1 and 2 are the named ones", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -12, max: 16 }), ([p, q], eighths) => {
        const alpha = eighths / 8;
        close(alphaDivergence(q, p, 1 - alpha), alphaDivergence(p, q, alpha), 0);
        close(alphaDivergence(p, q, 0.5), 4 * hellingerDistance(p, q) ** 2);
        expect(alphaDivergence(p, q, 1)).toBe(klDivergence(p, q));
        const half = core.chiSquaredDivergence(p, q) / 2;
        if (half < 1e300) close(alphaDivergence(p, q, 2), half);
      }),
    );
  });

  test("H² ≤ TV ≤ H·√(2 − H²), and the Bhattacharyya coefficient is 1 − H²", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const [h, tv] = [hellingerDistance(p, q), totalVariation(p, q)];
        expect(h * h).toBeLessThanOrEqual(tv * (1 + slack));
        expect(tv).toBeLessThanOrEqual(h * Math.sqrt(Math.max(0, 2 - h * h)) * (1 + slack) + slack);
        close(core.bhattacharyyaCoefficient(p, q), 1 - h * h);
      }),
    );
  });

  test("total variation and Hellinger obey the triangle inequality", () => {
    fc.assert(
      fc.property(tuples(3), ([a, b, c]) => {
        for (const distance of [totalVariation, hellingerDistance])
          expect(distance(a!, c!)).toBeLessThanOrEqual(distance(a!, b!) + distance(b!, c!) + slack);
      }),
    );
  });

  test("KL on the common support is KL where the supports are the same", () => {
    fc.assert(
      fc.property(nearPairs, ([p, q]) => {
        const kl = klDivergence(p, q);
        // The two forms differ by the square of what the sums miss 1 by, and p/q by one rounding: 12·2⁻⁵² against √D.
        expect(Math.abs(core.klOnCommonSupport(p, q) - kl)).toBeLessThanOrEqual(
          1e-14 * kl + 12 * 2 ** -52 * Math.sqrt(kl) + 1e-29,
        );
      }),
    );
  });

  test("log-probabilities give the same numbers", () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const [logP, logQ] = [toLogProbabilities(p), toLogProbabilities(q)];
        // Rounding ln p moves p relatively by |ln p|·2⁻⁵³ ≤ 700·2⁻⁵³ at worst.
        const scale = 8;
        close(entropy(logP), entropy(p), scale);
        for (const [a, b] of [
          [logP, logQ],
          [logP, q],
          [p, logQ],
        ] as const) {
          close(crossEntropy(a, b), crossEntropy(p, q), scale);
          close(klDivergence(a, b), klDivergence(p, q), scale);
          close(klDivergence(a, b, "reverse"), klDivergence(q, p), scale);
        }
      }),
    );
  });
});

describe("one distribution", () => {
  const orders = [0, 1e-6, 0.3, 1 - 1e-9, 1, 1 + 1e-9, 2, 7, 300, Infinity];

  test("0 ≤ H ≤ ln of the number of possible outcomes", () => {
    fc.assert(
      fc.property(distributions, (p) => {
        expect(entropy(p)).toBeGreaterThanOrEqual(0);
        expect(entropy(p)).toBeLessThanOrEqual(renyiEntropy(p, 0) + slack);
      }),
    );
  });

  test("H and Tsallis entropy are concave", () => {
    fc.assert(
      fc.property(tuples(2), fc.double({ min: 0, max: 1, noNaN: true }), ([p, q], share) => {
        const mixed = mixture([p!, q!], probabilities([share, 1 - share]));
        for (const measure of [entropy, (v: Probabilities) => tsallisEntropy(v, 2)])
          expect(measure(mixed)).toBeGreaterThanOrEqual(
            share * measure(p!) + (1 - share) * measure(q!) - 3 * slack,
          );
      }),
    );
  });

  test("H of merged outcomes is no larger (data processing)", () => {
    fc.assert(
      fc.property(distributions, fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }), (p, labels) => {
        for (const order of orders)
          expect(renyiEntropy(merged(p, labels), order)).toBeLessThanOrEqual(
            renyiEntropy(p, order) + 3 * slack,
          );
      }),
    );
  });

  test("Rényi entropy never rises with the order, and runs through Shannon's", () => {
    fc.assert(
      fc.property(distributions, (p) => {
        const values = orders.map((order) => renyiEntropy(p, order));
        values.slice(1).forEach((value, i) => {
          expect(value, `order ${orders[i + 1]}`).toBeLessThanOrEqual(values[i]! * (1 + slack) + slack);
        });
        // dH_α/dα at 1 is −½ Var(ln p), at most ½·(ln n)² + ½ here.
        for (const order of [1 - 1e-9, 1 + 1e-9])
          for (const measure of [renyiEntropy, tsallisEntropy])
            expect(Math.abs(measure(p, order) - entropy(p))).toBeLessThanOrEqual(1e-8);
      }),
    );
  });

  test("Tsallis and Rényi entropies of one order are functions of one another", () => {
    fc.assert(
      fc.property(distributions, (p) => {
        for (const order of [0, 0.5, 2, 3])
          close(Math.expm1((1 - order) * renyiEntropy(p, order)) / (1 - order), tsallisEntropy(p, order));
      }),
    );
  });

  test("perplexity lies between 1 and the number of possible outcomes, and multiplies over independent parts", () => {
    fc.assert(
      fc.property(tuples(2), ([p, q]) => {
        const product = normalize(Array.from(p!, (x) => Array.from(q!, (y) => x * y)).flat());
        expect(core.perplexity(p!)).toBeGreaterThanOrEqual(1);
        expect(core.perplexity(p!)).toBeLessThanOrEqual(Math.exp(renyiEntropy(p!, 0)) * (1 + slack));
        close(core.perplexity(product), core.perplexity(p!) * core.perplexity(q!), 0);
      }),
    );
  });
});
