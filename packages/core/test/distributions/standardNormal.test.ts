import { createRng, standardNormal } from "@surprisal/core";
import { expect, test } from "vitest";

const draws = 400_000;
const rng = createRng(3);
const sample = Float64Array.from({ length: draws }, () => standardNormal(rng));

function mean(of: (z: number) => number): number {
  return sample.reduce((sum, z) => sum + of(z), 0) / draws;
}

// E z = 0, E z² = 1, E z³ = 0, E z⁴ = 3; Var zᵏ = E z²ᵏ − (E zᵏ)² = 1, 2, 15, 96. Bounds are 5σ of the mean of the draws.
test.each([
  [1, 0, 1],
  [2, 1, 2],
  [3, 0, 15],
  [4, 3, 96],
])("standardNormal: moment %i is %i", (order, expected, variance) => {
  expect(Math.abs(mean((z) => z ** order) - expected)).toBeLessThan(5 * Math.sqrt(variance / draws));
});

test("standardNormal puts 1/8 of the draws between consecutive octiles, and Φ(−3) beyond ±3", () => {
  // Φ⁻¹(5/8), Φ⁻¹(6/8), Φ⁻¹(7/8), to 16 digits.
  const octiles = [0.3186393639643752, 0.6744897501960818, 1.1503493803760083];
  const cuts = [...octiles.map((x) => -x).reverse(), 0, ...octiles];
  const seen = new Float64Array(8);
  for (const z of sample) seen[cuts.filter((cut) => z > cut).length]!++;
  const chiSquare = seen.reduce((sum, count) => sum + (count - draws / 8) ** 2 / (draws / 8), 0);
  // 7 degrees of freedom: mean 7, variance 14.
  expect(chiSquare).toBeLessThan(7 + 5 * Math.sqrt(14));

  const tail = 0.0013498980316300946;
  for (const side of [-1, 1]) {
    const beyond = mean((z) => (side * z > 3 ? 1 : 0));
    expect(Math.abs(beyond - tail)).toBeLessThan(5 * Math.sqrt(tail / draws));
  }
});

test("standardNormal: successive draws are uncorrelated", () => {
  let sum = 0;
  for (let i = 1; i < draws; i++) sum += sample[i]! * sample[i - 1]!;
  expect(Math.abs(sum / draws)).toBeLessThan(5 / Math.sqrt(draws));
});

test("standardNormal is finite at both ends of the generator", () => {
  for (const u of [0, 1 - 2 ** -53]) {
    const z = standardNormal({ next: () => u, uint32: () => 0 });
    expect(Math.abs(z)).toBeLessThanOrEqual(Math.sqrt(2 * 53 * Math.LN2));
  }
});
