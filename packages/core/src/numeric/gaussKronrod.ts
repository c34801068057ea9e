/**
 * A function of x with several components: writes its values to `into[0 … size − 1]`, and bounds on how far rounding may have moved
 * each of them to `into[size … 2·size − 1]`.
 */
export type Integrand = (x: number, into: Float64Array) => void;

/** The integral of every component over one interval, with what is known of its error. */
export type Panel = {
  readonly from: number;
  readonly to: number;
  /** ±∞ where the component was infinite, with one sign, at two nodes or more. */
  readonly values: Float64Array;
  /** ∫|f|. */
  readonly sizes: Float64Array;
  readonly errors: Float64Array;
  /** The errors that halving the interval can still reduce; 0 where they are rounding. */
  readonly reducible: Float64Array;
};

// Positive nodes, from the outermost in; every second one belongs to the Gauss rule of 10 nodes. Piessens et al. (1983), QK21.
const positiveNodes = [
  0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845, 0.7808177265864169,
  0.6794095682990244, 0.5627571346686047, 0.4333953941292472, 0.2943928627014602, 0.14887433898163122,
];
const kronrodWeights = mirrored([
  0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996, 0.0931254545836976,
  0.10938715880229764, 0.12349197626206584, 0.13470921731147334, 0.14277593857706009, 0.14773910490133849,
  0.1494455540029169,
]);
const gaussWeights = mirrored([
  0, 0.06667134430868814, 0, 0.1494513491505806, 0, 0.21908636251598204, 0, 0.26926671930999635, 0,
  0.29552422471475287, 0,
]);
const nodes = [...positiveNodes.map((x) => -x), 0, ...positiveNodes.toReversed()];
const u = 2 ** -53;

/** How many times {@link panel} calls its integrand. */
export const nodesPerPanel = 21;

/**
 * Gauss–Kronrod quadrature with 10 and 21 nodes on one interval. The error is QUADPACK's: the difference of the two rules, taken to
 * the power 3/2 in proportion to ∫|f − mean|, which is how much better the longer rule is once the two agree.
 *
 * @param size How many components f has.
 * @see Piessens, de Doncker-Kapenga, Überhuber & Kahaner (1983), QUADPACK, §2.2 and §3.4.
 */
export function panel(f: Integrand, size: number, from: number, to: number): Panel {
  const center = from / 2 + to / 2;
  const half = to / 2 - from / 2;
  const stride = 2 * size;
  const samples = new Float64Array(stride * nodesPerPanel);
  const into = new Float64Array(stride);
  for (let j = 0; j < nodesPerPanel; j++) {
    f(center + half * nodes[j], into);
    samples.set(into, stride * j);
  }
  const isSplittable = from < center && center < to;
  const result = [0, 0, 0, 0].map(() => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const column = estimate(samples, i, stride, half, Math.abs(center), isSplittable);
    for (let k = 0; k < 4; k++) result[k][i] = column[k];
  }
  const [values, sizes, errors, reducible] = result;
  return { from, to, values, sizes, errors, reducible };
}

function estimate(
  samples: Float64Array,
  i: number,
  stride: number,
  half: number,
  distance: number,
  isSplittable: boolean,
): [value: number, size: number, error: number, reducible: number] {
  let [kronrod, gauss, size, rounding, infinite] = [0, 0, 0, 0, 0];
  for (let j = 0; j < nodesPerPanel; j++) {
    const value = samples[stride * j + i];
    if (Math.abs(value) === Infinity) {
      infinite += Math.sign(value);
      continue;
    }
    kronrod += kronrodWeights[j] * value;
    gauss += gaussWeights[j] * value;
    size += kronrodWeights[j] * Math.abs(value);
    rounding += kronrodWeights[j] * samples[stride * j + stride / 2 + i];
  }
  if (Math.abs(infinite) > 1) return [Math.sign(infinite) * Infinity, Infinity, 0, 0];
  // One infinite node may be a point without mass: half of the interval will not meet it again.
  if (infinite !== 0) return [kronrod * half, size * half, Infinity, isSplittable ? Infinity : 0];

  let spread = 0;
  for (let j = 0; j < nodesPerPanel; j++)
    spread += kronrodWeights[j] * Math.abs(samples[stride * j + i] - kronrod / 2);
  // Besides the integrand's own rounding: that of a sum of 21 terms, and of nodes, which lie on the grid of doubles.
  const floor = half * rounding + (16 * u * half + 2 * u * distance) * size;
  const difference = half * Math.abs(kronrod - gauss);
  if (difference <= floor) return [kronrod * half, size * half, floor, 0];
  const scale = half * spread;
  const error = Math.max(floor, scale * Math.min(1, ((200 * difference) / scale) ** 1.5));
  return [kronrod * half, size * half, error, isSplittable ? error : 0];
}

function mirrored(half: readonly number[]): number[] {
  return [...half, ...half.slice(0, -1).toReversed()];
}
