import { estimateRateChange } from "@surprisal/core";
import { describe, expect, test } from "vitest";

const independent = { kind: "independent" } as const;
const sample = (n: number, gains: number, losses: number) =>
  Int8Array.from({ length: n }, (_, i) => (i < gains ? 1 : i < gains + losses ? -1 : 0));

describe("an interval at 95 % holds the truth, summed over all samples there are", () => {
  test.each([20, 32, 100])("of %i pairs", (n) => {
    const logFactorial = new Float64Array(n + 1);
    for (let i = 1; i <= n; i++) logFactorial[i] = logFactorial[i - 1]! + Math.log(i);
    const found = new Map<string, { low: number; high: number }>();
    for (let gains = 0; gains <= n; gains++)
      for (let losses = 0; losses <= n - gains; losses++)
        found.set(
          `${gains},${losses}`,
          estimateRateChange(sample(n, gains, losses), { dependence: independent }),
        );
    const covered = (gain: number, loss: number) => {
      let held = 0;
      for (let gains = 0; gains <= (gain > 0 ? n : 0); gains++)
        for (let losses = 0; losses <= (loss > 0 ? n - gains : 0); losses++) {
          const stay = n - gains - losses;
          const { low, high } = found.get(`${gains},${losses}`)!;
          const truth = gain - loss;
          if (low > truth + 1e-12 || high < truth - 1e-12) continue;
          const ways = logFactorial[n]! - logFactorial[gains]! - logFactorial[losses]! - logFactorial[stay]!;
          const log = (count: number, p: number) => (count === 0 ? 0 : count * Math.log(p));
          held += Math.exp(ways + log(gains, gain) + log(losses, loss) + log(stay, 1 - gain - loss));
        }
      return held;
    };
    for (const gain of [0, 0.02, 0.06, 0.2])
      for (const loss of [0, 0.02, 0.06, 0.1, 0.2]) {
        // What Bonett and Price's has at its worst here, to the digits of another program that sums the same.
        expect(covered(gain, loss)).toBeGreaterThan(0.928);
        expect(covered(gain, loss)).toBeLessThanOrEqual(1 + 1e-9);
      }
  });
});

test("where nothing changed it has a width, about Wilson's for nothing in as many", () => {
  const { value, low, high } = estimateRateChange(sample(32, 0, 0), { dependence: independent });
  expect(value).toBe(0);
  // ±1.95996·√(2/34²)
  expect([low, high]).toEqual([
    expect.closeTo((-1.959964 * Math.SQRT2) / 34, 6),
    expect.closeTo((1.959964 * Math.SQRT2) / 34, 6),
  ]);
});

test("turned, it is turned; and it holds its value and ends at ±1", () => {
  const options = { dependence: independent };
  const one = estimateRateChange(sample(40, 9, 2), options);
  const other = estimateRateChange(sample(40, 2, 9), options);
  expect([other.low, other.high]).toEqual([-one.high, -one.low]);
  expect(one).toMatchObject({ value: 7 / 40, method: "Bonett–Price", resamples: 0, effectiveSampleSize: 40 });
  const all = estimateRateChange(sample(5, 5, 0), options);
  expect([all.value, all.high]).toEqual([1, 1]);
});

test("clusters that change alike count, and not what is in them", () => {
  const of = Array.from({ length: 100 }, (_, i) => Math.floor(i / 5));
  const change = of.map((cluster) => (cluster % 4 === 0 ? 1 : 0));
  const alone = estimateRateChange(change, { dependence: independent });
  const together = estimateRateChange(change, { dependence: { kind: "clusters", of } });
  expect(together.high - together.low).toBeGreaterThan(1.5 * (alone.high - alone.low));
});

test("no pairs and no level are named", () => {
  expect(() => estimateRateChange([], { dependence: independent })).toThrow(
    "estimateRateChange: change is empty, expected a pair",
  );
  expect(() => estimateRateChange([1], { dependence: independent, level: 1 })).toThrow(
    "estimateRateChange: level is 1, expected a number in (0, 1)",
  );
});
