import { log1pMinusX } from "./log1pMinusX.ts";

const large = 12;

/**
 * ln Γ(x + n)/Γ(x) = ln x + ln(x + 1) + … + ln(x + n − 1), for x > 0: no difference of two large numbers, however large x is.
 *
 * @param n A whole number ≥ 0.
 * @returns With relative error about 10⁻¹⁵.
 * @see Abramowitz & Stegun (1964), 6.1.41.
 */
export function logRisingFactorial(x: number, n: number): number {
  let sum = 0;
  let [y, left] = [x, n];
  for (; left > 0 && (y < large || left < 8); left--) sum += Math.log(y++);
  if (left === 0) return sum;
  // With t = n/y: (y − ½)·ln(1 + t) − n = y·(ln(1 + t) − t) − ½·ln(1 + t).
  const t = left / y;
  const ratio = y * log1pMinusX(t) - 0.5 * Math.log1p(t);
  return sum + left * Math.log(y + left) + ratio + stirlingRest(y + left) - stirlingRest(y);
}

/** ln Γ(x) − (x − ½)·ln x + x − ½·ln 2π, for x ≥ 12. */
function stirlingRest(x: number): number {
  const z = 1 / (x * x);
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) / x;
}
