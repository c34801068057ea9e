import { gaussianMixture, huffman, normal, probabilities } from "@surprisal/core";

/** What is often printed, to the digits in which it is: the only numbers of the page that no formula gives. */
export const printed = {
  filmsCost: 2.18,
  filmsWaste: 0.82,
  tenses: 1.226,
  hills: { forward: 0.756, reverse: 1.243 },
  perplexities: [2, 8],
} as const;

export const films = { p: probabilities([0.5, 0.4, 0.1]), q: probabilities([0.9, 0.05, 0.05]) };
export const tenses = probabilities([0.6, 0.1, 0.1, 0.1, 0.1]);
export const rare = probabilities([0.9, 0.1]);
export const halfZero = probabilities([0.5, 0.5, 0]);
export const words = probabilities([0.6, 0.25, 0.1, 0.05]);
export const cold = 0.2;
export const warm = 1.5;
export const sure = probabilities([0.98, 0.02]);
export const unsure = probabilities([0.5, 0.5]);
export const teacher = probabilities([0.49, 0.49, 0.02]);
export const student = probabilities([0.98, 0.02, 0]);

export const hills = gaussianMixture([
  { weight: 0.5, mean: -2.2, sd: 0.7 },
  { weight: 0.5, mean: 2.2, sd: 0.7 },
]);
export const broad = normal(0, 1.5);
export const oneHill = normal(2.2, 0.7);

/** How many binary digits the best prefix code spends on each symbol of (0.9, 0.1), when it codes this many at a time. */
export function digitsPerSymbol(block: number): number {
  const count = 2 ** block;
  const chances = Array.from({ length: count }, (_, word) => {
    const rare = [...word.toString(2)].filter((digit) => digit === "1").length;
    return 0.9 ** (block - rare) * 0.1 ** rare;
  });
  return huffman(probabilities(chances)).expectedLength / block;
}
