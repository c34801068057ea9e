import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";

/**
 * −Σ pᵢ ln pᵢ with 0 ln 0 = 0, term by term: the measure of all faster ways.
 *
 * @returns Nats, ≥ 0; relative error at most 4·2⁻⁵³ while every term is a normal double.
 */
export function entropySumReference(p: Float64Array): Nats {
  return compensatedSum(p.length, (i) => (p[i] > 0 ? 0 - p[i] * Math.log(p[i]) : 0));
}

// In which half of a double the exponent lies, and what takes a significand above √2 to the next exponent.
const high = /* @__PURE__ */ (() => new Uint8Array(Uint16Array.of(1).buffer)[0])();
const halfOctave = 0x95f62;
const run = 16;
let powers: Float64Array | undefined;

/**
 * −Σ pᵢ ln pᵢ with 0 ln 0 = 0.
 *
 * @param p n numbers in [0, 1].
 * @returns Nats, ≥ 0; relative error at most 4·2⁻⁵³ for n < 256 (while every term is a normal double), 70·2⁻⁵³ above.
 */
export function entropySum(p: Float64Array): Nats {
  return p.length < 256 ? entropySumReference(p) : entropySumByBits(p);
}

/**
 * The same, twice as fast as by `Math.log`.
 *
 * With y the power of two for which p/y lies in [√½, √2), read off the bits of p, ln p = ln y + 2 artanh s for s = (p − y)/(p + y), and p − y
 * is exact. The polynomial is 2(artanh(s) − s)/s³ in s², within 5e-14 for s² ≤ 0.02945: 7·2⁻⁵³ of the logarithm. Powers
 * of two are summed apart from it, so that they come out exact.
 *
 * @returns Nats, ≥ 0; relative error at most 70·2⁻⁵³: where p ≈ √½, ln y and the rest cancel to a third, which triples the 16 for adding up
 *   runs of 16 terms, and most of the others.
 */
export function entropySumByBits(p: Float64Array): Nats {
  powers ??= Float64Array.from({ length: 2048 }, (_, exponent) => 2 ** (exponent - 1023));
  const words = new Int32Array(p.buffer, p.byteOffset, 2 * p.length);
  let sum = 0;
  let lost = 0;
  for (let start = 0; start < p.length; start += run) {
    const end = Math.min(start + run, p.length);
    let whole = 0;
    let rest = 0;
    for (let i = start; i < end; i++) {
      const exponent = (words[2 * i + high] + halfOctave) >> 20;
      const y = powers[exponent];
      const s = (p[i] - y) / (p[i] + y);
      const z = s * s;
      const z2 = z * z;
      const series =
        ((0.1662237988556164 * z + 0.18140156550162828) * z2 +
          (0.2222286313243771 * z + 0.28571424130490974)) *
          z2 +
        (0.4000000001123118 * z + 0.6666666666666207);
      whole -= p[i] * (exponent - 1023);
      rest -= p[i] * (s * z * series + (s + s));
    }
    const part = whole * Math.LN2 + rest;
    const next = sum + part;
    lost += part - (next - sum);
    sum = next;
  }
  // The polynomial does not hold for subnormal p; their terms weigh less than 2⁻¹⁰¹² each.
  return sum > 1e-280 ? sum + lost : entropySumReference(p);
}
