import * as core from "@surprisal/core";
import {
  continuousKl,
  type Density,
  exponential,
  type GaussianMixture,
  gaussianKl,
  gaussianMixture,
  laplace,
  normal,
  uniformDensity,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import reference from "../../../../reference/continuous.json" with { type: "json" };
import { describedDensity } from "./describedDensity.ts";

const bumps = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);

const both = (p: Density, q: Density) => [continuousKl(p, q), continuousKl(p, q, { direction: "reverse" })];

const mixtures: fc.Arbitrary<GaussianMixture> = fc
  .tuple(
    fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 8 }),
        mean: fc.double({ min: -1000, max: 1000, noNaN: true }),
        logScale: fc.double({ min: -3, max: 3, noNaN: true }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([parts, closeness]) => {
    const total = parts.reduce((sum, { share }) => sum + share, 0);
    return gaussianMixture(
      parts.map(({ share, mean, logScale }) => ({
        weight: share / total,
        mean: mean * closeness ** 3,
        sd: 10 ** logScale,
      })),
    );
  });

describe("continuousKl gives the numbers of the bimodal truth", () => {
  test.each([
    [0, 1.5, "0.7558", "1.2438"],
    [2.2, 0.7, "9.1868", "0.6907"],
    [0, 2.6, "0.5157", "1.3756"],
    [2.1933, 0.7104, "8.8708", "0.6905"],
  ])("N(%f, %f²)", (mean, sd, forward, reverse) => {
    expect(both(bumps, normal(mean, sd)).map(({ value }) => value.toFixed(4))).toEqual([forward, reverse]);
  });

  test("at the best models, to the digits that are known of them", () => {
    expect(continuousKl(bumps, normal(0, Math.sqrt(5.33))).value.toFixed(4)).toBe("0.5026");
    const best = normal(2.193338062251594, 0.7104186682567311);
    expect(continuousKl(bumps, best).value.toFixed(4)).toBe("8.8704");
    expect(continuousKl(bumps, best, { direction: "reverse" }).value.toFixed(5)).toBe("0.69052");
  });
});

// 32-digit references of 86 pairs: |value − truth| within the error that is claimed, and the claim no larger than the tolerance asked for plus
// what rounding allows where nodes lie far from 0 in widths, or D is far below 1.
test("continuousKl is within its error of the reference, and the error is small", () => {
  for (const { p, q, ...expected } of reference.pairs) {
    for (const direction of ["forward", "reverse"] as const) {
      const truth = Number(expected[direction]);
      const { value, error, converged } = continuousKl(describedDensity(p), describedDensity(q), {
        direction,
      });
      const where = `${direction} ${JSON.stringify([p, q])}: ${value} ± ${error}, truly ${truth}`;
      expect(converged, where).toBe(true);
      if (truth === Infinity) expect([value, error], where).toEqual([Infinity, 0]);
      else {
        expect(Math.abs(value - truth), where).toBeLessThanOrEqual(error + truth * 2 ** -52);
        expect(error, where).toBeLessThanOrEqual(truth * 1e-6 + 1e-14);
      }
    }
  }
});

describe("continuousKl where supports do not match", () => {
  test("uniform in a wider uniform costs the logarithm of the ratio; the other way round is +∞", () => {
    const [forward, reverse] = both(uniformDensity(0.25, 0.75), uniformDensity(-1, 3));
    expect(Math.abs((forward?.value ?? NaN) - Math.log(8))).toBeLessThanOrEqual(forward?.error ?? 0);
    expect(reverse).toMatchObject({ value: Infinity, error: 0, converged: true });
  });

  test("a sliver of mass outside the model is enough for +∞", () => {
    expect(continuousKl(uniformDensity(0, 1), uniformDensity(0, 1 - 1e-9)).value).toBe(Infinity);
    expect(continuousKl(normal(0, 1), uniformDensity(-100, 100)).value).toBe(Infinity);
    expect(continuousKl(exponential(1), uniformDensity(0, 1000)).value).toBe(Infinity);
  });

  test("exponential in normal is finite, normal in exponential is not", () => {
    const [forward, reverse] = both(exponential(1), normal(0, 1));
    // E[x²]/2 + ½ ln 2π − 1, with E[x²] = 2.
    expect(Math.abs((forward?.value ?? NaN) - 0.5 * Math.log(2 * Math.PI))).toBeLessThanOrEqual(
      forward?.error ?? 0,
    );
    expect(reverse?.value).toBe(Infinity);
  });
});

describe("continuousKl of log-densities that only say their window", () => {
  test("a window that cuts the tails is widened, in both directions", () => {
    for (const window of [
      [-6, 6],
      [-3, 2.5],
      [-40, 300],
    ] as const) {
      const bare: Density = { logDensity: bumps.logDensity, window };
      both(bare, normal(2.2, 0.7)).forEach(({ value, error }, i) => {
        const { value: known } = both(bumps, normal(2.2, 0.7))[i]!;
        expect(Math.abs(value - known)).toBeLessThanOrEqual(error + known * 1e-13);
        expect(error).toBeLessThan(1e-8);
      });
    }
  });

  test("a peak of a thousandth of the window is found, because the mass must be 1", () => {
    const narrow = normal(123.456, 1e-2);
    const bare: Density = { logDensity: narrow.logDensity, window: [-500, 500] };
    const { value, error } = continuousKl(bare, normal(123, 1));
    const closed = gaussianKl(narrow, normal(123, 1));
    expect(Math.abs(value - closed)).toBeLessThanOrEqual(error + closed * 1e-15);
  });

  test("heavy tails: two Cauchy distributions, and one in a normal, whose integral grows without end", () => {
    const cauchy = (scale: number): Density => ({
      logDensity: (x) => -Math.log(Math.PI * scale) - Math.log1p((x / scale) ** 2),
      window: [-10 * scale, 10 * scale],
    });
    // Chyzak & Nielsen (2019): ln((a + b)²/(4ab)).
    const { value, error } = continuousKl(cauchy(1), cauchy(2));
    expect(Math.abs(value - Math.log(9 / 8))).toBeLessThanOrEqual(error);
    expect(continuousKl(cauchy(1), normal(0, 1))).toMatchObject({ value: Infinity, converged: false });
  });

  test("a zero at a single point is not a gap in the support", () => {
    const split: Density = {
      logDensity: (x) => 2 * Math.log(Math.abs(x)) + normal(0, 1).logDensity(x),
      window: [-9, 9],
    };
    const { value, error } = continuousKl(normal(0, 1), split);
    // −E[ln x²] = γ + ln 2.
    expect(Math.abs(value - (0.5772156649015329 + Math.LN2))).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-8);
  });

  test("what is not normalised, or gives NaN, is refused by name", () => {
    const half: Density = { logDensity: (x) => normal(0, 1).logDensity(x) - Math.LN2, window: [-9, 9] };
    expect(() => continuousKl(normal(0, 1), half)).toThrow(
      /^continuousKl: q integrates to 0\.5 over \[.*\], expected a density, which integrates to 1$/,
    );
    const broken: Density = { logDensity: () => NaN, window: [0, 1] };
    expect(() => continuousKl(broken, normal(0, 1))).toThrow(
      /^continuousKl: p\.logDensity\(.*\) is NaN, expected a number$/,
    );
    expect(() => continuousKl({ logDensity: () => 0, window: [1, 0] }, normal(0, 1))).toThrow(
      "continuousKl: p.window is [1, 0], expected its ends in order",
    );
  });
});

test("continuousKl says when its evaluations ran out, and the error is still true", () => {
  const [p, q] = [laplace(0.123, 0.01), bumps];
  const rough = continuousKl(p, q, { maxEvaluations: 200, relativeTolerance: 1e-15 });
  expect(rough.converged).toBe(false);
  expect(Math.abs(rough.value - continuousKl(p, q).value)).toBeLessThanOrEqual(rough.error);
});

test("continuousKl of two normals is the closed form within the error", () => {
  const scale = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => 10 ** x);
  const mean = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(mean, scale, mean, scale, (a, s, b, t) => {
      const [p, q] = [normal(a, s), normal(b, t)];
      const { value, error } = continuousKl(p, q);
      const closed = gaussianKl(p, q);
      expect(Math.abs(value - closed)).toBeLessThanOrEqual(error + closed * 2 ** -47);
      // Nodes are rounded to the grid of doubles: up to 10⁵ widths from 0 that costs 10⁵·2⁻⁵², ten times over.
      expect(error).toBeLessThanOrEqual(1e-9 * (1 + closed));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("continuousKl of generated mixtures: a number ≥ 0, converged, in bounded work, and 0 for a mixture and itself", () => {
  fc.assert(
    fc.property(mixtures, mixtures, (p, q) => {
      for (const { value, error, converged, evaluations, window } of both(p, q)) {
        expect(Number.isFinite(value) && value >= 0).toBe(true);
        expect(error).toBeLessThanOrEqual(1e-6 * value + 1e-9);
        expect(converged).toBe(true);
        expect(evaluations).toBeLessThan(20_000);
        expect(window[0]).toBeLessThan(Math.min(p.mean, q.mean));
      }
      expect(continuousKl(p, p).value).toBe(0);
    }),
    { seed: 2, numRuns: 400 },
  );
});

test("continuousKl does not depend on the unit or the origin of x", () => {
  fc.assert(
    fc.property(
      mixtures,
      mixtures,
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -100, max: 100, noNaN: true }),
      (p, q, logFactor, shift) => {
        const moved = ({ components }: GaussianMixture) =>
          gaussianMixture(
            components.map(({ weight, mean, sd }) => ({
              weight,
              mean: (mean + shift) * 10 ** logFactor,
              sd: sd * 10 ** logFactor,
            })),
          );
        const [before, after] = [continuousKl(p, q), continuousKl(moved(p), moved(q))];
        // Moving rounds the means: by up to 1100·2⁻⁵² ≈ 2.5e-13, or 2.5e-10 of the narrowest width, in which D is at most quadratic.
        const rounding = 1e-8 * (1 + before.value);
        expect(Math.abs(before.value - after.value)).toBeLessThanOrEqual(
          before.error + after.error + rounding,
        );
      },
    ),
    { seed: 3, numRuns: 150 },
  );
});

test("values and error bounds are numbers at the edges of the doubles too", () => {
  const flat = { logDensity: (x: number) => (x >= 0 && x <= 1 ? 0 : -Infinity), window: [0, 1] as const };
  expect(core.differentialEntropy(flat)).toMatchObject({ value: 0, converged: true });
  expect(core.differentialEntropy(flat).error).toBeLessThan(1e-6);
  for (const [p, q] of [
    [core.laplace(0, 1e-300), normal(1, 1)],
    [normal(1, 1), normal(0, 1e150)],
    [core.uniformDensity(1e308, 1.1e308), core.exponential(1e307)],
    [normal(0, 1), core.laplace(0, 1e306)],
  ] as const) {
    const { value, error, window } = continuousKl(p, q);
    for (const x of [value, error, ...window]) expect(x).not.toBeNaN();
    const alphas = [0, 0.5, 1].map((alpha) => core.continuousAlpha(p, q, alpha));
    for (const fit of alphas) for (const x of [fit.value, fit.error]) expect(x).not.toBeNaN();
  }
});
