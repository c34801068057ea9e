import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";

/**
 * p^α q^β − αp − βq with β = 1 − α, one outcome of the power divergences (Rényi, Amari, Hellinger, χ²): ≤ 0 for 0 < α < 1, ≥ 0
 * beyond. Summed over two distributions, Σ p^α q^β − 1, without the rounding error of the 1.
 *
 * With d = (q − p)/p and L = ln(1 + d) it is p·(e^βL − 1 − βd) = p·{[e^βL − 1 − βL] + β[L − d]}: both brackets come as series
 * near 0, and while β ≤ ½ they cancel at most threefold. For α < ½ the roles of (p, α) and (q, β) are exchanged.
 *
 * @returns Relative error at most (30 + 2|α|)·2⁻⁵³: the |α| is what a power does to the rounding of q/p.
 */
export function powerTerm(p: number, q: number, alpha: number): number {
  return alpha >= 0.5 ? termFrom(p, q, alpha, 1 - alpha) : termFrom(q, p, 1 - alpha, alpha);
}

/** p^α q^β for α + β = 1, with 0^negative = ∞ unless the other factor is 0. */
export function powerProduct(p: number, q: number, alpha: number): number {
  return alpha >= 0.5 ? productFrom(p, q, alpha, 1 - alpha) : productFrom(q, p, 1 - alpha, alpha);
}

function termFrom(p: number, q: number, alpha: number, beta: number): number {
  if (p === 0) return 0 - beta * q;
  if (q === 0) return productFrom(p, q, alpha, beta) - alpha * p;
  const d = (q - p) / p;
  if (d >= -0.5 && d <= 1) return p * (expm1MinusX(beta * Math.log1p(d)) + beta * log1pMinusX(d));
  const x = beta * logRatio(q, p);
  const grown = Math.abs(x) < 1 ? p * Math.expm1(x) : productFrom(p, q, alpha, beta) - p;
  return grown - beta * (q - p);
}

function productFrom(p: number, q: number, alpha: number, beta: number): number {
  if (p === 0) return 0;
  if (q === 0) return beta > 0 ? 0 : beta === 0 ? p : Infinity;
  const ratio = q / p;
  if (!(ratio > 1e-300 && ratio < 1e300)) return farProduct(p, q, alpha, beta);
  const product = p * ratio ** beta;
  if (product < Infinity) return product;
  const half = ratio ** (beta / 2);
  return p * half * half;
}

// q/p is no normal double. For beta < 0 one factor may underflow while the other overflows: 0·∞ stands for ∞ where q < p, for 0
// where p < q.
function farProduct(p: number, q: number, alpha: number, beta: number): number {
  if (beta >= 0) return p ** alpha * q ** beta;
  if (p < q) return p * Math.exp(beta * logRatio(q, p));
  const half = p ** (-beta / 2) * q ** (beta / 2);
  return half < Infinity ? p * half * half : Infinity;
}
