import {
  bestGaussianReverse,
  continuousKl,
  crossEntropy,
  entropy,
  inUnit,
  klDivergence,
  temperature,
} from "@surprisal/core";
import { expect, test } from "vitest";
import {
  broad,
  cold,
  digitsPerSymbol,
  films,
  hills,
  oneHill,
  printed,
  tenses,
  warm,
  words,
} from "../../src/reference/errata.ts";

const bits = (nats: number) => inUnit(nats, "bits");

test("what is printed of the films and the tenses is not so, and the right values are", () => {
  expect(bits(crossEntropy(films.p, films.q))).toBeCloseTo(2.2369655942, 10);
  expect(bits(klDivergence(films.p, films.q))).toBeCloseTo(0.8760015467, 10);
  expect(Math.abs(printed.filmsCost - 2.2369655942)).toBeGreaterThan(0.01);
  expect(Math.abs(printed.filmsWaste - 0.8760015467)).toBeGreaterThan(0.01);
  expect(entropy(tenses)).toBeCloseTo(1.2275294114, 9);
  expect(Math.abs(printed.tenses - 1.2275294114)).toBeGreaterThan(0.001);
});

test("cooling moves the words of the example farther than warming", () => {
  const moved = (t: number) => bits(klDivergence(temperature(words, t), words));
  expect(moved(cold)).toBeCloseTo(0.6547, 4);
  expect(moved(warm)).toBeCloseTo(0.0531, 4);
});

test("two hills, one Gaussian", () => {
  const kl = (q: typeof broad, direction: "forward" | "reverse") =>
    continuousKl(hills, q, { direction }).value;
  expect(kl(broad, "forward")).toBeCloseTo(0.7558, 4);
  expect(kl(broad, "reverse")).toBeCloseTo(1.2438, 4);
  expect(kl(oneHill, "forward")).toBeCloseTo(9.1868, 4);
  expect(kl(oneHill, "reverse")).toBeCloseTo(0.6907, 4);
  expect(bestGaussianReverse(hills).optima[0]?.value).toBeLessThan(Math.LN2);
});

test("a code for one symbol at a time spends a digit on each; longer blocks come down to the entropy", () => {
  expect(digitsPerSymbol(1)).toBe(1);
  const h = 0.4689955936;
  for (const n of [2, 4, 8]) {
    expect(digitsPerSymbol(n)).toBeGreaterThan(h);
    expect(digitsPerSymbol(n)).toBeLessThan(h + 1 / n);
  }
});
