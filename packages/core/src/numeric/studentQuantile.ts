import { normalQuantile } from "./standardNormalTail.ts";

/** From here on Student's t is normal to a part in a thousand, at the levels in use. */
const many = 2000;

/**
 * Where Student's t is below with probability p.
 *
 * @param p In (0, 1).
 * @param freedom Degrees of freedom, a whole number from 1; from 2000 the normal quantile.
 * @see Abramowitz & Stegun (1964), 26.7.3–4: for whole degrees P(|t| < √f tan θ) is a finite sum over powers of cos θ.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (p > 0.5) return 0 - studentQuantile(1 - p, freedom);
  if (freedom >= many) return normalQuantile(p);
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if ((1 - within(middle, freedom)) / 2 > p) low = middle;
    else high = middle;
  }
  return 0 - Math.sqrt(freedom) * Math.tan((low + high) / 2);
}

function within(angle: number, freedom: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let k = isOdd ? 3 : 2; k <= freedom; k += 2) {
    sum += term;
    term *= (cosine * cosine * (k - 1)) / k;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
