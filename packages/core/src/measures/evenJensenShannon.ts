import type { Nats } from "../units.ts";

/**
 * ½(p ln(p/m) + q ln(q/m)) ≥ 0 for m = (p + q)/2: one outcome of the Jensen–Shannon divergence of even weights.
 *
 * With s = (p − q)/(p + q), p/m = 1 + s and q/m = 1 − s, it is ½m·((1 + s) ln(1 + s) + (1 − s) ln(1 − s)), an even function of s that starts as
 * ½m·s². For s² ≤ 0.2 the polynomial gives it over s², off by at most 0.05·2⁻⁵³; beyond, the two logarithms cancel to a third at most.
 *
 * @returns Nats; relative error at most 16·2⁻⁵³ while it is a normal double.
 */
export function evenJensenShannonTerm(p: number, q: number): Nats {
  if (p === q) return 0;
  const both = p + q;
  const s = (p - q) / both;
  const z = s * s;
  if (z > 0.2) {
    const ofP = p > 0 ? p * Math.log((2 * p) / both) : 0;
    const ofQ = q > 0 ? q * Math.log((2 * q) / both) : 0;
    return (ofP + ofQ) / 2;
  }
  const z2 = z * z;
  const z4 = z2 * z2;
  const high =
    (0.01088507663244057 * z - 0.0002581768570797412) * z2 +
    (0.006777708273023203 * z + 0.006230256478061448);
  const middle =
    (0.008373336348755842 * z + 0.010985556820165379) * z2 + (0.015151710094753296 * z + 0.02222221528283894);
  const low = (0.03571428585947225 * z + 0.06666666666510224) * z2 + 0.16666666666667326 * z;
  const rest = (high * z4 + middle) * z4 + low;
  return (both / 4) * (z + z * rest);
}

/** The sum over all outcomes, compensated as in `compensatedSum`, in one loop without calls. */
export function evenJensenShannonSum(p: Float64Array, q: Float64Array): Nats {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < p.length; i++) {
    const added = evenJensenShannonTerm(p[i], q[i]);
    const next = sum + added;
    const part = next - sum;
    lost += sum - (next - part) + (added - part);
    sum = next;
  }
  return sum + lost;
}
