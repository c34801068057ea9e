import { compensatedSum } from "../numeric/compensatedSum.ts";
import { klTerm } from "../numeric/klTerm.ts";
import type { Nats } from "../units.ts";
import { capacity, createKlEngine, type KlEngine, step } from "./klEngine.ts";

/**
 * Σ (pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ), term by term: the measure of all faster ways.
 *
 * @returns Nats, in [0, ∞]; relative error at most 20·2⁻⁵³.
 */
export function klSumReference(p: Float64Array, q: Float64Array): Nats {
  return compensatedSum(p.length, (i) => klTerm(p[i], q[i]));
}

let engine: KlEngine | undefined | "not yet tried" = "not yet tried";

/**
 * Σ (pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ), by the compiled kernel where there is one and it pays: from 256 pairs, about ten times as fast.
 *
 * @param p n numbers in [0, 1].
 * @param q n numbers in [0, 1].
 * @returns Nats, in [0, ∞]; relative error at most 20·2⁻⁵³ for n < 256, 90·2⁻⁵³ above.
 */
export function klSum(p: Float64Array, q: Float64Array): Nats {
  if (p.length < 256) return klSumReference(p, q);
  if (engine === "not yet tried") engine = createKlEngine();
  return engine ? klSumByEngine(engine, p, q) : klSumReference(p, q);
}

/** The same, of any number of pairs, by a given engine. */
export function klSumByEngine(kernel: KlEngine, p: Float64Array, q: Float64Array): Nats {
  let sum = 0;
  let lost = 0;
  for (let start = 0; start < p.length; start += capacity) {
    const part = blockSum(kernel, p.subarray(start, start + capacity), q.subarray(start, start + capacity));
    if (part === Infinity) return Infinity;
    const next = sum + part;
    lost += part > sum ? sum - (next - part) : part - (next - sum);
    sum = next;
  }
  return sum + lost;
}

function blockSum(kernel: KlEngine, p: Float64Array, q: Float64Array): Nats {
  const n = Math.ceil(p.length / step) * step;
  kernel.p.set(p);
  kernel.q.set(q);
  if (n > p.length) {
    // Equal pairs, which add exactly 0 to `close` and next to nothing to `wide`.
    kernel.p.fill(2 ** -900, p.length, n);
    kernel.q.fill(2 ** -900, p.length, n);
  }
  const wide = kernel.wide(n);
  if (wide >= 0) return wide;
  const close = kernel.close(n);
  return close >= 0 ? close : klSumReference(p, q);
}
