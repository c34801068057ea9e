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

test("what is no logarithm of a probability is refused by name", () => {
  const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
  expect(() => estimateLoggedKl([0.1], [-1], options)).toThrow(/logPolicy\[0\] is 0.1, expected a finite/);
  expect(() => estimateLoggedKl([-1], [-Infinity], options)).toThrow(/logReference\[0\] is -Infinity/);
  expect(() => estimateLoggedKl([-1], [-1, -1], options)).toThrow(/logReference has 2 entries, expected 1/);
});
