/**
 * The integrand of Amari's α-divergence from the logarithms of two densities, 0 ≤ α ≤ 1:
 * (p^α q^(1−α) − αp − (1−α)q) / (α(α − 1)), and its limits p ln(p/q) − p + q at α = 1, q ln(q/p) − q + p at α = 0.
 *
 * @param logP −∞ where p is zero; likewise logQ. Not both.
 * @returns A number ≥ 0, up to rounding of 4·2⁻⁵³·(p + q) / max(α(1 − α), |ln(p/q)|⁻¹).
 */
export function alphaGap(logP: number, logQ: number, alpha: number): number {
  const p = Math.exp(logP);
  const q = Math.exp(logQ);
  const ratio = logP - logQ;
  if (alpha === 1) return p === 0 ? q : Math.max(0, p * ratio - p + q);
  if (alpha === 0) return q === 0 ? p : Math.max(0, p - q - q * ratio);
  return Math.max(0, (p - q - alphaStep(logP, logQ, alpha)) / (1 - alpha));
}

/** (p^α q^(1−α) − q) / α, which is q ln(p/q) at α = 0 and p − q at α = 1. */
export function alphaStep(logP: number, logQ: number, alpha: number): number {
  const ratio = logP - logQ;
  const q = Math.exp(logQ);
  if (alpha === 0) return q === 0 ? 0 : q * ratio;
  if (Math.abs(alpha * ratio) < 1) return (q * Math.expm1(alpha * ratio)) / alpha;
  return (Math.exp(alpha * logP + (1 - alpha) * logQ) - q) / alpha;
}
