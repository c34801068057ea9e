import {
  aliasTable,
  createRng,
  estimateLoggedKl,
  type KlEstimatorName,
  klDivergence,
  klEstimator,
  type LoggedKlOptions,
  type Probabilities,
  probabilities,
  valueMoments,
} from "@surprisal/core";
import { expect, test } from "vitest";

const p = probabilities([0.5, 0.3, 0.2]);
const q = probabilities([0.2, 0.3, 0.5]);
const old = probabilities([0.3, 0.3, 0.4]);
const truth = klDivergence(p, q, "reverse");

function logged(size: number, seed: number, draws: Probabilities, resamples = 100) {
  const [rng, table] = [createRng(seed), aliasTable(draws)];
  const drawn = Array.from({ length: size }, () => table.sample(rng));
  const logs = (of: Probabilities) => drawn.map((x) => Math.log(of[x]));
  const options: LoggedKlOptions = {
    rng,
    resamples,
    dependence: { kind: "independent" },
    logDraws: logs(draws),
  };
  return estimateLoggedKl(logs(q), logs(p), options);
}

test.each([
  ["on-policy", q, false],
  ["off-policy, weighted", old, true],
] as const)(
  "%s, each has the mean that enumeration says, within five standard errors",
  (_, draws, weighted) => {
    const size = 20_000;
    const found = logged(size, 5, draws);
    for (const name of ["k1", "k2", "k3"] satisfies KlEstimatorName[]) {
      const { mean, variance } = valueMoments(klEstimator(p, q, name, { draws, weighted }), p, size);
      expect(Math.abs(found[name].value - mean)).toBeLessThan(5 * Math.sqrt(variance));
    }
    // E[w] = 1, so that (Σw)²/Σw² tends to n/E[w²].
    const square = [...draws].reduce((sum, x, i) => sum + q[i] ** 2 / x, 0);
    expect(found.weightedSize / size).toBeCloseTo(1 / square, 2);
    expect(found.largestLogRatio).toBe(Math.log(0.5) - Math.log(0.2));
  },
);

test("95 % intervals of k1 and k3 hold D(Q‖P) 95 times of 100", () => {
  const runs = 300;
  const found = Array.from({ length: runs }, (_, seed) => logged(200, seed, q, 400));
  for (const name of ["k1", "k3"] as const) {
    const held = found.filter(({ [name]: { low, high } }) => low <= truth && truth <= high).length;
    // Five standard deviations of a rate of 0.95 in 300 runs are 0.063.
    expect(Math.abs(held / runs - 0.95)).toBeLessThan(0.063);
  }
});

test("draws sharpened by a temperature that is not in the log push k1 away from D(Q‖P)", () => {
  const sharp = probabilities([0.04, 0.16, 0.8]);
  const [rng, table] = [createRng(2), aliasTable(sharp)];
  const drawn = Array.from({ length: 2000 }, () => table.sample(rng));
  const logs = (of: Probabilities) => drawn.map((x) => Math.log(of[x]));
  const { k1 } = estimateLoggedKl(logs(q), logs(p), { rng, dependence: { kind: "independent" } });
  expect(k1.low).toBeGreaterThan(truth);
});

test("k1 may be negative, k3 is not; a large ratio is named and overflows into infinity", () => {
  const options = () => ({ rng: createRng(1), dependence: { kind: "independent" } }) as const;
  const { k1, k3, negative } = estimateLoggedKl([-2, -1], [-1, -1], options());
  expect([k1.value, negative]).toEqual([-0.5, 0.5]);
  // (e − 1 − 1)/2
  expect(k3.value).toBeCloseTo((Math.E - 2) / 2, 15);
  const wild = estimateLoggedKl([-800, -1], [-1, -1], options());
  expect(wild.largestLogRatio).toBe(799);
  expect(wild.k3.value).toBe(Infinity);
});

/** What came before comes again with chance `keep`; else as the first token does. */
function chainOf(keep: number, from: Probabilities) {
  return (x: number, y: number) => (1 - keep) * from[y] + (x === y ? keep : 0);
}

test("summed over sequences, the mean is D(Q‖P) of whole sequences, and its intervals hold it", () => {
  const [ofP, ofQ] = [chainOf(0.5, p), chainOf(0.1, q)];
  const steps = [0, 1, 2].map((x) => klDivergence(conditional(ofP, x), conditional(ofQ, x), "reverse"));
  // The first token is drawn from p and q themselves; what the second adds depends on it.
  const first = truth;
  const second = steps.reduce((sum, step, x) => sum + q[x] * step, 0);
  const third = [0, 1, 2].reduce(
    (sum, y) => sum + [0, 1, 2].reduce((mass, x) => mass + q[x] * ofQ(x, y), 0) * steps[y],
    0,
  );
  const whole = first + second + third;
  const tables = [0, 1, 2].map((x) => aliasTable(conditional(ofQ, x)));
  const begin = aliasTable(q);
  const runs = 200;
  const found = Array.from({ length: runs }, (_, seed) => {
    const rng = createRng(seed);
    const [logQ, logP, sequence]: number[][] = [[], [], []];
    for (let s = 0; s < 100; s++) {
      let x = begin.sample(rng);
      logQ.push(Math.log(q[x]));
      logP.push(Math.log(p[x]));
      for (let t = 0; t < 2; t++) {
        const y = tables[x].sample(rng);
        logQ.push(Math.log(ofQ(x, y)));
        logP.push(Math.log(ofP(x, y)));
        x = y;
      }
      sequence.push(s, s, s);
    }
    const dependence = { kind: "independent" } as const;
    return estimateLoggedKl(logQ, logP, { rng, resamples: 400, dependence, sequence });
  });
  for (const name of ["k1", "k3"] as const) {
    const values = found.map(({ [name]: { value } }) => value);
    const mean = values.reduce((sum, x) => sum + x / runs, 0);
    const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2 / runs, 0));
    expect(Math.abs(mean - whole)).toBeLessThan((5 * sd) / Math.sqrt(runs));
    const held = found.filter(({ [name]: { low, high } }) => low <= whole && whole <= high).length;
    // Five standard deviations of a rate of 0.95 in 200 runs.
    expect(Math.abs(held / runs - 0.95)).toBeLessThan(5 * Math.sqrt((0.95 * 0.05) / runs));
  }
});

function conditional(chance: (x: number, y: number) => number, x: number): Probabilities {
  return probabilities([0, 1, 2].map((y) => chance(x, y)));
}

test("what is no logarithm of a probability is refused by name", () => {
  const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
  expect(() => estimateLoggedKl([0.1], [-1], options)).toThrow(/logPolicy\[0\] is 0.1, expected a finite/);
  expect(() => estimateLoggedKl([-1], [-Infinity], options)).toThrow(/logReference\[0\] is -Infinity/);
  expect(() => estimateLoggedKl([-1], [-1, -1], options)).toThrow(/logReference has 2 entries, expected 1/);
  expect(() => estimateLoggedKl([-1], [-1], { ...options, sequence: [0, 1] })).toThrow(
    /sequence has 2 entries, expected 1/,
  );
});
