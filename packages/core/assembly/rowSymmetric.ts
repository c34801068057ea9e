/**
 * Σ |p − q| and twice the Jensen–Shannon divergence, given the normalisers. With v the smaller of p and q over the larger and d = |ln p − ln q|, an
 * outcome adds (p + q)(ln 2 − ln(1 + v)) − min(p, q)·d to the latter.
 */
import { SECOND_STAGE, STAGE, staged } from "./rowCareful";
import { BLOCK, BLOCK_BYTES, CONSTANTS, e, LOWEST, madd, RUN_BYTES, shifted, sumOf } from "./rowLanes";
import { FACTOR_OF_P, FACTOR_OF_Q, LOG_OF_P, LOG_OF_Q, M_OF_P, M_OF_Q, SHIFT } from "./rowNormaliser";

// biome-ignore format: one vector a line
const SERIES: usize = memory.data<f32>([
  // (ln 2 − ln(2 − w))/w for w = 1 − v in [0, 1]: times w within 5e-9
  0.003780488856136799, 0.003780488856136799, 0.003780488856136799, 0.003780488856136799,
  -0.010842855088412762, -0.010842855088412762, -0.010842855088412762, -0.010842855088412762,
  0.017460091039538383, 0.017460091039538383, 0.017460091039538383, 0.017460091039538383,
  -0.01057504117488861, -0.01057504117488861, -0.01057504117488861, -0.01057504117488861,
  0.012555952183902264, 0.012555952183902264, 0.012555952183902264, 0.012555952183902264,
  0.013841141946613789, 0.013841141946613789, 0.013841141946613789, 0.013841141946613789,
  0.04194848984479904, 0.04194848984479904, 0.04194848984479904, 0.04194848984479904,
  0.12497834116220474, 0.12497834116220474, 0.12497834116220474, 0.12497834116220474,
  0.5000005960464478, 0.5000005960464478, 0.5000005960464478, 0.5000005960464478,
  1, 1, 1, 1,
], 16);

/** @param sums Where the two sums go, as doubles. */
export function symmetric<F>(p: usize, q: usize, vocabulary: i32, normaliser: usize, sums: usize): void {
  const scale = v128.load(CONSTANTS);
  const magic = v128.load(CONSTANTS, 16);
  const ln2 = v128.load(CONSTANTS, 32);
  const c6 = v128.load(CONSTANTS, 48);
  const c5 = v128.load(CONSTANTS, 64);
  const c4 = v128.load(CONSTANTS, 80);
  const c3 = v128.load(CONSTANTS, 96);
  const c2 = v128.load(CONSTANTS, 112);
  const c1 = v128.load(CONSTANTS, 128);
  const c0 = v128.load(CONSTANTS, 144);
  const one = v128.load(SERIES, 144);
  const referencesP = v128.load32_splat(normaliser, M_OF_P);
  const referencesQ = v128.load32_splat(normaliser, M_OF_Q);
  const logsP = v128.load32_splat(normaliser, LOG_OF_P);
  const logsQ = v128.load32_splat(normaliser, LOG_OF_Q);
  const factorsP = v128.load32_splat(normaliser, FACTOR_OF_P);
  const factorsQ = v128.load32_splat(normaliser, FACTOR_OF_Q);
  const shifts = v128.load32_splat(normaliser, SHIFT);
  const lowest = f32x4.splat(LOWEST);
  let distance: f64 = 0;
  let divergence: f64 = 0;
  for (let at = 0; at < vocabulary; at += BLOCK) {
    const count = min(BLOCK, vocabulary - at);
    const start = <usize>at * sizeof<F>();
    const x = staged<F>(p + start, count, STAGE);
    const y = staged<F>(q + start, count, SECOND_STAGE);
    for (let run: usize = 0; run < BLOCK_BYTES; run += RUN_BYTES) {
      let differences = f32x4.splat(0);
      let terms = differences;
      for (let i = run; i < run + RUN_BYTES; i += 16) {
        const tp = f32x4.pmax(f32x4.sub(f32x4.sub(v128.load(x + i), referencesP), logsP), lowest);
        const tq = f32x4.pmax(f32x4.sub(f32x4.sub(v128.load(y + i), referencesQ), logsQ), lowest);
        const ep = f32x4.mul(
          e(tp, shifted(tp, scale, magic), scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0),
          factorsP,
        );
        const eq = f32x4.mul(
          e(tq, shifted(tq, scale, magic), scale, magic, ln2, c6, c5, c4, c3, c2, c1, c0),
          factorsQ,
        );
        const difference = f32x4.abs(f32x4.add(f32x4.sub(tp, tq), shifts));
        const small = f32x4.pmin(ep, eq);
        const w = f32x4.sub(one, f32x4.div(small, f32x4.pmax(ep, eq)));
        let series = v128.load(SERIES);
        for (let c: usize = 16; c < 144; c += 16) series = madd(series, w, v128.load(SERIES + c));
        series = f32x4.mul(series, w);
        differences = f32x4.add(differences, f32x4.abs(f32x4.sub(ep, eq)));
        terms = f32x4.add(
          terms,
          f32x4.sub(f32x4.mul(f32x4.add(ep, eq), series), f32x4.mul(small, difference)),
        );
      }
      distance += sumOf(differences);
      divergence += sumOf(terms);
    }
  }
  store<f64>(sums, distance);
  store<f64>(sums, divergence, 8);
}
