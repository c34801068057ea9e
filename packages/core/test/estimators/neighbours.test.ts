import {
  createRng,
  exponential,
  gaussianKl,
  kozachenkoLeonenkoEntropy,
  ksgInformation,
  labelledInformation,
  mixedInformation,
  multivariateGaussianKl,
  multivariateNormal,
  nearestNeighbourKl,
  normal,
  type Rng,
  standardNormal,
  uniformDensity,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import reference from "../../../../reference/neighbours.json" with { type: "json" };

/** Sums of some hundred logarithms and digammas of either system: 2⁻⁴⁰ is a thousand roundings of a number near 6. */
const rounding = 2 ** -40;

describe("scikit-learn, infomeasure and the formulas over SciPy's trees give the same", () => {
  const raw = { standardize: false };
  const pairs = reference.information.flatMap(({ name, x, y, of }) =>
    of.map(({ k, ...values }) => ({ name, x, y, k, values: values as Record<string, number> })),
  );
  test.each(pairs)("mutual information, $name, k = $k", ({ x, y, k, values }) => {
    const first = ksgInformation(x, y, { k, ...raw });
    expect(Math.abs(first - values.ksg1!)).toBeLessThan(rounding);
    expect(Math.abs(mixedInformation(x, y, { k, ...raw }) - values.mixed!)).toBeLessThan(rounding);
    if (values.ksg2 !== undefined)
      expect(Math.abs(ksgInformation(x, y, { k, variant: 2, ...raw }) - values.ksg2)).toBeLessThan(rounding);
    if (values.infomeasure !== undefined) expect(Math.abs(first - values.infomeasure)).toBeLessThan(rounding);
    // It answers 0 where the estimate is below.
    if (values["scikit-learn"] !== undefined)
      expect(Math.abs(Math.max(0, first) - values["scikit-learn"])).toBeLessThan(rounding);
  });

  test.each(reference.labelled.of)("of a number and a label, k = $k", ({ k, value }) => {
    const { x, labels } = reference.labelled;
    expect(Math.abs(labelledInformation(x, labels, { k, ...raw }) - value)).toBeLessThan(rounding);
  });

  test.each(reference.divergences)("entropy and KL, k = $k, $norm, dimension $dimension", (found) => {
    const [p, q] = [reference.samples.p, reference.samples.q].map((columns) =>
      columns.slice(0, found.dimension),
    );
    const options = { k: found.k, norm: found.norm as "max" | "euclidean" };
    expect(Math.abs(kozachenkoLeonenkoEntropy(p!, options) - found.entropy)).toBeLessThan(rounding);
    expect(Math.abs(nearestNeighbourKl(p!, q!, options) - found.kl)).toBeLessThan(rounding);
  });
});

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);

function correlated(n: number, rho: number, rng: Rng): [Float64Array, Float64Array] {
  const x = draws(n, () => standardNormal(rng));
  return [x, x.map((t) => rho * t + Math.sqrt(1 - rho ** 2) * standardNormal(rng))];
}

const gaussianInformation = (rho: number) => -0.5 * Math.log(1 - rho ** 2);

/**
 * The mean of 40 seeded estimates from 1000 observations is within 4 of its own standard errors of the truth, and of the bias allowed: a quarter of one estimate's
 * standard deviation, which costs an interval half a percent of coverage.
 */
function expectUnbiased(seed: number, truth: number, estimate: (rng: Rng) => number, allowed = 0.25): void {
  const trials = 40;
  const rng = createRng(seed);
  const values = Array.from({ length: trials }, () => estimate(rng));
  const mean = values.reduce((sum, value) => sum + value, 0) / trials;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (trials - 1));
  expect(sd).toBeGreaterThan(0);
  expect(Math.abs(mean - truth) / sd).toBeLessThan(4 / Math.sqrt(trials) + allowed);
}

describe("closed forms come out", () => {
  const n = 1000;

  test.each([0, 0.3, 0.6, 0.9])("mutual information of two normal numbers of correlation %d", (rho) => {
    const truth = gaussianInformation(rho);
    expectUnbiased(1, truth, (rng) => ksgInformation(...correlated(n, rho, rng)));
    expectUnbiased(2, truth, (rng) => ksgInformation(...correlated(n, rho, rng), { variant: 2 }));
    expectUnbiased(3, truth, (rng) => mixedInformation(...correlated(n, rho, rng)));
  });

  test("of a point and a number, which share what the sum of the point's coordinates tells", () => {
    // y = x₁ + x₂ + ε, all of variance 1: R² = ⅔.
    expectUnbiased(4, gaussianInformation(Math.sqrt(2 / 3)), (rng) => {
      const x = [draws(n, () => standardNormal(rng)), draws(n, () => standardNormal(rng))];
      const y = draws(n, () => standardNormal(rng)).map((t, i) => t + x[0]![i]! + x[1]![i]!);
      return ksgInformation(x, y);
    });
  });

  test("of a number that is uniform on [0, 2) or [1, 3) and the label that says which: half a bit", () => {
    const sample = (rng: Rng) => {
      const labels = draws(n, () => Math.floor(2 * rng.next()));
      return [labels.map((label) => label + 2 * rng.next()), labels] as const;
    };
    expectUnbiased(5, Math.LN2 / 2, (rng) => labelledInformation(...sample(rng)));
    expectUnbiased(6, Math.LN2 / 2, (rng) => mixedInformation(...sample(rng)));
  });

  test("of labels that are not as frequent, and a number that is uniform on [label, label + 2)", () => {
    // Between j and j + 1 the density is half of what labels j − 1 and j weigh; given the label the entropy is ln 2.
    const weights = [0.5, 0.2, 0.2, 0.1];
    const densities = [0, ...weights].map((weight, j) => (weight + (weights[j] ?? 0)) / 2);
    const truth = densities.reduce((h, density) => h - density * Math.log(density), -Math.LN2);
    expectUnbiased(16, truth, (rng) => {
      const labels = draws(n, () => {
        const u = rng.next();
        return [0.5, 0.7, 0.9].filter((end) => end <= u).length;
      });
      return mixedInformation(
        { labels },
        labels.map((label) => label + 2 * rng.next()),
      );
    });
  });

  test("of a variable that is a number half of the time and else a label, and equals the other", () => {
    // Gao et al.'s second experiment, noiseless half: with chance ½ both are the same of two labels, else independent uniforms. I = ½ ln 2 + ln 2.
    expectUnbiased(7, 1.5 * Math.LN2, (rng) => {
      const isLabel = draws(n, () => (rng.next() < 0.5 ? 1 : 0));
      const x = isLabel.map((label) => (label ? 2 + Math.floor(2 * rng.next()) : rng.next()));
      return mixedInformation(
        x,
        x.map((t, i) => (isLabel[i] ? t : rng.next())),
      );
    });
  });

  test.each([
    ["normal", normal(1, 3)],
    ["uniform", uniformDensity(-1, 4)],
    ["exponential", exponential(2)],
  ] as const)("differential entropy, %s", (_, density) => {
    expectUnbiased(8, density.entropy(), (rng) =>
      kozachenkoLeonenkoEntropy(draws(n, () => density.sample(rng))),
    );
  });

  test("differential entropy of a plane normal cloud, by either norm", () => {
    const cloud = multivariateNormal(
      [0, 1],
      [
        [1, 0.5],
        [0.5, 2],
      ],
    );
    for (const norm of ["max", "euclidean"] as const)
      expectUnbiased(9, cloud.entropy(), (rng) =>
        kozachenkoLeonenkoEntropy(columnsOf(cloud, n, rng), { norm }),
      );
  });

  test("KL of normal distributions", () => {
    const [p, q] = [normal(0, 1), normal(0.5, 1.5)];
    expectUnbiased(10, gaussianKl(p, q), (rng) =>
      nearestNeighbourKl(
        draws(n, () => p.sample(rng)),
        draws(n, () => q.sample(rng)),
      ),
    );
    const plane = multivariateNormal(
      [0, 0],
      [
        [1, 0.3],
        [0.3, 1],
      ],
    );
    const wider = multivariateNormal(
      [0.3, 0],
      [
        [1.5, 0],
        [0, 1.5],
      ],
    );
    expectUnbiased(11, multivariateGaussianKl(plane, wider), (rng) =>
      nearestNeighbourKl(columnsOf(plane, n, rng), columnsOf(wider, n, rng)),
    );
  });
});

/** Gao et al.'s estimate of labels and numbers that do not repeat, from all distances: 0 or 1 for labels, for numbers in standard deviations. */
function mixedAsWritten(labels: Float64Array, numbers: Float64Array, k: number): number {
  const n = labels.length;
  const mean = numbers.reduce((sum, t) => sum + t / n, 0);
  const sd = Math.sqrt(numbers.reduce((sum, t) => sum + (t - mean) ** 2 / n, 0));
  const psi = (count: number) => {
    let harmonic = -0.5772156649015329;
    for (let i = 1; i < count; i++) harmonic += 1 / i;
    return harmonic;
  };
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const byLabel = labels.map((label) => (label === labels[i] ? 0 : 1));
    const byNumber = numbers.map((t) => Math.abs(t / sd - numbers[i]! / sd));
    const radius = byLabel.map((gap, j) => Math.max(gap, byNumber[j]!)).sort()[k]!;
    const within = (gaps: Float64Array) => gaps.filter((gap) => gap < radius).length;
    sum += psi(k) - psi(within(byLabel)) - psi(within(byNumber));
  }
  return sum / n + Math.log(n);
}

function columnsOf({ sample }: { sample(rng: Rng): Float64Array }, n: number, rng: Rng): Float64Array[] {
  const points = Array.from({ length: n }, () => sample(rng));
  return Array.from(points[0]!, (_, c) => Float64Array.from(points, (point) => point[c]!));
}

describe("what must not matter does not", () => {
  // Multiples of 2⁻²⁰, so that the shifts and scales below round nothing.
  const rng = createRng(12);
  const grid = (x: Float64Array) => x.map((t) => Math.round(t * 2 ** 20) / 2 ** 20);
  const [x, y] = correlated(300, 0.7, rng).map(grid) as [Float64Array, Float64Array];
  const labels = x.map((t) => Math.round(t));
  const estimators = {
    "ksg 1": (a: Float64Array, b: Float64Array) => ksgInformation(a, b),
    "ksg 2": (a: Float64Array, b: Float64Array) => ksgInformation(a, b, { variant: 2 }),
    mixed: (a: Float64Array, b: Float64Array) => mixedInformation(a, b),
  };
  const order = Int32Array.from(x, (_, i) => (i * 7) % x.length);

  describe.each(Object.entries(estimators))("%s", (_, estimate) => {
    const value = estimate(x, y);
    test("the order of observations", () => {
      expect(
        Math.abs(
          estimate(
            x.map((_, i) => x[order[i]!]!),
            y.map((_, i) => y[order[i]!]!),
          ) - value,
        ),
      ).toBeLessThan(rounding);
    });
    test("which variable is called X", () => expect(Math.abs(estimate(y, x) - value)).toBeLessThan(rounding));
    test("shift, scale and sign of a variable", () => {
      const moved = x.map((t) => 4 - 8 * t);
      expect(Math.abs(estimate(moved, y) - value)).toBeLessThan(rounding);
    });
    test("much, a map that keeps the order", () => {
      // The truth is the same; estimates differ by their neighbourhoods, here by less than the standard deviation of one at n = 300, 0.05.
      expect(
        Math.abs(
          estimate(
            x.map((t) => t ** 3 + t),
            y,
          ) - value,
        ),
      ).toBeLessThan(0.05);
    });
  });

  test("names of labels, and shift and scale beside them", () => {
    const value = labelledInformation(y, labels);
    expect(
      labelledInformation(
        y.map((t) => 1 - 2 * t),
        labels.map((label) => 10 - label),
      ),
    ).toBeCloseTo(value, 12);
  });

  test("names of labels for the mixed estimate, any two of which are one standard deviation apart", () => {
    const kinds = labels.map((label) => Math.max(-2, Math.min(2, label)));
    const value = mixedInformation({ labels: kinds }, y);
    expect(mixedInformation({ labels: kinds.map((kind) => 7 - kind ** 3) }, y)).toBe(value);
    expect(Math.abs(mixedInformation(y, { labels: kinds }) - value)).toBeLessThan(rounding);
    expect(Math.abs(mixedInformation({ labels: kinds }, y) - mixedAsWritten(kinds, y, 3))).toBeLessThan(
      rounding,
    );
    // Once a label is rarer than k, its neighbours are of others.
    const rare = kinds.map((kind, i) => (i < 6 ? 10 + (i >> 1) : kind));
    expect(Math.abs(mixedInformation({ labels: rare }, y) - mixedAsWritten(rare, y, 3))).toBeLessThan(
      rounding,
    );
  });

  test("shift; and a scale of c moves the differential entropy by ln c and no KL", () => {
    const entropy = kozachenkoLeonenkoEntropy(x);
    expect(kozachenkoLeonenkoEntropy(x.map((t) => t + 16))).toBe(entropy);
    expect(Math.abs(kozachenkoLeonenkoEntropy(x.map((t) => 8 * t)) - entropy - 3 * Math.LN2)).toBeLessThan(
      rounding,
    );
    const divergence = nearestNeighbourKl(x, y);
    const moved = (sample: Float64Array) => sample.map((t) => 3 + 4 * t);
    expect(Math.abs(nearestNeighbourKl(moved(x), moved(y)) - divergence)).toBeLessThan(rounding);
  });
});

test("atoms have no density: −∞, and ∞ where only P has one", () => {
  const spread = draws(20, createRng(13).next);
  const withAtom = spread.map((t, i) => (i < 6 ? 0.5 : t));
  expect(kozachenkoLeonenkoEntropy(withAtom)).toBe(-Infinity);
  expect(nearestNeighbourKl(withAtom, spread)).toBe(Infinity);
  expect(() => nearestNeighbourKl(withAtom, withAtom)).toThrow(
    "nearestNeighbourKl: points of p coincide with others in both samples, expected samples of densities",
  );
});

test("a constant shares nothing, and equal labels share their entropy", () => {
  const rng = createRng(14);
  const x = draws(200, () => standardNormal(rng));
  const labels = draws(200, () => Math.floor(4 * rng.next()));
  const counted = Object.values(Object.groupBy(labels, String)).map((group) => group!.length / 200);
  const entropy = counted.reduce((sum, p) => sum - p * Math.log(p), 0);
  // ψ in the place of ln: below it by half of one over each count, some 50 here.
  expect(Math.abs(mixedInformation(labels, labels) - entropy)).toBeLessThan(1 / 50);
  expect(Math.abs(mixedInformation(x, new Float64Array(200)))).toBeLessThan(1 / 50);
});

test("what cannot be estimated is refused by name", () => {
  expect(() => ksgInformation([1, 2, Number.NaN], [1, 2, 3])).toThrow(
    "ksgInformation: x[2] is NaN, expected a finite number",
  );
  expect(() =>
    ksgInformation(
      [1, 2, 3, 4],
      [
        [1, 2, 3, 4],
        [1, 2],
      ],
    ),
  ).toThrow("ksgInformation: y[1] has 2 entries, expected 4");
  expect(() => ksgInformation([1, 2, 3, 4], [1, 2, 3])).toThrow("y has 3 observations, expected 4");
  expect(() => ksgInformation([1, 2, 1e200], [1, 2, 3])).toThrow(
    "x[2] is 1e+200, expected a number within ±1e+150",
  );
  expect(() => ksgInformation([1, 2, 3], [1, 2, 3])).toThrow(
    "ksgInformation: k is 3, expected a whole number in [1, 3)",
  );
  expect(() =>
    nearestNeighbourKl(
      [1, 2, 3, 4],
      [
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ],
    ),
  ).toThrow("q has 2 columns, expected 1");
  expect(() => labelledInformation([1, 2, 3, 4], [1, 2, 3, 4])).toThrow("expected a label that occurs twice");
  // @ts-expect-error No array at all.
  expect(() => kozachenkoLeonenkoEntropy(3)).toThrow(TypeError);
});

test("memory is linear in the number of points, and small", () => {
  const n = 200_000;
  const [x, y] = correlated(n, 0.6, createRng(15));
  const before = process.memoryUsage().arrayBuffers;
  // One standard deviation at n = 1000 is 0.03; √200 less, five times.
  expect(Math.abs(ksgInformation(x, y) - gaussianInformation(0.6))).toBeLessThan(0.011);
  // Both columns twice, the tree with its boxes, two sorted columns with their buckets, and what is not yet collected.
  expect((process.memoryUsage().arrayBuffers - before) / n).toBeLessThan(250);
});
